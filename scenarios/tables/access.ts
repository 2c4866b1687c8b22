// Scenarios of the families sudo, login and network: who may become root, what a login warns of, and who may connect.
import type { ScenarioTable } from '../scenario.ts';
import { becomes, edits, on } from '../scenario.ts';

const sudoers = '/etc/sudoers';
const dropIn = '/etc/sudoers.d/90-cloud-init-users';
const warn = 'WARNING: Authorized users only. All activity is monitored.\n';
const banner = (path = '/etc/issue.net'): string => `Banner ${path}\n`;
const sshdDropIn = '/etc/ssh/sshd_config.d/10-banner.conf';
const warned = { '/etc/motd': warn, '/etc/issue': warn, '/etc/issue.net': warn };
const wrapped = { '/usr/sbin/sshd': { text: 'a program linked to libwrap.so.0\n', mode: '0755' } };
const denied = { '/etc/hosts.deny': 'ALL: ALL\n', '/etc/hosts.allow': 'sshd: 10.0.0.0/8\n' };
/** nftables in the kernel, and what it answers. */
const kernelTables = { '/sys/module/nf_tables': { dir: true } } as const;
const nft = (policy: string, rules = ''): string =>
  `#!/bin/sh\ncat <<'END'\ntable inet filter {\n\tchain input {\n\t\ttype filter hook input priority filter; policy ${policy};\n${rules}\t}\n}\nEND\n`;
const inOrder = '\t\tip saddr 10.0.0.0/8 tcp dport 22 accept\n';

