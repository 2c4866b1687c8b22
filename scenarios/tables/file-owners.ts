// Scenarios of the checks that look at many files of one purpose: environment, start-up, logs, trust, cron.
import type { ScenarioTable } from '../scenario.ts';
import { adds, becomes, on } from '../scenario.ts';
import { host } from '../host-state.ts';

const unit = '/etc/systemd/system/app.service';
const wants = '/etc/systemd/system/multi-user.target.wants/app.service';
const rsh = host({ on: ['rsh.socket'] });
const rhosts = (text: string, mode = '0600') => ({ text, mode, uid: 1000, gid: 1000 });

export const fileOwnerScenarios: ScenarioTable = {
  'file.environment-files': [
    on('rocky-9-stock', 'stock image', {}, 'pass'),
    on('debian-12-tidy', 'somebody else owns it', { '/home/eshin/.bashrc': { text: '', uid: 1000 } }, 'fail', {
      because: '/home/eshin/.bashrc',
    }),
    on(
      'ubuntu-22-04-tidy',
      'the group may write',
      { '/home/ubuntu/.profile': { text: '', mode: '0664', uid: 1000 } },
      'fail',
      {
        trap: 'U-14(3)',
      },
    ),
    on(
      'amazon-linux-2-tidy',
      'the home of a service',
      {
        '/etc/passwd': adds('db:x:2600:2600::/var/lib/pgsql:/bin/bash\n'),
        '/var/lib/pgsql/.bash_profile': { text: '', mode: '0666', uid: 2600 },
      },
      'fail',
      { because: '/var/lib/pgsql/.bash_profile', trap: 'U-14(1)' },
    ),
    on(
      'amazon-linux-2023-tidy',
      'accounts at / and /proc',
      { '/.bashrc': { text: '', mode: '0666', uid: 1000 } },
      'pass',
      {
        trap: 'U-14(2)',
      },
    ),
    on(
      'alma-9-stock',
      'what lies in /sbin is not of sync',
      { '/usr/sbin/.profile': { text: '', mode: '0664', uid: 5 } },
      'pass',
      {
        trap: 'U-14(4)',
      },
    ),
    on(
      'rocky-8-tidy',
      'a link to a file of somebody else',
      { '/home/rocky/.exrc': { link: '/srv/exrc' }, '/srv/exrc': { text: '', uid: 1001 } },
      'fail',
      { because: '/srv/exrc', trap: 'U-14(5)' },
    ),
    on('debian-11-tidy', 'a link to /dev/null', { '/home/admin/.login': { link: '/dev/null' } }, 'pass'),
  ],
  'file.startup-scripts': [
    on('rhel-8-stock', 'stock image', {}, 'pass'),
    on('ubuntu-24-04-stock', 'a masked unit', { [unit]: { link: '/dev/null' } }, 'pass', { trap: 'U-17/2026(2)' }),
    on(
      'debian-12-tidy',
      'a link to a unit of a user',
      { [wants]: { link: '/home/eshin/app.service' }, '/home/eshin/app.service': { text: '', uid: 1001 } },
      'fail',
      {
        because: '/home/eshin/app.service',
        trap: 'U-17/2026(1)',
      },
    ),
    on('rocky-9-tidy', 'a link to nothing', { [wants]: { link: '/opt/gone.service' } }, 'pass', {
      because: 'link to nothing',
      trap: 'U-17/2026(3)',
    }),
    on(
      'amazon-linux-2-stock',
      'a script that anybody may change',
      { '/etc/rc.d/init.d/app': { text: '', mode: '0777' } },
      'fail',
      {
        because: '/etc/rc.d/init.d/app',
      },
    ),
    on(
      'amazon-linux-2023-tidy',
      'a vendor unit',
      { '/usr/lib/systemd/system/sshd.service': becomes({ mode: '0646' }) },
      'fail',
      {
        trap: 'U-17/2026(5)',
      },
    ),
    on(
      'debian-12-stock',
      'a container without an init',
      {
        '/etc/init.d/ssh': null,
        '/etc/rc3.d/S01ssh': null,
        '/usr/lib/systemd/system/ssh.service': null,
        '/etc/systemd/system/sshd.service': null,
        '/etc/systemd/system/multi-user.target.wants/ssh.service': null,
      },
      'notApplicable',
      {
        image: true,
      },
    ),
  ],
  'file.log-permissions': [
    on('rocky-9-stock', 'stock login records are beyond the letter', {}, 'fail', {
      because: 'stock',
      trap: 'U-67/2026(2)',
    }),
    on('rocky-9-stock', 'stock, by the profile', {}, 'pass', { profile: 'distro-aware' }),
    on('ubuntu-22-04-stock', 'stock logs of syslog', {}, 'fail', { because: '6 log files' }),
    on('ubuntu-22-04-stock', 'stock, by the profile', {}, 'pass', { profile: 'distro-aware' }),
    on('debian-12-tidy', 'by the letter; README leads nowhere', {}, 'pass', { trap: 'U-67/2026(3)' }),
    on('debian-12-tidy', 'a log of a user, by the profile', { '/var/log/app.log': { text: '', uid: 1001 } }, 'fail', {
      profile: 'distro-aware',
      because: '/var/log/app.log',
    }),
    on('alma-8-stock', 'wtmp of another group, by the profile', { '/var/log/wtmp': becomes({ gid: 1000 }) }, 'fail', {
      profile: 'distro-aware',
    }),
    on(
      'amazon-linux-2023-tidy',
      '0577 is a smaller number',
      { '/var/log/dnf.log': { text: '', mode: '0577' } },
      'fail',
      {
        trap: 'U-67/2026(1)',
      },
    ),
    on(
      'rocky-8-tidy',
      'folders of services',
      { '/var/log/chrony': { dir: true, uid: 996 }, '/var/log/chrony/x': { text: '', uid: 996 } },
      'pass',
      {
        because: 'folders chrony',
        trap: 'U-67/2026(4)',
      },
    ),
    on('rocky-9-tidy', 'a log of 100 MB', {}, 'pass', { prepare: 'truncate -s 100M var/log/messages' }),
  ],
  'file.rhosts': [
    on('rocky-9-stock', 'nothing of it', {}, 'pass'),
    on(
      'amazon-linux-2-stock',
      'everybody is trusted and nothing listens',
      { '/etc/hosts.equiv': { text: '+\n', mode: '0600' } },
      'pass',
      {
        because: 'would break the rule',
        trap: 'U-17(1)',
      },
    ),
    on(
      'amazon-linux-2-stock',
      'everybody is trusted',
      { ...rsh, '/etc/hosts.equiv': { text: '+\n', mode: '0600' } },
      'fail',
      {
        because: '/etc/hosts.equiv:1',
      },
    ),
    on(
      'debian-12-stock',
      'every user of a host',
      { ...rsh, '/home/admin/.rhosts': rhosts('build.example +\r\n') },
      'fail',
      {
        trap: 'U-17(2)',
      },
    ),
    on(
      'debian-12-stock',
      'a plus inside a name and in a comment',
      { ...rsh, '/home/admin/.rhosts': rhosts('# + is evil\nc++.example kim\n') },
      'pass',
      {
        trap: 'U-17(2)',
      },
    ),
    on(
      'ubuntu-20-04-stock',
      'others may read',
      { ...rsh, '/home/ubuntu/.rhosts': rhosts('a.example kim\n', '0644') },
      'fail',
      {
        because: '0644',
      },
    ),
    on('ubuntu-20-04-stock', 'a link to /dev/null', { ...rsh, '/home/ubuntu/.rhosts': { link: '/dev/null' } }, 'pass'),
  ],
  'cron.permissions': [
    on('rocky-9-stock', 'stock is beyond the letter', {}, 'fail', { because: '4755' }),
    on('rocky-9-stock', 'stock, by the profile', {}, 'pass', { profile: 'distro-aware' }),
    on('ubuntu-24-04-stock', 'stock, by the profile', {}, 'pass', { profile: 'distro-aware' }),
    on(
      'ubuntu-24-04-stock',
      'crontab of SUID is no stock there',
      { '/usr/bin/crontab': becomes({ mode: '4755' }) },
      'fail',
      {
        profile: 'distro-aware',
      },
    ),
    on('rocky-8-tidy', 'by the letter', {}, 'pass'),
    on('debian-12-stock', 'a minimal image without cron', {}, 'notApplicable', { trap: 'U-22(6)' }),
    on('amazon-linux-2023-stock', 'without cron', {}, 'notApplicable'),
    on('rocky-8-neglected', 'a script that anybody may change, by the profile', {}, 'fail', {
      profile: 'distro-aware',
      because: '/etc/cron.daily/cleanup',
    }),
    on('rocky-8-tidy', 'a job with a newline in its name', { '/etc/cron.d/a\nb': { text: '', mode: '0666' } }, 'fail', {
      because: 'a\\nb',
    }),
    on('rocky-8-tidy', 'a folder of mode 0755', { '/etc/cron.d': { dir: true, mode: '0755' } }, 'pass', {
      trap: 'U-22(1)',
    }),
  ],
  'cron.crontab': [
    on('alma-9-stock', 'stock is beyond the letter', {}, 'fail', { because: '4755', trap: 'U-22(4)' }),
    on('alma-9-stock', 'stock, by the profile', {}, 'pass', { profile: 'distro-aware' }),
    on('ubuntu-22-04-tidy', 'by the letter', {}, 'pass'),
    on(
      'ubuntu-22-04-tidy',
      'what at does is another item',
      { '/usr/bin/at': { text: '', mode: '6755', uid: 1, gid: 1 }, '/etc/at.deny': { text: '', mode: '0666' } },
      'pass',
    ),
    on(
      'ubuntu-22-04-tidy',
      'a crontab of its user',
      { '/var/spool/cron/crontabs/ubuntu': { text: '', mode: '0600', uid: 1000 } },
      'pass',
      {
        trap: 'U-22(3)',
      },
    ),
    on(
      'ubuntu-22-04-tidy',
      'a crontab of somebody else',
      { '/var/spool/cron/crontabs/root': { text: '', mode: '0600', uid: 1000 } },
      'fail',
      {
        because: 'crontabs/root',
      },
    ),
  ],
  'cron.at': [
    on('amazon-linux-2-stock', 'stock is beyond the letter', {}, 'fail', { because: '/usr/bin/at' }),
    on('amazon-linux-2-stock', 'stock, by the profile', {}, 'pass', { profile: 'distro-aware' }),
    on('rocky-9-tidy', 'not installed', {}, 'notApplicable', { trap: 'U-65(1)' }),
    on(
      'debian-12-tidy',
      'of daemon, for root alone',
      { '/usr/bin/at': { text: '', mode: '0750', uid: 1 }, '/etc/at.deny': { text: '', mode: '0640', gid: 1 } },
      'pass',
      {
        trap: 'U-65(3)',
      },
    ),
    on(
      'debian-12-tidy',
      'an empty list denies nobody',
      { '/usr/bin/at': { text: '', mode: '6755', uid: 1, gid: 1 }, '/etc/at.deny': { text: '', mode: '0640' } },
      'fail',
      {
        because: 'everybody: deny is empty',
        trap: 'U-65(2)',
      },
    ),
  ],
};
