// There are no virtual directories such as IISAdmin and IISAdminpwd (KISA 2021 W-19).
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { quotedMax } from '../../criteria/quoted.ts';
import { judgeWeb } from '../../criteria/web-in-use.ts';
import { webSites } from '../../probes/windows/web-sites.ts';

export const iisVirtualDirectories = hostCheck({
  id: 'windows.iis-virtual-directories',
  title: text('IIS 가상 디렉토리 삭제', 'Unneeded virtual directories are gone'),
  why: text(
    '기본 관리 가상 디렉터리로 서버 설정에 닿을 수 있습니다.',
    'The stock administrative directories lead to the settings of the server.',
  ),
  importance: 'high',
  expects: text(
    'IISAdmin·IISAdminpwd 등 불필요한 가상 디렉터리가 없음',
    'there are no virtual directories such as IISAdmin and IISAdminpwd',
  ),
  remedy: text('불필요한 가상 디렉터리를 삭제합니다.', 'Delete virtual directories that nobody needs.'),
  fix: { any: ['Get-WebVirtualDirectory', 'Remove-WebVirtualDirectory -Site SITE -Application / -Name NAME'] },
  question: text('이 가상 디렉터리들을 쓰는 서비스가 있습니까?', 'Does any service need these virtual directories?'),
  needs: { sites: webSites },
  judge({ sites }) {
    return judgeWeb(sites, ({ virtualDirectories: all }) => {
      const evidence = all
        .slice(0, quotedMax)
        .map((found) => ({ source: 'Get-WebVirtualDirectory', found, expected: 'needed' }));
      const stock = all.filter((one) =>
        /\/(?:iisadmin|iisadmpwd|iisadminpwd|iissamples|iishelp|scripts|msadc|printers)$/i.test(one),
      );
      if (stock.length > 0)
        return fail(
          text(
            `기본 가상 디렉터리가 있음: ${stock.join(', ')}`,
            `stock virtual directories are there: ${stock.join(', ')}`,
          ),
          evidence,
        );
      return all.length === 0
        ? pass(text('가상 디렉터리가 없음', 'there is no virtual directory'), [
            { source: 'Get-WebVirtualDirectory', found: 'none' },
          ])
        : manual(text('가상 디렉터리가 필요한지 확인 필요', 'are these virtual directories needed?'), evidence);
    });
  },
});
