// Everyone may not write into the CGI folder (KISA 2021 W-12).
import { allowedTo, everyoneSid, fail, hostCheck, mayWrite, pass, text } from '@bongsu/core';
import { judgeWeb } from '../../criteria/web-in-use.ts';
import { accessProof, entryText, everyoneOn } from '../../criteria/windows-access.ts';
import { webSites } from '../../probes/windows/web-sites.ts';

export const iisCgi = hostCheck({
  id: 'windows.iis-cgi',
  title: text('IIS CGI 실행 제한', 'Everyone cannot put CGI programs in place'),
  why: text(
    'CGI 폴더에 쓸 수 있으면 웹으로 프로그램을 실행할 수 있습니다.',
    'Whoever can write into the CGI folder runs programs by way of the web.',
  ),
  importance: 'high',
  expects: text('CGI 디렉터리에 Everyone의 쓰기 권한이 없음', 'Everyone may not write into the CGI folder'),
  remedy: text(
    'CGI 디렉터리의 권한에서 Everyone을 제거합니다.',
    'Take Everyone off the access list of the CGI folder.',
  ),
  fix: { any: ['icacls C:\\inetpub\\scripts /remove:g *S-1-1-0'] },
  needs: { sites: webSites },
  judge({ sites }) {
    return judgeWeb(sites, ({ scripts }) => {
      if (scripts.access === null)
        return pass(text('CGI 디렉터리가 없음', 'there is no CGI folder'), [
          { source: scripts.path, found: 'not there' },
        ]);
      const open =
        scripts.access.entries === null
          ? everyoneOn(scripts.path, scripts.access)
          : allowedTo(scripts.access, everyoneSid)
              .filter(mayWrite)
              .map((entry) => ({ source: scripts.path, found: entryText(entry), expected: 'no writing for Everyone' }));
      return open.length > 0
        ? fail(text('Everyone이 CGI 디렉터리에 쓸 수 있음', 'Everyone may write into the CGI folder'), open)
        : pass(text('CGI 디렉터리 쓰기가 제한됨', 'writing into the CGI folder is limited'), [
            accessProof(scripts.path, scripts.access),
          ]);
    });
  },
});
