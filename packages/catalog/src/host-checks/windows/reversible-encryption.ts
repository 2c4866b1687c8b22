// Passwords are not stored with reversible encryption (KISA 2026 W-05, 2021 W-05).
import { hostCheck, text } from '@bongsu/core';
import { policyFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, policyReading } from '../../criteria/windows-values.ts';
import { securityPolicy } from '../../probes/windows/security-policy.ts';

export const reversibleEncryption = hostCheck({
  id: 'windows.reversible-encryption',
  title: text('해독 가능한 암호화를 사용하여 암호 저장 해제', 'Passwords are not stored with reversible encryption'),
  why: text(
    '해독 가능하게 저장된 비밀번호는 평문과 다름없습니다.',
    'A password stored so that it can be decrypted is as good as clear text.',
  ),
  importance: 'high',
  expects: text('해독 가능한 암호화로 암호를 저장하지 않음', 'passwords are not stored with reversible encryption'),
  remedy: text(
    "'해독 가능한 암호화를 사용하여 암호 저장'을 사용 안 함으로 설정합니다.",
    'Disable "Store passwords using reversible encryption".',
  ),
  fix: { any: [...policyFix('System Access', 'ClearTextPassword = 0')] },
  needs: { policy: securityPolicy },
  judge({ policy }) {
    return judgeReadings(text('해독 가능한 암호화', 'reversible encryption'), [
      policyReading(policy, 'System Access', 'ClearTextPassword', { expected: '0', good: (value) => value === 0 }),
    ]);
  },
});
