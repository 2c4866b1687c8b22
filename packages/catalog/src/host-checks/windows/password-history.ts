// The last 4 passwords or more are remembered (KISA 2026 W-09, 2021 W-55).
import { hostCheck, numberParameter, text } from '@bongsu/core';
import { policyFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, policyReading } from '../../criteria/windows-values.ts';
import { securityPolicy } from '../../probes/windows/security-policy.ts';

export const passwordHistory = hostCheck({
  id: 'windows.password-history',
  title: text('최근 암호 기억', 'Password history'),
  why: text('이전 비밀번호를 다시 쓰면 유출된 값이 되살아납니다.', 'A password used again may be one that leaked.'),
  importance: 'high',
  expects: text('최근 암호를 4개 이상 기억함', 'the last 4 passwords or more are remembered'),
  remedy: text('최근 암호 기억을 4개 이상으로 설정합니다.', 'Set the password history to 4 or more.'),
  fix: { any: [...policyFix('System Access', 'PasswordHistorySize = 4')] },
  parameters: {
    passwords: numberParameter(text('기억하는 비밀번호 수', 'passwords that are remembered'), 4, { min: 1, max: 24 }),
  },
  needs: { policy: securityPolicy },
  judge({ policy }, _host, { passwords }) {
    return judgeReadings(text('최근 암호 기억', 'the password history'), [
      policyReading(policy, 'System Access', 'PasswordHistorySize', {
        expected: `${passwords} or more`,
        good: (value) => value >= passwords,
      }),
    ]);
  },
});