export const accessScenarios: ScenarioTable = {
  'sudo.sudoers-permissions': [
    on('rocky-9-stock', 'stock: 440 has no bit outside 640', {}, 'pass', { trap: 'U-63/2026(2)' }),
    on('debian-12-stock', 'the grant of the cloud image is shown', {}, 'pass', {
      because: 'NOPASSWD:ALL',
      trap: 'U-63/2026(4) U-45(6)',
    }),
    on('rocky-9-neglected', 'everybody may write', {}, 'fail', { because: '0666' }),
    on('alma-8-stock', '577 is a smaller number and a wider mode', { [sudoers]: becomes({ mode: '0577' }) }, 'fail', {
      trap: 'U-63/2026(1)',
    }),
    on('ubuntu-22-04-stock', 'a drop-in of a user', { [dropIn]: becomes({ uid: 1000 }) }, 'fail', {
      trap: 'U-63/2026(3)',
    }),
    on(
      'ubuntu-24-04-stock',
      'a drop-in whose name sudo passes over',
      {
        '/etc/sudoers.d/old.bak': { text: 'ALL ALL=(ALL) NOPASSWD:ALL\n', mode: '0666' },
      },
      'pass',
    ),
    on('debian-11-stock', 'no sudo', { '/usr/bin/sudo': null }, 'notApplicable'),
    on('amazon-linux-2-stock', 'a syntax error is shown', {}, 'pass', {
      tools: { visudo: '#!/bin/sh\necho ">>> /etc/sudoers: syntax error near line 4 <<<" >&2\nexit 1\n' },
      because: 'syntax error',
      trap: 'U-63/2026(5)',
    }),
    on('ubuntu-20-04-stock', 'an access-control list that lets a user read', {}, 'fail', {
      tools: {
        ls: '#!/bin/sh\necho "-r--r-----+ 1 0 0 10 Jan  1 00:00 $2"\n',
        getfacl:
          '#!/bin/sh\nprintf "# file: etc/sudoers\\n# owner: 0\\n# group: 0\\nuser::r--\\nuser:1000:rw-\\ngroup::r--\\nmask::rw-\\nother::---\\n\\n"\n',
      },
      because: 'access-control list',
    }),
    on(
      'rhel-9-stock',
      'a link to a file of a user',
      {
        [sudoers]: { link: '/home/ec2-user/sudoers' },
        '/home/ec2-user/sudoers': { text: 'root ALL=(ALL) ALL\n', uid: 1000, mode: '0440' },
      },
      'fail',
    ),
    on(
      'rocky-8-stock',
      'a sudo of one’s own',
      {
        '/usr/bin/sudo': null,
        '/usr/local/bin/sudo': { text: '', mode: '4755' },
        [sudoers]: becomes({ mode: '0666' }),
      },
      'fail',
    ),
  ],
  'login.warning': [
    on(
      'debian-12-stock',
      'stock: only the name of the system',
      { '/etc/issue': 'Debian GNU/Linux 12 \\n \\l\n' },
      'fail',
      {
        because: 'server (motd, issue), SSH',
        trap: 'U-68(1)',
      },
    ),
    on('rocky-9-stock', 'everywhere', { ...warned, [sshdDropIn]: banner() }, 'pass'),
    on('ubuntu-22-04-stock', 'issue.net without a Banner that names it', warned, 'fail', {
      because: 'by: SSH',
      trap: 'U-68(2)',
    }),
    on(
      'alma-9-stock',
      'escapes tell the release and warn nobody',
      { [sshdDropIn]: banner(), '/etc/issue.net': '\\S\nKernel \\r\n' },
      'fail',
      {
        trap: 'U-68(4)',
      },
    ),
    on(
      'rhel-8-stock',
      'a warning in Korean',
      {
        '/etc/issue': '경고: 허가된 사용자만 접속할 수 있으며 모든 활동이 기록됩니다.\n',
        '/etc/ssh/sshd_config': edits(/^/, banner('/etc/issue')),
      },
      'pass',
    ),
    on(
      'ubuntu-24-04-stock',
      'a text that only a person can judge',
      {
        ...warned,
        '/etc/motd': 'Welcome to the shop\n',
        '/etc/issue': '',
        [sshdDropIn]: banner(),
      },
      'manual',
    ),
    on(
      'debian-11-stock',
      'Banner names a file that is not there',
      { ...warned, [sshdDropIn]: banner('/etc/gone') },
      'fail',
    ),
  ],
  'login.warning-2021': [
    on('rocky-9-stock', 'SSH without a banner is no fault of this edition', warned, 'pass'),
    on('debian-12-stock', 'stock', {}, 'fail'),
    on('ubuntu-20-04-stock', 'motd that is made at login', { '/run/motd.dynamic': warn }, 'pass'),
    on('rhel-9-stock', 'only escapes', { '/etc/issue': '\\S\nKernel \\r on an \\m\n' }, 'fail', { trap: 'U-68(4)' }),
  ],
  'network.source-restriction': [
    on('amazon-linux-2023-stock', 'nothing on the host: the security groups are for a person', {}, 'manual', {
      trap: 'U-18(4)',
    }),
    on('rocky-8-stock', 'wrappers, and an sshd that does not know them', denied, 'manual', {
      because: 'not linked to libwrap',
      trap: 'U-18(1)',
    }),
    on('debian-12-stock', 'wrappers, and an sshd that knows them', { ...denied, ...wrapped }, 'pass'),
    on(
      'debian-12-stock',
      'hosts.allow lets everybody in',
      { ...denied, ...wrapped, '/etc/hosts.allow': 'sshd: ALL\n' },
      'manual',
    ),
    on('rocky-9-stock', 'a filter that accepts everything', kernelTables, 'manual', {
      tools: { nft: nft('accept') },
      because: 'accepts by default',
      trap: 'U-18(2)',
    }),
    on('alma-9-stock', 'a filter that denies and names its sources', kernelTables, 'pass', {
      tools: { nft: nft('drop', inOrder) },
    }),
    on('ubuntu-24-04-stock', 'chains of Docker alone', kernelTables, 'manual', {
      tools: {
        nft: '#!/bin/sh\ncat <<\'END\'\ntable ip nat {\n\tchain DOCKER {\n\t\tiifname "docker0" return\n\t}\n\tchain PREROUTING {\n\t\ttype nat hook prerouting priority dstnat; policy accept;\n\t\tjump DOCKER\n\t}\n}\nEND\n',
      },
      trap: 'U-18(3)',
    }),
    on('rhel-8-stock', 'a filter that does not answer', kernelTables, 'unknown', {
      tools: { nft: '#!/bin/sh\necho "Operation not permitted" >&2\nexit 1\n' },
      trap: 'U-18(5)',
    }),
    on('ubuntu-22-04-stock', 'ufw lets one network in', { '/etc/ufw/ufw.conf': 'ENABLED=yes\n' }, 'pass', {
      tools: {
        ufw: '#!/bin/sh\nprintf "Status: active\\nDefault: deny (incoming), allow (outgoing), disabled (routed)\\n\\nTo                         Action      From\\n--                         ------      ----\\n22/tcp                     ALLOW IN    10.0.0.0/8\\n"\n',
      },
    }),
    on('ubuntu-20-04-stock', 'ufw lets everybody in to SSH', { '/etc/ufw/ufw.conf': 'ENABLED=yes\n' }, 'manual', {
      tools: {
        ufw: '#!/bin/sh\nprintf "Status: active\\nDefault: deny (incoming), allow (outgoing), disabled (routed)\\n\\nTo                         Action      From\\n--                         ------      ----\\n22/tcp                     ALLOW IN    Anywhere\\n"\n',
      },
      because: '22/tcp',
    }),
    on(
      'amazon-linux-2-stock',
      'wrappers, with a comment and carriage returns',
      {
        '/etc/hosts.deny': '# ALL: ALL\r\nsshd : ALL\r\n',
        ...wrapped,
      },
      'pass',
    ),
    on('rocky-9-tidy', 'everybody but one address', kernelTables, 'manual', {
      tools: { nft: nft('drop', '\t\tip saddr != 192.0.2.1 tcp dport 22 accept\n') },
    }),
    on('rhel-9-stock', 'SSH by its name, in a set', kernelTables, 'manual', {
      tools: { nft: nft('drop', '\t\ttcp dport { ssh, 443 } accept\n') },
    }),
    on('alma-8-stock', 'every new connection', kernelTables, 'manual', {
      tools: { nft: nft('drop', '\t\tct state new accept\n') },
    }),
  ],
};
