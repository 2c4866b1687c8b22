// Logons, account logons, account management, policy changes and system events are audited (KISA 2026 W-40, 2021 W-69).
import type { Proof } from '@bongsu/core';
import { fail, hostCheck, listParameter, pass, text } from '@bongsu/core';
import { auditPolicy } from '../../probes/windows/audit-policy.ts';

/** Subcategories as [MS-GPAC] 2.2.1.1 numbers them; which of them, and for what, is our reading of the guide's table. */
const asked = [
  'logon:0CCE9215-69AE-11D9-BED3-505054503030:SF',
  'credential-validation:0CCE923F-69AE-11D9-BED3-505054503030:SF',
  'user-account-management:0CCE9235-69AE-11D9-BED3-505054503030:S',
  'security-group-management:0CCE9237-69AE-11D9-BED3-505054503030:S',
  'audit-policy-change:0CCE922F-69AE-11D9-BED3-505054503030:S',
  'security-state-change:0CCE9210-69AE-11D9-BED3-505054503030:S',
] as const;

export const windowsAuditPolicy = hostCheck({
  id: 'windows.audit-policy',
  title: text('정책에 따른 시스템 로깅 설정', 'What the policy asks for is audited'),
  why: text(
    '감사하지 않은 일은 침해 뒤에 알아낼 수 없습니다.',
    'What is not audited cannot be found out after an intrusion.',
  ),
  importance: 'medium',
  expects: text(
    '로그온, 계정 로그온, 계정 관리, 정책 변경, 시스템 이벤트를 감사함',
    'logons, account logons, account management, policy changes and system events are audited',
  ),
  remedy: text(
    'auditpol 또는 고급 감사 정책으로 필요한 감사를 켭니다.',
    'Turn on what is missing with auditpol or the advanced audit policy.',
  ),
  fix: {
    any: [
      'auditpol /set "/subcategory:{0CCE9215-69AE-11D9-BED3-505054503030}" /success:enable /failure:enable',
      'auditpol /get /category:*',
    ],
  },
  parameters: {
    required: listParameter(
      text(
        '감사할 항목: 이름:하위 범주 GUID:S(성공)·F(실패)',
        'what is audited: name:GUID of the subcategory:S (success) and F (failure)',
      ),
      asked,
    ),
  },
  needs: { audit: auditPolicy },
  judge({ audit }, _host, { required }) {
    const bad: Proof[] = [];
    const good: Proof[] = [];
    for (const rule of required) {
      const [name, guid, wanted] = rule.split(':');
      if (guid === undefined || !wanted) {
        bad.push({ source: 'parameter required', found: `"${rule}"`, expected: 'name:GUID:S, F or SF' });
        continue;
      }
      const seen = audit.get(guid.toUpperCase());
      const does = seen ? `${seen.success ? 'S' : ''}${seen.failure ? 'F' : ''}` || 'none' : 'not told';
      const enough =
        seen !== undefined && (!wanted.includes('S') || seen.success) && (!wanted.includes('F') || seen.failure);
      (enough ? good : bad).push({ source: `auditpol ${name} {${guid}}`, found: does, expected: wanted });
    }
    return bad.length > 0
      ? fail(text('감사하지 않는 항목이 있음', 'something is not audited'), [...bad, ...good])
      : pass(text('정책의 항목을 감사함', 'what the policy asks for is audited'), good);
  },
});
