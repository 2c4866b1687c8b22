// Web processes run without the rights of administrators (KISA 2021 W-15).
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { judgeWeb } from '../../criteria/web-in-use.ts';
import { webSites } from '../../probes/windows/web-sites.ts';

const modest: ReadonlySet<string> = new Set(['ApplicationPoolIdentity', 'NetworkService', 'LocalService']);

export const iisProcessAccount = hostCheck({
  id: 'windows.iis-process-account',
  title: text('IIS 웹프로세스 권한 제한', 'Web processes run with few rights'),
  why: text(
    '웹 프로세스를 빼앗기면 그 계정의 권한이 모두 넘어갑니다.',
    'Whoever takes over a web process has the rights of its account.',
  ),
  importance: 'high',
  expects: text('웹 프로세스가 관리자 권한 없이 동작함', 'web processes run without the rights of administrators'),
  remedy: text(
    '응용 프로그램 풀의 ID를 ApplicationPoolIdentity로 둡니다.',
    'Run application pools as ApplicationPoolIdentity.',
  ),
  fix: {
    any: [
      "Set-ItemProperty -Path 'IIS:\\AppPools\\NAME' -Name processModel.identityType -Value ApplicationPoolIdentity",
    ],
  },
  question: text(
    '응용 프로그램 풀에 지정한 계정이 관리자 그룹에 없고 필요한 권한만 가집니까?',
    'Is the account of the pool outside the administrators, with only the rights it needs?',
  ),
  needs: { sites: webSites },
  judge({ sites }) {
    return judgeWeb(sites, ({ pools }) => {
      const evidence = pools.map(({ name, identity }) => ({
        source: `application pool ${name}`,
        found: identity || 'not told',
        expected: [...modest].join(', '),
      }));
      if (pools.some(({ identity }) => identity === 'LocalSystem' || identity === '0'))
        return fail(
          text('SYSTEM으로 동작하는 응용 프로그램 풀이 있음', 'an application pool runs as SYSTEM'),
          evidence,
        );
      return pools.every(({ identity }) => modest.has(identity))
        ? pass(
            text('웹 프로세스가 제한된 계정으로 동작함', 'web processes run as limited accounts'),
            evidence.length > 0 ? evidence : [{ source: 'IIS application pools', found: 'none' }],
          )
        : manual(
            text(
              '지정한 계정으로 동작하는 응용 프로그램 풀의 권한을 확인해야 함',
              'an application pool runs as a chosen account: which rights has it?',
            ),
            evidence,
          );
    });
  },
});
