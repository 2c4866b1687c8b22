// An account locks after 1 to 5 failed logons (KISA 2026 W-04, 2021 W-04).
import { hostCheck, numberParameter, text } from '@bongsu/core';
import { policyFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, policyReading } from '../../criteria/windows-values.ts';
import { securityPolicy } from '../../probes/windows/security-policy.ts';

export const lockoutThreshold = hostCheck({
  id: 'windows.lockout-threshold',
  title: text('계정 잠금 임계값 설정', 'Account lockout threshold'),
  why: text(
    '잠금이 없으면 공격자가 비밀번호를 끝없이 시험할 수 있습니다.',
    'Without a lock an attacker may try passwords without end.',
  ),
  importance: 'high',
  expects: text('1~5회의 로그온 실패로 계정이 잠김', 'an account locks after 1 to 5 failed logons'),
  remedy: text(
    '계정 잠금 임계값을 5 이하로 설정합니다. 도메인 구성원은 도메인 정책에서 설정합니다.',
    'Set the lockout threshold to 5 or less; on members of a domain, in the policy of the domain.',
  ),
  fix: { any: [...policyFix('System Access', 'LockoutBadCount = 5')] },
  parameters: {
    failures: numberParameter(text('잠기기까지의 로그온 실패 횟수', 'failed logons until an account locks'), 5, {
      min: 1,
      max: 999,
    }),
  },
  needs: { policy: securityPolicy },
  judge({ policy }, _host, { failures }) {
    return judgeReadings(text('계정 잠금 임계값', 'the lockout threshold'), [
      policyReading(policy, 'System Access', 'LockoutBadCount', {
        expected: `1 to ${failures}`,
        good: (value) => value >= 1 && value <= failures,
      }),
    ]);
  },
});
