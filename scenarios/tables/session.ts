// Scenarios of the family session: search path, umask and idle time of login shells.
import type { ScenarioTable } from '../scenario.ts';
import { adds, edits, on } from '../scenario.ts';

const dropIn = (name: string): string => `/etc/profile.d/${name}.sh`;
const sshd = '/etc/ssh/sshd_config';

export const sessionScenarios: ScenarioTable = {
  'session.root-path': [
    on('rocky-9-tidy', 'hardened image', {}, 'pass'),
    on('debian-12-stock', 'stock', {}, 'pass'),
    on(
      'ubuntu-22-04-stock',
      'a dot in front, in root’s own file, where the agent’s PATH has none',
      {
        '/root/.bashrc': adds('PATH=.:$PATH\n'),
      },
      'fail',
      { because: 'front', trap: 'U-05(1)' },
    ),
    on(
      'amazon-linux-2-stock',
      'an empty element in the middle',
      { [dropIn('app')]: 'PATH=/opt/app::$PATH\n' },
      'fail',
      {
        because: 'middle',
        trap: 'U-05(2)',
      },
    ),
    on('debian-11-stock', 'a dot at the end is a warning', { '/root/.profile': adds('PATH=$PATH:.\n') }, 'pass', {
      because: 'warning',
      trap: 'U-05(3)',
    }),
    on('alma-9-stock', 'a dot in the name of a folder', { [dropIn('app')]: 'PATH=/opt/app.d/.bin:$PATH\n' }, 'pass', {
      trap: 'U-05(4)',
    }),
    on(
      'ubuntu-24-04-stock',
      'a profile that never ends',
      {
        [dropIn('hang')]: 'sleep 300\n',
        '/root/.bashrc': adds('PATH=.:$PATH\n'),
      },
      'fail',
      { because: 'front', trap: 'U-05(5)' },
    ),
    on(
      'rhel-8-stock',
      'a dot for ordinary users only',
      { [dropIn('app')]: '[ "$EUID" = 0 ] || PATH=.:$PATH\n' },
      'pass',
    ),
    on(
      'ubuntu-20-04-stock',
      'what login.defs gives root',
      {
        '/etc/login.defs': edits(/ENV_SUPATH\s+PATH=/, 'ENV_SUPATH PATH=.:'),
      },
      'fail',
      { because: '/etc/login.defs' },
    ),
  ],
  'session.umask': [
    on('rocky-9-tidy', 'hardened image', {}, 'pass'),
    on('debian-12-stock', 'stock', {}, 'pass'),
    on('rocky-8-stock', 'stock: the agent’s own mask is 022, that of users is 002', {}, 'fail', {
      because: '/etc/bashrc',
      trap: 'U-56(2) U-56(3)',
    }),
    on('ubuntu-24-04-stock', 'stock: pam_umask with USERGROUPS_ENAB', {}, 'fail', {
      because: 'USERGROUPS_ENAB',
      trap: 'U-56(4)',
    }),
    on('ubuntu-24-04-stock', 'stock, where the profile knows the distribution', {}, 'pass', {
      profile: 'distro-aware',
    }),
    on('rhel-8-stock', 'stock, where the profile knows the distribution', {}, 'pass', { profile: 'distro-aware' }),
    on(
      'amazon-linux-2023-stock',
      'somebody was put into the group of a user: the profile takes it no more',
      {
        '/etc/group': edits(/^ec2-user:x:1000:$/m, 'ec2-user:x:1000:deploy'),
      },
      'fail',
      { profile: 'distro-aware', because: 'ec2-user holds deploy too' },
    ),
    on('rocky-9-neglected', '002 for everybody is no default, whatever the profile', {}, 'fail', {
      profile: 'distro-aware',
    }),
    on('debian-12-tidy', 'a larger number and a weaker mask', { [dropIn('zz-umask')]: 'umask 030\n' }, 'fail', {
      because: '0030',
      trap: 'U-56(1)',
    }),
    on('amazon-linux-2-tidy', 'in symbols', { [dropIn('zz-umask')]: 'umask u=rwx,g=rx,o=\n' }, 'pass', {
      trap: 'U-56(5)',
    }),
    on('alma-9-stock', 'a drop-in heals what PAM relaxed', { [dropIn('zz')]: 'umask 027\r\n' }, 'pass'),
  ],
  'session.idle-timeout': [
    on('rocky-9-tidy', 'hardened image', {}, 'pass'),
    on('ubuntu-22-04-stock', 'stock', {}, 'fail', { because: 'TMOUT unset' }),
    on(
      'debian-12-stock',
      'sshd looks for dead peers, which is no idle time',
      {
        [sshd]: adds('ClientAliveInterval 300\nClientAliveCountMax 2\n'),
      },
      'fail',
      { because: 'TMOUT unset', trap: 'U-54(4)' },
    ),
    on('amazon-linux-2-tidy', 'zero never ends', { [dropIn('tmout')]: 'readonly TMOUT=0\n' }, 'fail', {
      trap: 'U-54(1)',
    }),
    on('alma-8-stock', 'declare with both flags', { [dropIn('tmout')]: 'declare -xr TMOUT="300"\n' }, 'pass', {
      trap: 'U-54(3)',
    }),
    on('debian-11-tidy', 'a later file, after it was made read-only', { [dropIn('zz')]: 'TMOUT=9000\n' }, 'pass', {
      trap: 'U-54(2)',
    }),
    on(
      'rhel-9-stock',
      'a later file wins where nothing is read-only',
      {
        [dropIn('a')]: 'export TMOUT=600\n',
        [dropIn('b')]: 'export TMOUT=3600\n',
      },
      'fail',
      { because: 'TMOUT=3600', trap: 'U-54(2)' },
    ),
    on(
      'ubuntu-20-04-tidy',
      'an account with csh, for which TMOUT is nothing',
      {
        '/etc/passwd': adds('kim:x:1500:100::/home/kim:/bin/tcsh\n'),
      },
      'fail',
      { because: 'autologout' },
    ),
    on('amazon-linux-2023-tidy', 'an image', {}, 'pass', { image: true }),
    on(
      'alma-9-stock',
      'root with zsh, which reads other files',
      {
        '/etc/passwd': edits(/^root:(.*):\/bin\/bash$/m, 'root:$1:/bin/zsh'),
        [dropIn('t')]: 'TMOUT=600\nreadonly TMOUT\nexport TMOUT\n',
      },
      'manual',
      { because: '/bin/zsh' },
    ),
  ],
};
