// No account lacks its group, and no ordinary group lacks an account (KISA 2026 U-09, 2021 U-51).
import type { LocalAccount, LocalGroup, Proof, Setting } from '@bongsu/core';
import { fail, hostCheck, manual, pass, settingLast, settingSource, text, wholeNumber } from '@bongsu/core';
import { nameList } from '../../criteria/name-list.ts';
import { accounts } from '../../probes/accounts.ts';
import type { LoginDefs } from '../../probes/login-defs.ts';
import { loginDefs } from '../../probes/login-defs.ts';

/** groupadd(8): where login.defs does not say. */
const gidMinBuiltIn = 1000;
/** nogroup, nobody or nfsnobody on every distribution: a group that is meant to have nobody. */
const nobody = 65534;
const shownMax = 50;

export const emptyGroups = hostCheck({
  id: 'account.empty-groups',
  title: text('계정이 존재하지 않는 GID 금지', 'No groups without accounts'),
  why: text(
    '계정 없는 그룹의 파일은 책임자가 없고, 같은 GID를 받은 다음 계정의 것이 됩니다.',
    'Files of a group without accounts are nobody’s business, and fall to whoever gets that GID next.',
  ),
  importance: 'low',
  expects: text(
    '모든 계정의 그룹이 있고, 일반 그룹(GID_MIN 이상)에는 계정이 있음',
    'every account’s group exists, and ordinary groups (from GID_MIN) have an account',
  ),
  remedy: text(
    '그룹의 파일이 없는지 확인한 뒤 groupdel로 지우고, 그룹 없는 계정은 usermod -g로 바로잡습니다.',
    'Remove the group (groupdel) after checking that no file belongs to it; give an account without a group another one (usermod -g).',
  ),
  fix: {
    any: ['find / -xdev -group GROUP -ls', 'groupdel GROUP'],
  },
  question: text('구성원이 없는 그룹이 필요합니까? 누가 씁니까?', 'Are these groups needed, and who uses them?'),
  needs: { accounts, defs: loginDefs },
  judge({ accounts: { users, groups }, defs }) {
    const orphans = users.filter((user) => groups.every((group) => group.gid === null || group.gid !== user.gid));
    const setting = gidMin(defs);
    const from = setting?.from ?? gidMinBuiltIn;
    const ordinary = groups.filter((group) => group.gid !== null && group.gid >= from && group.gid !== nobody);
    const empty = ordinary.filter((group) => !users.some((user) => belongs(user, group)));
    const bound: Proof = setting
      ? { source: settingSource(setting), found: `GID_MIN ${setting.value}` }
      : { source: '/etc/login.defs', found: `GID_MIN not set, built in ${gidMinBuiltIn}` };
    const proofs = [...empty.slice(0, shownMax).map(emptyProof), bound];
    if (orphans.length > 0)
      return fail(
        text(
          `그룹이 없는 GID를 쓰는 계정: ${nameList(orphans)}`,
          `accounts whose GID has no group: ${nameList(orphans)}`,
        ),
        [...orphans.slice(0, shownMax).map(orphanProof), ...proofs],
      );
    return empty.length > 0
      ? manual(
          text(
            `계정이 없는 그룹이 필요한가: ${nameList(empty)}`,
            `are these groups without an account needed: ${nameList(empty)}?`,
          ),
          proofs,
        )
      : pass(text('일반 그룹에 모두 계정이 있음', 'every ordinary group has an account'), [
          { source: '/etc/group', found: `${ordinary.length} ordinary groups, each with an account` },
          bound,
        ]);
  },
});

function gidMin(defs: LoginDefs): (Setting & { readonly from: number }) | undefined {
  const setting = settingLast(defs.settings, 'GID_MIN');
  const from = setting && wholeNumber(setting.value);
  return setting && typeof from === 'number' ? { ...setting, from } : undefined;
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
