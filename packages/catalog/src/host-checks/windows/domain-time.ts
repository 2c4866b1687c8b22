// The tolerance for clock differences is 5 minutes or less (KISA 2026 W-63).
import { hostCheck, manual, notApplicable, numberParameter, text } from '@bongsu/core';
import { policyFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, policyReading } from '../../criteria/windows-values.ts';
import { securityPolicy } from '../../probes/windows/security-policy.ts';

export const domainTime = hostCheck({
  id: 'windows.domain-time',
  title: text('도메인 컨트롤러-사용자의 시간 동기화', 'The domain controller limits how far clocks may differ'),
  why: text(
    '시각 차이를 크게 허용하면 훔친 Kerberos 요청을 다시 쓸 수 있습니다.',
    'Where clocks may differ much, a stolen Kerberos request can be used again.',
  ),
  importance: 'medium',
  expects: text(
    '컴퓨터 시계 동기화 최대 허용 오차가 5분 이하',
    'the tolerance for clock differences is 5 minutes or less',
  ),
  remedy: text(
    "Kerberos 정책의 '컴퓨터 시계 동기화에 대한 최대 허용 오차'를 5분 이하로 설정합니다.",
    'Set "Maximum tolerance for computer clock synchronization" of the Kerberos policy to 5 minutes or less.',
  ),
  fix: { any: [...policyFix('Kerberos Policy', 'MaxClockSkew = 5')] },
  question: text(
    '도메인 정책(Default Domain Policy)의 시계 동기화 최대 허용 오차는 몇 분입니까?',
    'How many minutes of clock difference does the policy of the domain tolerate?',
  ),
  parameters: {
    minutes: numberParameter(text('허용하는 시계 오차(분)', 'minutes that clocks may differ'), 5, {
      min: 0,
      max: 99999,
    }),
  },
  needs: { policy: securityPolicy },
  judge({ policy }, host, { minutes }) {
    if (host.domainController !== true)
      return notApplicable(text('도메인 컨트롤러가 아님', 'not a domain controller'), [
        { source: 'Win32_ComputerSystem.DomainRole', found: 'not a domain controller' },
      ]);
    if (policy.value('Kerberos Policy', 'MaxClockSkew') === undefined)
      return manual(
        text('도메인 정책의 최대 허용 오차를 확인해야 함', 'what is the tolerance in the policy of the domain?'),
        [{ source: 'secedit [Kerberos Policy] MaxClockSkew', found: 'not exported', expected: `${minutes} or less` }],
      );
    return judgeReadings(text('시계 동기화 최대 허용 오차', 'the tolerance for clock differences'), [
      policyReading(policy, 'Kerberos Policy', 'MaxClockSkew', {
        expected: `0 to ${minutes}`,
        good: (value) => value >= 0 && value <= minutes,
      }),
    ]);
  },
});
