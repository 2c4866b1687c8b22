// There are no sample folders of IIS (KISA 2021 W-14).
import { fail, hostCheck, pass, text } from '@bongsu/core';
import { judgeWeb } from '../../criteria/web-in-use.ts';
import { webSites } from '../../probes/windows/web-sites.ts';

export const iisSampleFiles = hostCheck({
  id: 'windows.iis-sample-files',
  title: text('IIS 불필요한 파일 제거', 'The sample files of IIS are gone'),
  why: text('예제 파일의 알려진 취약점으로 공격당할 수 있습니다.', 'The holes of sample files are well known.'),
  importance: 'high',
  expects: text('IIS 예제 디렉터리가 없음', 'there are no sample folders of IIS'),
  remedy: text('IISSamples, IISHelp 등 예제 폴더를 삭제합니다.', 'Delete IISSamples, IISHelp and the like.'),
  fix: { any: ['Remove-Item -Recurse C:\\inetpub\\iissamples'] },
  needs: { sites: webSites },
  judge({ sites }) {
    return judgeWeb(sites, ({ samples }) => {
      const left = samples.filter((folder) => !folder.toLowerCase().endsWith('\\scripts'));
      return left.length > 0
        ? fail(
            text('예제 디렉터리가 남아 있음', 'sample folders are left'),
            left.map((found) => ({ source: 'Test-Path', found, expected: 'not there' })),
          )
        : pass(text('예제 디렉터리가 없음', 'there are no sample folders'), [
            { source: 'Test-Path', found: 'none of iissamples, iishelp, iisadmpwd, msadc\\sample' },
          ]);
    });
  },
});
