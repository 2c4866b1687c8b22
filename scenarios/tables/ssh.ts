// Scenarios of the family ssh.
import type { ScenarioTable } from '../scenario.ts';
import { adds, edits, on } from '../scenario.ts';

const config = '/etc/ssh/sshd_config';
const dropIn = (name: string): string => `/etc/ssh/sshd_config.d/${name}.conf`;

export const sshScenarios: ScenarioTable = {
  'ssh.root-login': [
    on('rocky-9-tidy', 'hardened image', {}, 'pass'),
    on('debian-12-tidy', 'hardened image', {}, 'pass'),
    on('amazon-linux-2-stock', 'stock: no line, built-in default', {}, 'fail', { because: 'without-password' }),
    on('rocky-9-tidy', 'a drop-in that is read first says yes', { [dropIn('00-a')]: 'PermitRootLogin yes\n' }, 'fail'),
    on('rocky-9-tidy', 'a drop-in that is read later says yes', { [dropIn('99-z')]: 'PermitRootLogin yes\n' }, 'pass'),
    on('rocky-9-tidy', 'the main file says yes below the Include', { [config]: adds('PermitRootLogin yes\n') }, 'pass'),
    on(
      'rocky-9-tidy',
      'a file that no Include names',
      { '/etc/ssh/sshd_config.d/00-a.conf.bak': 'PermitRootLogin yes\n' },
      'pass',
    ),
    on(
      'rocky-9-tidy',
      'a Match block for root says yes',
      { [config]: adds('Match User root\n  PermitRootLogin yes\n') },
      'fail',
    ),
    on('debian-12-tidy', 'commented out', { [dropIn('00-hardening')]: '#PermitRootLogin no\n' }, 'fail'),
    on(
      'debian-12-tidy',
      'letter case, quotes and an equals sign',
      { [dropIn('00-hardening')]: 'permitrootlogin="no"\n' },
      'pass',
    ),
    on('debian-12-tidy', 'carriage returns', { [dropIn('00-hardening')]: 'PermitRootLogin no\r\n' }, 'pass'),
    on(
      'amazon-linux-2-stock',
      'drop-ins where sshd knows no Include',
      { [dropIn('00-a')]: 'PermitRootLogin no\n' },
      'fail',
    ),
    on(
      'amazon-linux-2-stock',
      'the first of two lines wins',
      { [config]: edits(/^/, 'PermitRootLogin no\nPermitRootLogin yes\n') },
      'pass',
    ),
    on(
      'debian-11-stock',
      'cloud-init puts a forced command before root’s keys, which is no setting of sshd',
      {
        '/root/.ssh/authorized_keys': {
          text: 'no-port-forwarding,command="echo Please login as the user admin;exit 142" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIlab root\n',
          mode: '0600',
        },
      },
      'fail',
      { because: 'without-password', trap: 'U-01(7)' },
    ),
    on('ubuntu-24-04-tidy', 'no host keys: sshd cannot tell, its files do', {}, 'pass', {
      prepare: 'rm -f etc/ssh/ssh_host_*',
      because: 'parsed, sshd -T',
      trap: 'U-01(3)',
    }),
    on('debian-12-stock', 'no folder /run/sshd before the first login: built-in default', {}, 'fail', {
      prepare: 'rmdir run/sshd',
      because: 'built-in prohibit-password',
      trap: 'U-01(3) U-01(4)',
    }),
    on(
      'ubuntu-22-04-tidy',
      'the client of Telnet and a running xinetd are no Telnet server',
      {
        '/usr/bin/telnet': { text: '', mode: '0755' },
        '/etc/xinetd.d/telnet': 'service telnet\n{\n\tdisable = yes\n}\n',
        '/opt/lab/units': adds('xinetd.service\tenabled\tactive\trunning\txinetd\n'),
      },
      'pass',
      { trap: 'U-01(6)' },
    ),
    on(
      'alma-9-stock',
      'Telnet answers as well',
      {
        [dropIn('00-a')]: 'PermitRootLogin no\n',
        '/opt/lab/units': adds('telnet.socket\tenabled\tactive\tlistening\tTelnet\n'),
      },
      'fail',
      { because: 'Telnet' },
    ),
    on(
      'rhel-8-stock',
      'keys alone are accepted by no profile',
      {
        [config]: edits(/^PermitRootLogin yes$/m, 'PermitRootLogin prohibit-password'),
      },
      'fail',
      { profile: 'distro-aware' },
    ),
    on('amazon-linux-2023-ssm-only', 'no sshd: nobody comes in over the network', {}, 'notApplicable'),
    on('rocky-8-tidy', 'an image', {}, 'pass', { image: true }),
    on(
      'rocky-9-tidy',
      'a drop-in includes in turn; an image',
      {
        [dropIn('00-a')]: 'Include /etc/ssh/site/*.conf\n',
        '/etc/ssh/site/x.conf': 'PermitRootLogin yes\n',
      },
      'fail',
      { image: true, because: '/etc/ssh/site/x.conf:1' },
    ),
    on(
      'rhel-9-stock',
      'a Match block in a file that a drop-in includes',
      {
        [dropIn('00-a')]: 'PermitRootLogin no\nInclude /etc/ssh/site/*.conf\n',
        '/etc/ssh/site/x.conf': 'Match Address 10.0.0.0/8\n  PermitRootLogin yes\n',
      },
      'fail',
      { because: 'Match Address' },
    ),
    on(
      'debian-11-tidy',
      'Include with an equals sign and a name of its own folder; an image',
      {
        [config]: 'Include=site.conf\nPermitRootLogin no\n',
        '/etc/ssh/site.conf': 'PermitRootLogin yes\n',
      },
      'fail',
      { image: true },
    ),
    on(
      'alma-8-stock',
      'files that include each other',
      {
        [config]: 'Include /etc/ssh/a.conf\nPermitRootLogin no\n',
        '/etc/ssh/a.conf': 'Include /etc/ssh/b.conf\n',
        '/etc/ssh/b.conf': 'Include /etc/ssh/a.conf\n',
      },
      'pass',
      { image: true },
    ),
    on(
      'ubuntu-20-04-tidy',
      'a drop-in that is a link; an image',
      {
        [dropIn('00-a')]: { link: '../site.conf' },
        '/etc/ssh/site.conf': 'PermitRootLogin yes\n',
      },
      'fail',
      { image: true },
    ),
    on('rocky-8-tidy', 'Match all', { [config]: adds('Match all\n  PermitRootLogin yes\n') }, 'fail'),
    on(
      'alma-9-stock',
      'a Match block that leaves root out',
      {
        [dropIn('00-a')]: 'PermitRootLogin no\nMatch User "!root,*"\n  PermitRootLogin yes\n',
      },
      'pass',
    ),
    on(
      'ubuntu-24-04-stock',
      'a container without systemd: what is there may run',
      { '/run/.containerenv': '' },
      'fail',
      {
        tools: { systemctl: null },
      },
    ),
  ],
};
