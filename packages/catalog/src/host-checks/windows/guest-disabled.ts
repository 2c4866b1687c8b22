// The Guest account is disabled (KISA 2026 W-02, 2021 W-02).
import { hostCheck, text } from '@bongsu/core';
import { policyFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, policyReading } from '../../criteria/windows-values.ts';
import { securityPolicy } from '../../probes/windows/security-policy.ts';

export const guestDisabled = hostCheck({
  id: 'windows.guest-disabled',
  title: text('Guest 계정 비활성화', 'The Guest account is disabled'),
  why: text(
    'Guest는 누구나 아는 계정으로, 켜져 있으면 인증 없이 들어올 수 있습니다.',
    'Everybody knows Guest; where it is on, people come in without proving who they are.',
  ),
  importance: 'high',
  expects: text('Guest 계정이 비활성화됨', 'the Guest account is disabled'),
  remedy: text('Guest 계정을 사용 안 함으로 설정합니다.', 'Disable the Guest account.'),
  fix: { any: [...policyFix('System Access', 'EnableGuestAccount = 0')] },
  needs: { policy: securityPolicy },
  judge({ policy }) {
    return judgeReadings(text('Guest 계정', 'the Guest account'), [
      policyReading(policy, 'System Access', 'EnableGuestAccount', { expected: '0', good: (value) => value === 0 }),
    ]);
  },
});
