// The account ftp has no login shell (KISA 2026 U-55, 2021 U-62).
import { fail, hostCheck, pass, text } from '@bongsu/core';
import { accounts } from '../../probes/accounts.ts';

/** Below /usr as well, where the system is merged. */
const refusing = new Set(['/bin/false', '/sbin/false', '/bin/nologin', '/sbin/nologin']);

export const accountShell = hostCheck({
  id: 'ftp.account-shell',
  title: text('FTP 계정 shell 제한', 'Shell of the ftp account'),
  why: text(
    'ftp 계정에 쉘이 있으면 익명 FTP용 계정으로 시스템에 로그인할 수 있습니다.',
    'With a shell, the account made for anonymous FTP may log in to the system.',
  ),
  importance: 'medium',
  expects: text('ftp 계정의 쉘이 /bin/false나 nologin임', 'the account ftp has /bin/false or nologin'),
  remedy: text('usermod -s /bin/false ftp', 'usermod -s /bin/false ftp'),
  fix: {
    any: ['usermod -s /bin/false ftp'],
  },
  needs: { accounts },
  judge({ accounts: { users } }) {
    const named = users.filter(({ name }) => name === 'ftp');
    const evidence = named.map(({ line, shell }) => ({
      source: `/etc/passwd:${line}`,
      found: `ftp ${shell || '(empty: /bin/sh)'}`,
      expected: '/bin/false or nologin',
    }));
    if (named.length === 0)
      return pass(text('ftp 계정이 없음', 'there is no account ftp'), [{ source: '/etc/passwd', found: 'no ftp' }]);
    return named.every(({ shell }) => refusing.has(shell.replace('/usr/', '/')))
      ? pass(text('ftp 계정이 로그인할 수 없음', 'the account ftp cannot log in'), evidence)
      : fail(text('ftp 계정에 로그인 쉘이 있음', 'the account ftp has a login shell'), evidence);
  },
});
