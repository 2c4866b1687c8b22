// The home of every account that can log in is a directory of its own (KISA 2026 U-32, 2021 U-58).
import type { LocalAccount, Proof } from '@bongsu/core';
import { fail, hasLoginShell, hostCheck, manual, pass, text } from '@bongsu/core';
import { nameList } from '../../criteria/name-list.ts';
import { accounts } from '../../probes/accounts.ts';
import type { Homes } from '../../probes/homes.ts';
import { homes } from '../../probes/homes.ts';

const shownMax = 50;

/** A home as it was found: whether it is one, and whether only a person can tell. */
interface Found {
  readonly user: LocalAccount;
  /** null where the home is there. */
  readonly state: 'missing' | 'on-use' | null;
  readonly found: string;
}

export const homeExists = hostCheck({
  id: 'account.home-exists',
  title: text('홈디렉토리로 지정한 디렉토리의 존재 관리', 'Home directories exist'),
  why: text(
    '홈이 없으면 로그인한 사용자가 / 에서 시작하고, 그 경로를 만드는 사람이 계정의 설정 파일을 정합니다.',
    'Without a home a user starts in /, and whoever creates that path writes the account’s start-up files.',
  ),
  importance: 'medium',
  expects: text(
    '로그인할 수 있는 모든 계정의 홈 디렉터리가 있음',
    'every account that can log in has its home directory',
  ),
  remedy: text(
    'mkhomedir_helper 계정으로 홈을 만들거나, usermod -d로 바꾸거나, 쓰지 않는 계정이면 지웁니다.',
    'Create the home (mkhomedir_helper ACCOUNT), give the account another one (usermod -d), or remove an unused account.',
  ),
  fix: {
    any: ['mkhomedir_helper ACCOUNT 0077'],
  },
  question: text(
    '홈이 없는 계정은 자동 마운트나 디렉터리 서비스의 홈을 씁니까, 아니면 쓰지 않는 계정입니까?',
    'Do accounts without a home get one by automount or a directory service, or are they unused?',
  ),
  needs: { accounts, homes },
  judge({ accounts: { users }, homes: known }) {
    const judged = users.filter(hasLoginShell).map((user) => look(user, known));
    const missing = judged.filter((one) => one.state === 'missing');
    const onUse = judged.filter((one) => one.state === 'on-use');
    if (missing.length > 0)
      return fail(
        text(
          `홈이 없는 계정: ${nameList(missing.map(({ user }) => user))}`,
          `accounts without a home directory: ${nameList(missing.map(({ user }) => user))}`,
        ),
        [...missing, ...onUse].slice(0, shownMax).map(proofOf),
      );
    if (onUse.length > 0)
      return manual(
        text(
          `자동 마운트되는 홈이 로그인하면 나타나는가: ${nameList(onUse.map(({ user }) => user))}`,
          `do the automounted homes of ${nameList(onUse.map(({ user }) => user))} appear on login?`,
        ),
        onUse.slice(0, shownMax).map(proofOf),
      );
    return pass(text('로그인할 수 있는 계정의 홈이 모두 있음', 'every account that can log in has its home'), [
      ...judged.slice(0, shownMax).map(proofOf),
      { source: '/etc/passwd', found: `${judged.length} of ${users.length} accounts have a login shell` },
    ]);
  },
});

function look(user: LocalAccount, known: Homes): Found {
  if (!user.home.startsWith('/'))
    return { user, state: 'missing', found: user.home === '' ? 'empty' : 'no absolute path' };
  // Root of a small system may live in /; anybody else shares it with everyone.
  if (/^\/+$/.test(user.home))
    return { user, state: user.name === 'root' ? null : 'missing', found: '/ is no home of its own' };
  const home = known.home(user.home);
  if (home.type === 'dir') return { user, state: null, found: 'a directory' };
  const automount = known.automount(user.home);
  if (automount !== null) return { user, state: 'on-use', found: `not there now; automounted by ${automount}` };
  if (home.state !== 'present') return { user, state: 'missing', found: 'not there' };
  return {
    user,
    state: 'missing',
    found: home.type === 'link' ? `a link to nowhere: ${home.linkTarget}` : 'no directory',
  };
}

function proofOf({ user, found }: Found): Proof {
  return { source: `/etc/passwd:${user.line}`, found: `${user.name} ${user.home}: ${found}`, expected: 'a directory' };
}
