// sudoers of a root: the packaged file and what cloud-init adds for the first user.
import type { Files } from './accounts.ts';
import { lines } from './accounts.ts';

/** `admins` is the group that may do everything: wheel, or sudo on Debian and Ubuntu. */
export function sudoers(admins: 'wheel' | 'sudo', cloudUser: string): Files {
  return {
    '/etc/sudoers': {
      text: lines([
        'Defaults   env_reset',
        'Defaults   secure_path = /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        'root	ALL=(ALL:ALL)	ALL',
        `%${admins}	ALL=(ALL:ALL)	ALL`,
        admins === 'wheel' ? '#includedir /etc/sudoers.d' : '@includedir /etc/sudoers.d',
      ]),
      mode: '0440',
    },
    '/etc/sudoers.d': { dir: true, mode: '0750' },
    '/etc/sudoers.d/90-cloud-init-users': {
      text: `# Created by cloud-init\n\n# User rules for ${cloudUser}\n${cloudUser} ALL=(ALL) NOPASSWD:ALL\n`,
      mode: '0440',
    },
  };
}
