// Passwords must meet the complexity requirements of Windows (KISA 2026 W-09, 2021 W-48).
import { hostCheck, text } from '@bongsu/core';
import { policyFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, policyReading } from '../../criteria/windows-values.ts';
import { securityPolicy } from '../../probes/windows/security-policy.ts';

export const passwordComplexity = hostCheck({
  id: 'windows.password-complexity',
  title: text('비밀번호 복잡성 설정', 'Password complexity'),
  why: text('짧거나 단순한 비밀번호는 쉽게 추측됩니다.', 'Short or simple passwords are soon guessed.'),
  importance: 'high',
  expects: text(
    "'암호는 복잡성을 만족해야 함'이 사용으로 설정됨",
    'passwords must meet the complexity requirements of Windows',
  ),
  remedy: text(
    "'암호는 복잡성을 만족해야 함'을 사용으로 설정합니다.",
    'Enable "Password must meet complexity requirements".',
  ),
  fix: { any: [...policyFix('System Access', 'PasswordComplexity = 1')] },
  needs: { policy: securityPolicy },
  judge({ policy }) {
    return judgeReadings(text('비밀번호 복잡성', 'password complexity'), [
      policyReading(policy, 'System Access', 'PasswordComplexity', { expected: '1', good: (value) => value === 1 }),
    ]);
  },
});
