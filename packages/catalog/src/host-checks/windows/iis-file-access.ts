// Everyone has no permission on web folders (KISA 2021 W-20).
import { hostCheck, text } from '@bongsu/core';
import { judgePlaces } from '../../criteria/web-in-use.ts';
import { everyoneOn } from '../../criteria/windows-access.ts';
import { webSites } from '../../probes/windows/web-sites.ts';

export const iisFileAccess = hostCheck({
  id: 'windows.iis-file-access',
  title: text('IIS 데이터파일 ACL 적용', 'Everyone has no permission on web folders'),
  why: text('웹 폴더의 파일을 누구나 바꾸거나 읽을 수 있습니다.', 'Everybody could read or change what is served.'),
  importance: 'high',
  expects: text('웹 폴더에 Everyone 권한이 없음', 'Everyone has no permission on web folders'),
  remedy: text('웹 폴더의 권한에서 Everyone을 제거합니다.', 'Take Everyone off the access lists of web folders.'),
  fix: { any: ['icacls C:\\inetpub\\wwwroot /remove:g *S-1-1-0 /T'] },
  needs: { sites: webSites },
  judge({ sites }) {
    return judgePlaces(sites, text('웹 폴더 권한', 'permissions on web folders'), (place) => {
      const open = place.access ? everyoneOn(place.folder, place.access) : [];
      return {
        found: open[0]?.found ?? (place.access ? 'no entry for Everyone' : `${place.folder} is not there`),
        expected: 'no entry for Everyone',
        good: open.length === 0,
      };
    });
  },
});
