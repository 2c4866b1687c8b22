// The local security policy in force, as secedit exports it: passwords, lockout, accounts and user rights.
import type { SecurityPolicy } from '@bongsu/core';
import { securityPolicy as policyOf, unread, windowsProbe } from '@bongsu/core';

/** secedit answers only into a file; it goes into a private folder that is removed at once, its log too. */
export const securityPolicy = windowsProbe<SecurityPolicy>({
  name: 'windows-security-policy',
  timeoutSeconds: 120,
  sizeBytesMax: 262144,
  script: String.raw`
AskFile 'secedit' 'secedit.exe' '/export /cfg {file} /areas SECURITYPOLICY USER_RIGHTS /log {log} /quiet'
`,
  read(records) {
    const said = records.command('secedit');
    if (said === undefined || said.missing || said.exitCode !== 0)
      return unread('secedit가 답하지 않음', 'secedit did not answer');
    const policy = policyOf(said.stdout);
    // An empty export would make every setting look unset.
    return policy.sections.includes('system access') && policy.sections.includes('privilege rights')
      ? policy
      : unread('secedit의 답에 정책이 없음', 'the answer of secedit holds no policy');
  },
});
