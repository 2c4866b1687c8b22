// Scenarios of the checks that hold the owner and mode of a file or two to a limit.
import type { Scenario, ScenarioTable } from '../scenario.ts';
import { becomes, edits, on } from '../scenario.ts';

const acls = (path: string, entry: string) => ({ '/opt/lab/acls': `${path}\t${entry}\n` });

/** The rows that every such check has: the stock image, an owner, a smaller number that is a wider mode, an access-control list, a link. */
function rows(path: string, wide: string, stock: readonly [root: string, expect: Scenario['expect']][]): Scenario[] {
  return [
    ...stock.map(([root, expect]) => on(root, 'stock image', {}, expect)),
    on('rocky-9-tidy', `${wide} is a smaller number and a wider mode`, { [path]: becomes({ mode: wide }) }, 'fail', {
      because: wide,
    }),
    on('debian-12-tidy', 'a user owns it', { [path]: becomes({ uid: 1001 }) }, 'fail', { because: '1001' }),
    on('ubuntu-22-04-tidy', 'everybody may write', { [path]: becomes({ mode: '0666' }) }, 'fail', { because: '0666' }),
  ];
}

const hosts = '/etc/hosts';
const passwd = '/etc/passwd';
const shadow = '/etc/shadow';
const services = '/etc/services';
const rsyslog = '/etc/rsyslog.conf';

