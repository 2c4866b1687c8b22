// Passwords are changed within 90 days (KISA 2026 W-09, 2021 W-50).
import { hostCheck, numberParameter, text } from '@bongsu/core';
import { policyFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, policyReading } from '../../criteria/windows-values.ts';
import { securityPolicy } from '../../probes/windows/security-policy.ts';

export const passwordMaxAge = hostCheck({
  id: 'windows.password-max-age',
  title: text('비밀번호 최대 사용 기간', 'Maximum password age'),
  why: text('오래 쓴 비밀번호는 유출된 채로 쓰일 수 있습니다.', 'An old password may have leaked long ago.'),
  importance: 'high',
  expects: text('최대 암호 사용 기간이 1~90일', 'passwords are changed within 90 days'),
  remedy: text('최대 암호 사용 기간을 90일 이하로 설정합니다.', 'Set the maximum password age to 90 days or less.'),
  fix: { any: [...policyFix('System Access', 'MaximumPasswordAge = 90')] },
  parameters: {
    days: numberParameter(text('비밀번호를 바꾸기까지의 날 수', 'days until a password is changed'), 90, {
      min: 1,
      max: 998,
    }),
  },
  needs: { policy: securityPolicy },
  judge({ policy }, _host, { days }) {
    return judgeReadings(text('최대 암호 사용 기간', 'the maximum password age'), [
      policyReading(policy, 'System Access', 'MaximumPasswordAge', {
        expected: `1 to ${days}`,
        good: (value) => value >= 1 && value <= days,
      }),
    ]);
  },
});
