// No account is left that nobody needs (KISA 2026 U-07, 2021 U-49): who can log in is listed, and a person decides.
import type { LocalAccount, Proof } from '@bongsu/core';
import { fail, hasLoginShell, hostCheck, listParameter, manual, pass, text } from '@bongsu/core';
import { nameList } from '../../criteria/name-list.ts';
import type { CommentedAccount } from '../../probes/accounts.ts';
import { accounts } from '../../probes/accounts.ts';
import type { LastLogins } from '../../probes/last-logins.ts';
import { lastLogins } from '../../probes/last-logins.ts';
import type { Shadow } from '../../probes/shadow.ts';
import { shadow } from '../../probes/shadow.ts';

const shownMax = 50;

export const unneededAccounts = hostCheck({
  id: 'account.unneeded-accounts',
  title: text('불필요한 계정 제거', 'Remove unnecessary accounts'),
  why: text(
    '퇴직자·시험·기본 계정은 아무도 지켜보지 않으므로 침입과 지속에 쓰입니다.',
    'Nobody watches the accounts of leavers, tests and defaults: they serve to get in and to stay.',
  ),
  importance: 'low',
  expects: text('불필요한 계정이 없음', 'no account that nobody needs'),
  remedy: text(
    '담당자 확인 후 userdel로 지우거나, 잠그고(passwd -l) 셸을 nologin으로 바꿉니다. passwd 줄 앞의 #은 제거가 아닙니다.',
    'After asking the owner, remove it (userdel), or lock it (passwd -l) with nologin as shell. A # before its passwd line removes nothing.',
  ),
  fix: {
    any: ['usermod -L -e 1 ACCOUNT', 'userdel ACCOUNT'],
  },
  question: text(
    '이 계정들은 누구의 것이며 지금도 필요합니까?',
    'Whose are these accounts, and are they still needed?',
  ),
  parameters: {
    // Distributions ship them without a login shell: not in use.
    defaults: listParameter(
      text('쓰지 않아야 하는 기본 계정(가이드의 목록)', 'default accounts that nobody uses (the list of the guide)'),
      ['lp', 'uucp', 'nuucp'],
    ),
    needed: listParameter(text('필요하다고 확인된 계정', 'accounts that are known to be needed'), []),
  },
  needs: { accounts, shadow, logins: lastLogins },
  judge({ accounts: { users, commented }, shadow: entries, logins }, _host, { defaults: named, needed }) {
    const defaults = users.filter((user) => named.includes(user.name));
    const usable = defaults.filter(hasLoginShell);
    const others = users.filter((user) => hasLoginShell(user) && user.name !== 'root' && !usable.includes(user));
    const proofOf = (user: LocalAccount): Proof => accountProof(user, entries, logins);
    const listed = [...others.map(proofOf), ...commented.map(commentedProof)];
    const asked = [...others.filter((user) => !needed.includes(user.name)), ...commented];
    if (usable.length > 0)
      return fail(
        text(
          `로그인할 수 있는 기본 계정: ${nameList(usable)}`,
          `default accounts that can log in: ${nameList(usable)}`,
        ),
        [...usable.map(proofOf), ...listed.slice(0, shownMax)],
      );
    if (asked.length > 0)
      return manual(
        text(`다음 계정이 필요한가: ${nameList(asked)}`, `are these accounts needed: ${nameList(asked)}?`),
        [...listed.slice(0, shownMax), toldBy(logins)],
      );
    if (others.length > 0)
      return pass(
        text(
          `로그인할 수 있는 계정이 모두 필요하다고 확인됨: ${nameList(others)}`,
          `every account that can log in is known to be needed: ${nameList(others)}`,
        ),
        [...listed.slice(0, shownMax), toldBy(logins)],
      );
    return pass(text('root 외에 로그인할 수 있는 계정이 없음', 'nobody but root can log in'), [
      { source: '/etc/passwd', found: `${users.length} accounts, none but root with a login shell` },
      ...defaults.map(proofOf),
    ]);
  },
});

function accountProof(user: LocalAccount, { entries }: Shadow, logins: LastLogins): Proof {
  const state = entries.find((entry) => entry.name === user.name)?.state ?? 'not in shadow';
  const found = `${user.name} UID ${user.uid ?? '?'}: ${user.shell || '/bin/sh (empty)'}, password ${state}, last login ${logins.of(user.name) ?? 'not told'}`;
  return { source: `/etc/passwd:${user.line}`, found, expected: 'an account that somebody needs' };
}

function commentedProof({ name, line }: CommentedAccount): Proof {
  return { source: `/etc/passwd:${line}`, found: `${name}: commented out, not removed`, expected: 'the line removed' };
}

function toldBy({ source }: LastLogins): Proof {
  return source === null
    ? { source: 'lastlog', found: 'not asked: not booted, or no such program' }
    : { source, found: 'knows nothing of SSM Session Manager, cron and services' };
}