export const fileModeScenarios: ScenarioTable = {
  'file.passwd-permissions': [
    ...rows(passwd, '0577', [
      ['amazon-linux-2-stock', 'pass'],
      ['debian-12-neglected', 'fail'],
      ['rocky-8-neglected', 'fail'],
    ]),
    on('rocky-9-tidy', 'a list lets a user write', acls(passwd, 'user:1001:rw-'), 'fail', {
      prepare: 'setfacl -m u:1001:rw etc/passwd && chmod 0664 etc/passwd',
    }),
    on(
      'debian-12-tidy',
      'a link to a file within the limit',
      { [passwd]: { link: '/data/passwd' }, '/data/passwd': 'root:x:0:0:root:/root:/bin/bash\n' },
      'pass',
      { because: '/data/passwd', trap: 'U-07(2)' },
    ),
  ],
  'file.shadow-permissions': [
    on('amazon-linux-2023-stock', 'stock image', {}, 'pass'),
    on('debian-12-stock', 'stock is beyond the letter', {}, 'fail', { because: 'stock mode' }),
    on('debian-12-stock', 'stock, by the profile', {}, 'pass', { profile: 'distro-aware', trap: 'U-08(2)' }),
    on(
      'ubuntu-24-04-stock',
      'a person in the group shadow',
      { '/etc/group': edits(/^shadow:x:42:$/m, 'shadow:x:42:ubuntu') },
      'fail',
      {
        profile: 'distro-aware',
        because: 'ubuntu',
      },
    ),
    on('rocky-9-tidy', '0044 is a smaller number', { [shadow]: becomes({ mode: '0044' }) }, 'fail', {
      trap: 'U-08(3)',
    }),
    on('rocky-8-tidy', 'it is gone', { [shadow]: null }, 'fail', { because: 'not there', trap: 'U-08(4)' }),
    on(
      'rocky-8-tidy',
      'its backup is wide, which the text does not name',
      { '/etc/shadow-': { text: '', mode: '0644' } },
      'pass',
      {
        trap: 'U-08(5)',
      },
    ),
    on('amazon-linux-2-tidy', 'a list lets a user read', { ...acls(shadow, 'user:1001:r--') }, 'fail', {
      prepare: 'setfacl -m u:1001:r etc/shadow',
    }),
  ],
  'file.hosts-permissions': [
    ...rows(hosts, '0577', [
      ['ubuntu-24-04-stock', 'pass'],
      ['alma-9-stock', 'pass'],
    ]),
    on('debian-12-tidy', 'a minimal image without one', { [hosts]: null }, 'notApplicable', { image: true }),
    on('amazon-linux-2-tidy', 'a list gives no more than others have', acls(hosts, 'user:1001:r--'), 'pass', {
      prepare: 'setfacl -m u:1001:r etc/hosts',
    }),
    on('amazon-linux-2-tidy', 'the group may write', { [hosts]: becomes({ mode: '0664' }) }, 'fail', {
      because: '0664',
    }),
  ],
  'file.hosts-permissions-2021': [
    on('rocky-9-stock', 'stock is beyond the letter of 2021', {}, 'fail', { because: 'stock mode', trap: 'U-09(2)' }),
    on('rocky-9-stock', 'stock, by the profile', {}, 'pass', { profile: 'distro-aware' }),
    on('ubuntu-20-04-tidy', 'by the letter', { [hosts]: becomes({ mode: '0600' }) }, 'pass'),
    on('ubuntu-20-04-tidy', 'wider than stock, by the profile', { [hosts]: becomes({ mode: '0646' }) }, 'fail', {
      profile: 'distro-aware',
    }),
  ],
  'file.services-permissions': [
    ...rows(services, '0466', [
      ['debian-11-stock', 'pass'],
      ['rhel-8-stock', 'pass'],
    ]),
    on('debian-12-stock', 'a minimal image without netbase', { [services]: null }, 'notApplicable', {
      trap: 'U-12(2)',
    }),
    on('rocky-9-stock', 'bin owns it', { [services]: becomes({ uid: 1 }) }, 'pass'),
    on('debian-12-stock', 'the number of bin elsewhere is daemon here', { [services]: becomes({ uid: 1 }) }, 'fail', {
      because: '1:0',
    }),
  ],
  'file.hosts-lpd': [
    on('rocky-9-stock', 'absent', {}, 'pass', { trap: 'U-55(2)' }),
    on('ubuntu-22-04-stock', 'within the limit', { '/etc/hosts.lpd': { text: '', mode: '0600' } }, 'pass'),
    on('ubuntu-22-04-stock', 'others may read', { '/etc/hosts.lpd': { text: '' } }, 'fail', { because: '0644' }),
    on('debian-12-stock', '0077 is a smaller number', { '/etc/hosts.lpd': { text: '', mode: '0077' } }, 'fail', {
      trap: 'U-55(1)',
    }),
    on('alma-8-stock', 'of lp', { '/etc/hosts.lpd': { text: '', mode: '0600', uid: 4 } }, 'fail'),
  ],
  'file.inetd-permissions': [
    on('rocky-8-stock', 'neither is there, and systemd is not judged', {}, 'notApplicable', {
      trap: 'U-10(2) U-10(3)',
    }),
    on('debian-12-stock', 'as openbsd-inetd installs it', { '/etc/inetd.conf': '# none\n' }, 'fail', {
      because: '0644',
    }),
    on(
      'amazon-linux-2-stock',
      'all within the limit, in a folder that can be entered',
      { '/etc/xinetd.conf': { text: '', mode: '0600' }, '/etc/xinetd.d/rsync': { text: '', mode: '0600' } },
      'pass',
    ),
    on(
      'amazon-linux-2-stock',
      'a file of the folder with a blank in its name',
      { '/etc/xinetd.conf': { text: '', mode: '0600' }, '/etc/xinetd.d/my service': { text: '' } },
      'fail',
      { because: 'my service' },
    ),
  ],
  'file.syslog-permissions': [
    on('rocky-9-stock', 'stock is beyond the letter', {}, 'fail', { because: 'stock mode', trap: 'U-11(2)' }),
    on('ubuntu-24-04-stock', 'stock, by the profile', {}, 'pass', { profile: 'distro-aware' }),
    on('debian-12-stock', 'journald alone', {}, 'notApplicable', { trap: 'U-11(4)' }),
    on('amazon-linux-2023-stock', 'journald alone', {}, 'notApplicable'),
    on('rocky-8-tidy', 'by the letter', {}, 'pass'),
    on('ubuntu-22-04-tidy', 'what it includes is shown', {}, 'pass', { because: '50-default.conf', trap: 'U-11(3)' }),
    on('rocky-9-tidy', '0577 is a smaller number', { [rsyslog]: becomes({ mode: '0577' }) }, 'fail', {
      trap: 'U-11(1)',
    }),
    on(
      'alma-9-stock',
      'the profile takes no file that others may write',
      { [rsyslog]: becomes({ mode: '0646' }) },
      'fail',
      {
        profile: 'distro-aware',
      },
    ),
    on('rocky-9-tidy', 'a list lets a user read', acls(rsyslog, 'user:1001:r--'), 'fail', {
      prepare: 'setfacl -m u:1001:r etc/rsyslog.conf',
      because: 'user:1001:r--',
    }),
    on('debian-12-stock', 'syslog-ng in its place', { '/etc/syslog-ng/syslog-ng.conf': '@version: 4\n' }, 'fail', {
      because: 'syslog-ng.conf',
    }),
  ],
};
