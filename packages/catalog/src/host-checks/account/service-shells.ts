// Accounts that nobody logs in with have no login shell (KISA 2026 U-11, 2021 U-53).
import type { LocalAccount, Proof } from '@bongsu/core';
import { fail, hostCheck, listParameter, pass, settingLast, settingSource, text, wholeNumber } from '@bongsu/core';
import { nameList } from '../../criteria/name-list.ts';
import { accounts } from '../../probes/accounts.ts';
import { loginDefs } from '../../probes/login-defs.ts';

/** useradd(8): where login.defs does not say. */
const uidMinBuiltIn = 1000;
const shownMax = 50;

const namedByGuide = 'daemon bin sys adm listen nobody nobody4 noaccess diag operator games gopher'.split(' ');

/** Exact paths: a program called nologin elsewhere may be anything. */
const withoutLogin = new Set(
  ['nologin', 'false', 'true'].flatMap((name) =>
    ['/bin', '/usr/bin', '/sbin', '/usr/sbin'].map((dir) => `${dir}/${name}`),
  ),
);
/** Accounts whose shell is the one program after which they are named. */
const harmless = /^(?:\/usr)?\/s?bin\/(sync|shutdown|halt)$/;

export const serviceShells = hostCheck({
  id: 'account.service-shells',
  title: text('사용자 shell 점검', 'Login shells of service accounts'),
  why: text(
    '로그인할 일 없는 계정에 셸이 있으면 서비스 취약점이 명령 실행과 로그인으로 이어집니다.',
    'A shell on an account that nobody logs in with turns a flaw of its service into a login.',
  ),
  importance: 'low',
  expects: text(
    '로그인이 필요 없는 계정(UID_MIN 미만과 가이드가 정한 계정)의 셸이 nologin이나 false임',
    'accounts that need no login (below UID_MIN, and those the guide names) have nologin or false as shell',
  ),
  remedy: text(
    'usermod -s /sbin/nologin 계정. 실제로 로그인하는 서비스 계정은 예외로 등록합니다.',
    'usermod -s /sbin/nologin ACCOUNT; for a service account that really logs in, record an exception.',
  ),
  fix: {
    rhel: ['usermod -s /sbin/nologin ACCOUNT'],
    any: ['usermod -s /usr/sbin/nologin ACCOUNT'],
  },
  parameters: {
    named: listParameter(
      text(
        'UID와 상관없이 로그인이 필요 없는 계정(가이드의 목록)',
        'accounts that need no login whatever their UID (the list of the guide)',
      ),
      namedByGuide,
    ),
    loggingIn: listParameter(text('실제로 로그인하는 서비스 계정', 'service accounts that really log in'), []),
  },
  needs: { accounts, defs: loginDefs },
  judge({ accounts: { users }, defs }, _host, { named, loggingIn }) {
    const setting = settingLast(defs.settings, 'UID_MIN');
    const said = wholeNumber(setting?.value);
    const from = said ?? uidMinBuiltIn;
    const judged = users.filter(
      ({ name, uid }) =>
        name !== 'root' && !loggingIn.includes(name) && (named.includes(name) || (uid !== null && uid < from)),
    );
    const open = judged.filter((user) => !cannotLogIn(user));
    const bound: Proof =
      setting && said !== null
        ? { source: settingSource(setting), found: `UID_MIN ${said}` }
        : { source: '/etc/login.defs', found: `UID_MIN not set, built in ${uidMinBuiltIn}` };
    if (open.length === 0)
      return pass(text('서비스 계정에 로그인 셸이 없음', 'no service account has a login shell'), [
        { source: '/etc/passwd', found: `${judged.length} accounts without a login shell` },
        bound,
      ]);
    const names = nameList(open);
    return fail(text(`로그인 셸이 있는 서비스 계정: ${names}`, `service accounts with a login shell: ${names}`), [
      ...open.slice(0, shownMax).map((user) => ({
        source: `/etc/passwd:${user.line}`,
        found: `${user.name} UID ${user.uid ?? '?'}: ${user.shell || 'empty, which is /bin/sh'}`,
        expected: '/sbin/nologin or /bin/false',
      })),
      bound,
    ]);
  },
});

function cannotLogIn({ name, shell }: LocalAccount): boolean {
  return withoutLogin.has(shell) || harmless.exec(shell)?.[1] === name;
}
