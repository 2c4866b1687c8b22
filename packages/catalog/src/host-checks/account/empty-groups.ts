// No group is left that nobody needs (KISA 2026 U-09): an ordinary group without an account is shown, and a person says whether it is needed.
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { accounts } from '../../probes/accounts.ts';
import { loginDefs } from '../../probes/login-defs.ts';
import { groupsLeft, neededGroups } from './parts/groups-left.ts';
import { nameList } from '../../criteria/name-list.ts';

export const emptyGroups = hostCheck({
  id: 'account.empty-groups',
  title: text('계정이 존재하지 않는 GID 금지', 'No groups without accounts'),
  why: text(
    '계정 없는 그룹의 파일은 책임자가 없고, 같은 GID를 받은 다음 계정의 것이 됩니다.',
    'Files of a group without accounts are nobody’s business, and fall to whoever gets that GID next.',
  ),
  importance: 'low',
  expects: text(
    '모든 계정의 그룹이 있고, 필요 없는 그룹(GID_MIN 이상)이 남아 있지 않음',
    'every account’s group exists, and no needless group (from GID_MIN) is left',
  ),
  remedy: text(
    '그룹의 파일이 없는지 확인한 뒤 groupdel로 지우고, 그룹 없는 계정은 usermod -g로 바로잡습니다.',
    'Remove the group (groupdel) after checking that no file belongs to it; give an account without a group another one (usermod -g).',
  ),
  fix: {
    any: ['find / -xdev -group GROUP -ls', 'groupdel GROUP'],
  },
  question: text('구성원이 없는 그룹이 필요합니까? 누가 씁니까?', 'Are these groups needed, and who uses them?'),
  parameters: { needed: neededGroups },
  needs: { accounts, defs: loginDefs },
  judge({ accounts: known, defs }, _host, { needed }) {
    const { orphans, empty, proofs } = groupsLeft(known, defs, needed);
    if (orphans) return fail(orphans, proofs);
    return empty.length > 0
      ? manual(
          text(
            `계정이 없는 그룹이 필요한가: ${nameList(empty)}`,
            `are these groups without an account needed: ${nameList(empty)}?`,
          ),
          proofs,
        )
      : pass(text('일반 그룹에 모두 계정이 있음', 'every ordinary group has an account'), proofs);
  },
});
