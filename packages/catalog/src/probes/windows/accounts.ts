// Local accounts and who is in the two groups that matter: Administrators and Remote Desktop Users, found by SID whatever their names are.
import type { Records } from '@bongsu/core';
import { unread, windowsProbe } from '@bongsu/core';

export interface WindowsAccount {
  readonly name: string;
  readonly sid: string;
  readonly enabled: boolean;
  /** `2026-03-31`; empty where never. */
  readonly lastLogon: string;
  readonly passwordSet: string;
}

export interface WindowsAccounts {
  /** Null on a domain controller, which has no accounts of its own. */
  readonly users: readonly WindowsAccount[] | null;
  /** Names, with SID where Windows told it. */
  readonly administrators: readonly string[];
  readonly remoteDesktopUsers: readonly string[];
}

export const windowsAccounts = windowsProbe<WindowsAccounts>({
  name: 'windows-accounts',
  timeoutSeconds: 120,
  sizeBytesMax: 262144,
  // Get-LocalGroupMember fails on a member whose account was deleted (PowerShell issue 2996) and on domain controllers; net lists names anyway.
  script: String.raw`
if ((Get-CimInstance -ClassName Win32_ComputerSystem).DomainRole -ge 4) {
  Note 'accounts' 'domain'
} else {
  Note 'accounts' 'local'
  foreach ($user in @(Get-LocalUser)) {
    Note 'user' $user.Name $user.SID.Value $user.Enabled (Day $user.LastLogon) (Day $user.PasswordLastSet)
  }
}
foreach ($sid in @('S-1-5-32-544', 'S-1-5-32-555')) {
  try {
    foreach ($member in @(Get-LocalGroupMember -SID $sid)) { Note 'member' $sid $member.Name $member.SID.Value }
    Note 'group' $sid 'listed'
  } catch {
    Note 'group' $sid 'net'
    $group = (New-Object -TypeName Security.Principal.SecurityIdentifier -ArgumentList $sid).Translate([Security.Principal.NTAccount]).Value
    $quote = [string][char]34
    Ask $sid 'net.exe' ('localgroup ' + $quote + $group.Substring($group.IndexOf([char]92) + 1) + $quote)
  }
}
`,
  read(records) {
    const kind = records.note('accounts')?.values[0];
    const administrators = membersOf(records, 'S-1-5-32-544');
    const remoteDesktopUsers = membersOf(records, 'S-1-5-32-555');
    if (kind === undefined || administrators === null || remoteDesktopUsers === null)
      return unread('계정이나 그룹 구성원을 알 수 없음', 'the accounts or the members of a group are not told');
    const users = records.notes('user').map(({ values: [name = '', sid = '', enabled, last = '', set = ''] }) => ({
      name,
      sid,
      enabled: enabled === 'True',
      lastLogon: last,
      passwordSet: set,
    }));
    // Every Windows has its built-in Administrator; a list without one is no list.
    if (kind === 'local' && !users.some(({ sid }) => sid.endsWith('-500')))
      return unread(
        '로컬 계정 목록에 기본 관리자가 없음',
        'the list of local accounts lacks the built-in administrator',
      );
    return { users: kind === 'local' ? users : null, administrators, remoteDesktopUsers };
  },
});

function membersOf(records: Records, sid: string): readonly string[] | null {
  const way = records.notes('group').find(({ values }) => values[0] === sid)?.values[1];
  if (way === 'listed')
    return records
      .notes('member')
      .filter(({ values }) => values[0] === sid)
      .map(({ values: [, name = '', own = ''] }) => `${name} (${own})`);
  const said = way === 'net' ? records.command(sid) : undefined;
  if (said?.exitCode !== 0) return null;
  // Names stand between a line of dashes and the closing sentence, in every language.
  const from = said.stdout.findIndex((line) => /^-{20,}/.test(line));
  const names = said.stdout.slice(from + 1).filter((line) => line.trim() !== '');
  return from < 0 || names.length === 0 ? null : names.slice(0, -1).map((line) => line.trim());
}
