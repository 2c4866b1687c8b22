// Postfix as Amazon Linux 2 runs it: for the host itself alone, its queue tools for everybody unless hardened.
import type { Files, Group } from './accounts.ts';
import { privilegedPrograms } from './skeleton.ts';

export const postdrop: Group = { name: 'postdrop', gid: 90 };

export function postfix(tidy: boolean): Files {
  return {
    ...privilegedPrograms([
      ['/usr/sbin/postfix', '0755'],
      ['/usr/sbin/postsuper', tidy ? '0750' : '0755'],
      ['/usr/sbin/postdrop', '2755', postdrop.gid],
      ['/usr/sbin/postqueue', '2755', postdrop.gid],
    ]),
    '/etc/postfix/main.cf': `inet_interfaces = localhost\nmydestination = $myhostname, localhost\n${tidy ? 'disable_vrfy_command = yes\n' : ''}`,
    '/etc/postfix/master.cf':
      'smtp      inet  n       -       n       -       -       smtpd\npickup    unix  n       -       n       60      1       pickup\n',
  };
}
