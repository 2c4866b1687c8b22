// No account lacks its group, and no ordinary group lacks an account (KISA 2021 U-51, to the letter; 2026 asks whether the group is needed).
import { fail, hostCheck, pass, text } from '@bongsu/core';
import { accounts } from '../../probes/accounts.ts';
import { loginDefs } from '../../probes/login-defs.ts';
import { groupsLeft, neededGroups } from './parts/groups-left.ts';
import { nameList } from '../../criteria/name-list.ts';

export const emptyGroups2021 = hostCheck({
  id: 'account.empty-groups-2021',
  title: text('계정이 존재하지 않는 GID 금지', 'No groups without accounts (2021)'),
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
  parameters: { needed: neededGroups },
  needs: { accounts, defs: loginDefs },
  judge({ accounts: known, defs }, _host, { needed }) {
    const { orphans, empty, proofs } = groupsLeft(known, defs, needed);
    if (orphans) return fail(orphans, proofs);
    return empty.length > 0
      ? fail(text(`계정이 없는 그룹: ${nameList(empty)}`, `groups without an account: ${nameList(empty)}`), proofs)
      : pass(text('일반 그룹에 모두 계정이 있음', 'every ordinary group has an account'), proofs);
  },
});
