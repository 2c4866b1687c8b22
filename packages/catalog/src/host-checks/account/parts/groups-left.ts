// Accounts whose group does not exist, and ordinary groups that nobody is in, as both editions count them.
import type { LocalAccount, LocalGroup, Proof, Setting, Text } from '@bongsu/core';
import { listParameter, settingLast, settingSource, text, wholeNumber } from '@bongsu/core';
import { nameList } from '../../../criteria/name-list.ts';
import type { Accounts } from '../../../probes/accounts.ts';
import type { LoginDefs } from '../../../probes/login-defs.ts';

/** groupadd(8): where login.defs does not say. */
const gidMinBuiltIn = 1000;
/** nogroup, nobody or nfsnobody on every distribution: a group that is meant to have nobody. */
const nobody = 65534;
const shownMax = 50;

export const neededGroups = listParameter(
  text('구성원이 없어도 필요한 그룹', 'groups that are needed though nobody is in them'),
  [],
);

export interface GroupsLeft {
  /** Says which accounts have a GID without a group; null where none has. */
  readonly orphans: Text | null;
  readonly empty: readonly LocalGroup[];
  readonly proofs: readonly Proof[];
}

/** `needed`: groups that are kept on purpose, though nobody is in them. */
export function groupsLeft({ users, groups }: Accounts, defs: LoginDefs, needed: readonly string[]): GroupsLeft {
  const orphans = users.filter((user) => user.gid === null || groups.every((group) => group.gid !== user.gid));
  const setting = gidMin(defs);
  const from = wholeNumber(setting?.value) ?? gidMinBuiltIn;
  const ordinary = groups.filter((group) => group.gid !== null && group.gid >= from && group.gid !== nobody);
  const empty = ordinary.filter((group) => !needed.includes(group.name) && !users.some((user) => belongs(user, group)));
  const bound: Proof = setting
    ? { source: settingSource(setting), found: `GID_MIN ${setting.value}` }
    : { source: '/etc/login.defs', found: `GID_MIN not set, built in ${gidMinBuiltIn}` };
  const counted: Proof = {
    source: '/etc/group',
    found: `${ordinary.length} ordinary groups, ${empty.length} without an account`,
  };
  return {
    orphans:
      orphans.length === 0
        ? null
        : text(
            `그룹이 없는 GID를 쓰는 계정: ${nameList(orphans)}`,
            `accounts whose GID has no group: ${nameList(orphans)}`,
          ),
    empty,
    proofs: [
      ...orphans.slice(0, shownMax).map(orphanProof),
      ...empty.slice(0, shownMax).map(emptyProof),
      counted,
      bound,
    ],
  };
}

function gidMin(defs: LoginDefs): Setting | undefined {
  const setting = settingLast(defs.settings, 'GID_MIN');
  return wholeNumber(setting?.value) === null ? undefined : setting;
}

/** A primary group is named in passwd alone. */
function belongs(user: LocalAccount, group: LocalGroup): boolean {
  return user.gid === group.gid || group.members.includes(user.name);
}

function orphanProof(user: LocalAccount): Proof {
  return {
    source: `/etc/passwd:${user.line}`,
    found: `${user.name} GID ${user.gid ?? 'is no number'}`,
    expected: 'a group of this GID in /etc/group',
  };
}

function emptyProof(group: LocalGroup): Proof {
  const members =
    group.members.length > 0 ? `only members without a local account: ${group.members.join(', ')}` : 'no member';
  return {
    source: `/etc/group:${group.line}`,
    found: `${group.name} GID ${group.gid}: ${members}`,
    expected: 'an account',
  };
}
