// Local accounts and groups, without any hash.
import type { LocalAccount, LocalGroup } from '@bongsu/core';
import { parseGroup, parsePasswd, probe, unread } from '@bongsu/core';
import { passwordKind } from './shadow/password-kind.ts';

export interface Accounts {
  readonly users: readonly LocalAccount[];
  readonly groups: readonly LocalGroup[];
  /** Lines of passwd that are an account behind a `#`: the account is out of use here, its line is not removed. */
  readonly commented: readonly CommentedAccount[];
}

export interface CommentedAccount {
  readonly name: string;
  readonly line: number;
}

export const accounts = probe<Accounts>({
  name: 'accounts',
  timeoutSeconds: 10,
  sizeBytesMax: 1048576,
  live: false,
  // Field 2 is a hash on hosts without shadow: only its kind may leave.
  script: `
name_field_2() { awk -F: -v OFS=: '${passwordKind}
  NF == 1 && $0 !~ /^[+-]/ { print "masked"; next }
  NF > 1 && $2 != "" && $2 != "x" && $2 != "*" && $2 != "!" { $2 = kind($2) } { print }'; }
mask_field_2() { awk -F: -v OFS=: 'NF > 1 && $2 != "" && $2 != "x" && $2 != "*" && $2 != "!" { $2 = "masked" } { print }'; }
# Room for 10,000 accounts.
FILE_BYTES_MAX=2097152
file /etc/passwd name_field_2
file /etc/group mask_field_2
`,
  read(records) {
    const passwd = records.file('/etc/passwd');
    const group = records.file('/etc/group');
    if (passwd?.state !== 'present' || passwd.type !== 'file')
      return unread('/etc/passwd를 읽을 수 없음', '/etc/passwd could not be read');
    // A root without a group file has no groups; one that hides it is another matter.
    if (group?.state === 'unreadable' || (group?.state === 'present' && group.type !== 'file'))
      return unread('/etc/group을 읽을 수 없음', '/etc/group could not be read');
    return {
      users: parsePasswd(passwd.lines),
      groups: parseGroup(group?.lines ?? []),
      commented: commentedAccounts(passwd.lines),
    };
  },
});

function commentedAccounts(lines: readonly string[]): CommentedAccount[] {
  return lines.flatMap((text, index) => {
    const name = /^#+\s*([A-Za-z_][A-Za-z0-9_.-]*):[^:]*:[0-9]+:[0-9]+:/.exec(text)?.[1];
    return name === undefined ? [] : [{ name, line: index + 1 }];
  });
}
