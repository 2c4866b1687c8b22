// A new password stays for a day or more (KISA 2026 W-09, 2021 W-51).
import { hostCheck, numberParameter, text } from '@bongsu/core';
import { policyFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, policyReading } from '../../criteria/windows-values.ts';
import { securityPolicy } from '../../probes/windows/security-policy.ts';

export const passwordMinAge = hostCheck({
  id: 'windows.password-min-age',
  title: text('비밀번호 최소 사용 기간', 'Minimum password age'),
  why: text(
    '바로 다시 바꿀 수 있으면 비밀번호 기록을 무력화할 수 있습니다.',
    'Who may change at once again can run through the history and return to the old one.',
  ),
  importance: 'high',
  expects: text('최소 암호 사용 기간이 1일 이상', 'a new password stays for a day or more'),
  remedy: text('최소 암호 사용 기간을 1일 이상으로 설정합니다.', 'Set the minimum password age to 1 day or more.'),
  fix: { any: [...policyFix('System Access', 'MinimumPasswordAge = 1')] },
  parameters: {
    days: numberParameter(text('비밀번호를 유지하는 날 수', 'days that a new password stays'), 1, { min: 1, max: 998 }),
  },
  needs: { policy: securityPolicy },
  judge({ policy }, _host, { days }) {
    return judgeReadings(text('최소 암호 사용 기간', 'the minimum password age'), [
      policyReading(policy, 'System Access', 'MinimumPasswordAge', {
        expected: `${days} or more`,
        good: (value) => value >= days,
      }),
    ]);
  },
});
