// The audit policy in force by subcategory GUID and number, as auditpol backs it up: its other answers are in the language of the system.
import type { Unread } from '@bongsu/core';
import { unread, windowsProbe } from '@bongsu/core';

export interface AuditSetting {
  readonly success: boolean;
  readonly failure: boolean;
}

/** By subcategory GUID in capitals, without braces. */
export type AuditPolicy = ReadonlyMap<string, AuditSetting>;

export const auditPolicy = windowsProbe<AuditPolicy>({
  name: 'windows-audit-policy',
  timeoutSeconds: 60,
  sizeBytesMax: 131072,
  script: String.raw`
AskFile 'auditpol' 'auditpol.exe' '/backup /file:{file}'
`,
  read(records): AuditPolicy | Unread {
    const said = records.command('auditpol');
    if (said?.exitCode !== 0) return unread('auditpol이 답하지 않음', 'auditpol did not answer');
    const policy = new Map<string, AuditSetting>();
    for (const line of said.stdout) {
      // Machine,Target,Subcategory,{GUID},Inclusion,Exclusion,Value; the value is 0 to 3: success 1, failure 2.
      const found = /,\{([0-9A-F-]{36})\},[^,]*,[^,]*,\s*([0-3])\s*$/i.exec(line);
      const value = Number(found?.[2]);
      if (found) policy.set((found[1] ?? '').toUpperCase(), { success: (value & 1) !== 0, failure: (value & 2) !== 0 });
    }
    return policy.size > 0 ? policy : unread('감사 정책을 해석할 수 없음', 'the audit policy could not be read');
  },
});
