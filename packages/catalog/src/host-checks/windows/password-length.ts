// Passwords have 8 characters or more (KISA 2026 W-09, 2021 W-49).
import { hostCheck, numberParameter, text } from '@bongsu/core';
import { policyFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, policyReading } from '../../criteria/windows-values.ts';
import { securityPolicy } from '../../probes/windows/security-policy.ts';

export const passwordLength = hostCheck({
  id: 'windows.password-length',
  title: text('비밀번호 최소 길이', 'Minimum password length'),
  why: text('짧거나 단순한 비밀번호는 쉽게 추측됩니다.', 'Short or simple passwords are soon guessed.'),
  importance: 'high',
  expects: text('최소 암호 길이가 8자 이상', 'passwords have 8 characters or more'),
  remedy: text('최소 암호 길이를 8 이상으로 설정합니다.', 'Set the minimum password length to 8 or more.'),
  fix: { any: [...policyFix('System Access', 'MinimumPasswordLength = 8')] },
  parameters: {
    characters: numberParameter(text('비밀번호의 최소 글자 수', 'characters that a password has at least'), 8, {
      min: 1,
      max: 128,
    }),
  },
  needs: { policy: securityPolicy },
  judge({ policy }, _host, { characters }) {
    return judgeReadings(text('최소 암호 길이', 'the minimum password length'), [
      policyReading(policy, 'System Access', 'MinimumPasswordLength', {
        expected: `${characters} or more`,
        good: (value) => value >= characters,
      }),
    ]);
  },
});
