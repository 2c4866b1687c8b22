// Only Administrators and IUSR may log on locally (KISA 2026 W-11, 2021 W-53).
import { fail, hostCheck, listParameter, pass, sidName, text } from '@bongsu/core';
import { policyFix } from '../../criteria/windows-fix.ts';
import { securityPolicy } from '../../probes/windows/security-policy.ts';

export const localLogon = hostCheck({
  id: 'windows.local-logon',
  title: text('로컬 로그온 허용', 'Who may log on at the console'),
  why: text(
    '콘솔에 닿은 일반 사용자가 서버에서 직접 일할 수 있습니다.',
    'Ordinary users who get to the console could work on the server itself.',
  ),
  importance: 'medium',
  expects: text('로컬 로그온이 Administrators와 IUSR에게만 허용됨', 'only Administrators and IUSR may log on locally'),
  remedy: text(
    "'로컬 로그온 허용'에서 Administrators, IUSR_ 외의 계정과 그룹을 제거합니다.",
    'Take everybody but Administrators and IUSR_ off "Allow log on locally".',
  ),
  fix: { any: [...policyFix('Privilege Rights', 'SeInteractiveLogonRight = *S-1-5-32-544')] },
  parameters: {
    permitted: listParameter(text('로컬 로그온이 허용되는 SID', 'SIDs that may log on locally'), [
      'S-1-5-32-544',
      'S-1-5-17',
    ]),
  },
  needs: { policy: securityPolicy },
  judge({ policy }, _host, { permitted }) {
    const holders = policy.right('SeInteractiveLogonRight');
    const source = 'secedit [Privilege Rights] SeInteractiveLogonRight';
    const expected = 'Administrators, IUSR';
    if (holders === undefined)
      return fail(text('로컬 로그온 허용이 정의되지 않음', 'who may log on locally is not defined'), [
        { source, found: 'not set', expected },
      ]);
    // 17 is IUSR of IIS; older versions had an account IUSR_<computer>.
    const others = holders.filter((one) => !permitted.includes(one) && !/^IUSR(?:_|$)/i.test(one));
    const evidence = [{ source, found: holders.map(sidName).join(', ') || 'nobody', expected }];
    return others.length > 0
      ? fail(
          text(
            `로컬 로그온이 다른 계정이나 그룹에도 허용됨: ${others.map(sidName).join(', ')}`,
            `others may log on locally too: ${others.map(sidName).join(', ')}`,
          ),
          evidence,
        )
      : pass(text('로컬 로그온이 허용된 대상으로 제한됨', 'local logon is limited to those permitted'), evidence);
  },
});
