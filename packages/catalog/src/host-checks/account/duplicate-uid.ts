// No two accounts share a UID (KISA 2026 U-10, 2021 U-52).
import { fail, hostCheck, pass, text } from '@bongsu/core';
import { accounts } from '../../probes/accounts.ts';

export const duplicateUid = hostCheck({
  id: 'account.duplicate-uid',
  title: text('동일한 UID 금지', 'No duplicate UIDs'),
  why: text(
    'UID가 같으면 서로의 파일에 접근하고 행위자를 구분할 수 없습니다.',
    "Accounts with one UID own each other's files, and nobody can tell who acted.",
  ),
  importance: 'medium',
  expects: text('모든 계정의 UID가 서로 다름', 'every account has a UID of its own'),
  remedy: text('usermod -u 로 다른 UID를 줍니다.', 'Give one of them another UID (usermod -u).'),
  fix: {
    any: ['usermod -u NEW_UID ACCOUNT', 'find / -xdev -user OLD_UID -exec chown -h NEW_UID {} +'],
  },
  needs: { accounts },
  judge({ accounts: { users } }) {
    const shared = users.filter((user) =>
      users.some((other) => other !== user && other.uid !== null && other.uid === user.uid),
    );
    const evidence = shared.map((user) => ({
      source: `/etc/passwd:${user.line}`,
      found: `${user.name} UID ${user.uid}`,
    }));
    return shared.length > 0
      ? fail(text('UID가 같은 계정이 있음', 'accounts share a UID'), evidence)
      : pass(text('UID가 모두 다름', 'all UIDs differ'), [
          { source: '/etc/passwd', found: `${users.length} accounts` },
        ]);
  },
});
