// The lockout lasts, and its counter is kept for, 60 minutes or more (KISA 2026 W-08, 2021 W-47).
import { hostCheck, numberParameter, text } from '@bongsu/core';
import { policyFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, policyReading } from '../../criteria/windows-values.ts';
import { securityPolicy } from '../../probes/windows/security-policy.ts';

export const lockoutDuration = hostCheck({
  id: 'windows.lockout-duration',
  title: text('계정 잠금 기간 설정', 'Account lockout duration'),
  why: text('잠금이 짧으면 공격자가 곧 다시 시험합니다.', 'A short lock lets an attacker try again soon.'),
  importance: 'medium',
  expects: text(
    '계정 잠금 기간과 잠금 수 초기화 시간이 60분 이상',
    'the lockout lasts, and its counter is kept for, 60 minutes or more',
  ),
  remedy: text(
    '계정 잠금 기간과 다음 시간 후 계정 잠금 수를 원래대로 설정을 60분 이상으로 설정합니다.',
    'Set the lockout duration and the reset of its counter to 60 minutes or more.',
  ),
  fix: { any: [...policyFix('System Access', 'LockoutDuration = 60', 'ResetLockoutCount = 60')] },
  parameters: {
    minutes: numberParameter(text('잠금이 이어지는 시간(분)', 'minutes that a lock lasts'), 60, { min: 1, max: 99999 }),
  },
  needs: { policy: securityPolicy },
  judge({ policy }, _host, { minutes }) {
    return judgeReadings(text('계정 잠금 기간', 'the lockout duration'), [
      policyReading(policy, 'System Access', 'LockoutDuration', {
        expected: `${minutes} or more, or -1 (until an administrator unlocks)`,
        good: (value) => value === -1 || value >= minutes,
      }),
      policyReading(policy, 'System Access', 'ResetLockoutCount', {
        expected: `${minutes} or more`,
        good: (value) => value >= minutes,
      }),
    ]);
  },
});
