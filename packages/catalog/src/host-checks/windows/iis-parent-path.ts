// Parent paths are disabled (KISA 2021 W-13).
import { hostCheck, text } from '@bongsu/core';
import { judgePlaces } from '../../criteria/web-in-use.ts';
import { webSites } from '../../probes/windows/web-sites.ts';

export const iisParentPath = hostCheck({
  id: 'windows.iis-parent-path',
  title: text('IIS 상위 디렉토리 접근 금지', 'IIS does not follow parent paths'),
  why: text(
    '상위 경로(..)로 웹 폴더 밖의 파일에 닿을 수 있습니다.',
    'By parent paths (..) scripts reach files outside the folder of the site.',
  ),
  importance: 'high',
  expects: text('상위 경로 사용이 꺼져 있음', 'parent paths are disabled'),
  remedy: text("ASP의 '부모 경로 사용'을 False로 둡니다.", 'Set "Enable Parent Paths" of ASP to False.'),
  fix: {
    any: [
      'Set-WebConfigurationProperty -PSPath MACHINE/WEBROOT/APPHOST -Filter system.webServer/asp -Name enableParentPaths -Value $false',
    ],
  },
  needs: { sites: webSites },
  judge({ sites }) {
    return judgePlaces(sites, text('부모 경로 사용', 'parent paths'), (place) => {
      const seen = place.setting('parentPaths');
      return { found: seen ?? 'ASP is not installed', expected: 'False', good: seen === undefined || seen === 'False' };
    });
  },
});
