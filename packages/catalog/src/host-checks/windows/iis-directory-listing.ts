// Directory browsing is off (KISA 2021 W-11).
import { hostCheck, text } from '@bongsu/core';
import { judgePlaces } from '../../criteria/web-in-use.ts';
import { webSites } from '../../probes/windows/web-sites.ts';

export const iisDirectoryListing = hostCheck({
  id: 'windows.iis-directory-listing',
  title: text('IIS 디렉토리 리스팅 제거', 'IIS lists no directories'),
  why: text('폴더의 파일 목록으로 백업과 설정 파일이 드러납니다.', 'A listing gives away backups and settings.'),
  importance: 'high',
  expects: text('디렉터리 검색이 꺼져 있음', 'directory browsing is off'),
  remedy: text('디렉터리 검색을 사용 안 함으로 둡니다.', 'Disable directory browsing.'),
  fix: {
    any: [
      'Set-WebConfigurationProperty -PSPath MACHINE/WEBROOT/APPHOST -Filter system.webServer/directoryBrowse -Name enabled -Value $false',
    ],
  },
  needs: { sites: webSites },
  judge({ sites }) {
    return judgePlaces(sites, text('디렉터리 검색', 'directory browsing'), (place) => ({
      found: place.setting('directoryBrowse') ?? 'not there',
      expected: 'False',
      good: place.setting('directoryBrowse') === 'False',
    }));
  },
});
