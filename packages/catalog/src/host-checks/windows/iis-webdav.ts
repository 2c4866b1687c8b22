// WebDAV authoring is off (KISA 2021 W-23).
import { hostCheck, text } from '@bongsu/core';
import { judgePlaces } from '../../criteria/web-in-use.ts';
import { webSites } from '../../probes/windows/web-sites.ts';

export const iisWebdav = hostCheck({
  id: 'windows.iis-webdav',
  title: text('IIS WebDAV 비활성화', 'WebDAV is off'),
  why: text(
    'WebDAV로 웹 폴더에 파일을 올리거나 바꿀 수 있습니다.',
    'By WebDAV files could be put into web folders, or changed.',
  ),
  importance: 'high',
  expects: text('WebDAV 제작이 꺼져 있음', 'WebDAV authoring is off'),
  remedy: text('WebDAV 게시를 제거하거나 사용 안 함으로 둡니다.', 'Remove WebDAV publishing, or disable it.'),
  fix: {
    any: [
      'Set-WebConfigurationProperty -PSPath MACHINE/WEBROOT/APPHOST -Filter system.webServer/webdav/authoring -Name enabled -Value $false',
    ],
  },
  needs: { sites: webSites },
  judge({ sites }) {
    return judgePlaces(sites, text('WebDAV', 'WebDAV'), (place) => {
      const seen = place.setting('webDav');
      return { found: seen ?? 'not installed', expected: 'False', good: seen === undefined || seen === 'False' };
    });
  },
});
