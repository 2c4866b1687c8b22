// Anonymous users may not translate SIDs into names (KISA 2026 W-12, 2021 W-54).
import { hostCheck, text } from '@bongsu/core';
import { policyFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, policyReading } from '../../criteria/windows-values.ts';
import { securityPolicy } from '../../probes/windows/security-policy.ts';

export const anonymousSidName = hostCheck({
  id: 'windows.anonymous-sid-name',
  title: text('익명 SID/이름 변환 허용 해제', 'No SID to name translation for anonymous users'),
  why: text(
    '익명 사용자가 SID에서 관리자 계정의 바뀐 이름을 알아낼 수 있습니다.',
    'Anonymous users could find the new name of the administrator by its SID.',
  ),
  importance: 'medium',
  expects: text('익명 SID/이름 변환을 허용하지 않음', 'anonymous users may not translate SIDs into names'),
  remedy: text(
    "'네트워크 액세스: 익명 SID/이름 변환 허용'을 사용 안 함으로 설정합니다.",
    'Disable "Network access: Allow anonymous SID/Name translation".',
  ),
  fix: { any: [...policyFix('System Access', 'LSAAnonymousNameLookup = 0')] },
  needs: { policy: securityPolicy },
  judge({ policy }) {
    return judgeReadings(text('익명 SID/이름 변환', 'anonymous SID to name translation'), [
      policyReading(policy, 'System Access', 'LSAAnonymousNameLookup', { expected: '0', good: (value) => value === 0 }),
    ]);
  },
});
