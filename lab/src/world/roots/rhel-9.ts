// Red Hat Enterprise Linux 9 as the cloud image comes.
import { lines } from './accounts.ts';
import { cronRedhat } from './cron.ts';
import { redhatRoot } from './redhat.ts';
import { sshConfigRedhat } from './ssh-server.ts';
import { chrony } from './time-sync.ts';
import { running } from './units.ts';

export const rhel9Stock = redhatRoot(
  {
    platformName: 'Red Hat Enterprise Linux',
    platformVersion: '9.4',
    osRelease: lines([
      'NAME="Red Hat Enterprise Linux"',
      'VERSION="9.4 (Plow)"',
      'ID="rhel"',
      'ID_LIKE="fedora"',
      'VERSION_ID="9.4"',
      'PLATFORM_ID="platform:el9"',
      'PRETTY_NAME="Red Hat Enterprise Linux 9.4 (Plow)"',
    ]),
    releaseFile: { '/etc/redhat-release': 'Red Hat Enterprise Linux release 9.4 (Plow)\n' },
    cloudUser: 'ec2-user',
    rootPassword: '!!',
    ssh: {
      version: 'OpenSSH_8.7p1, OpenSSL 3.0.7 1 Nov 2022',
      include: true,
      privsepFolder: '/usr/share/empty.sshd',
      keyboardOption: 'kbdinteractiveauthentication',
      hostKeyGid: 101,
    },
    sshFiles: {
      ...sshConfigRedhat('#PermitRootLogin prohibit-password'),
      '/etc/ssh/sshd_config.d/50-cloud-init.conf': { text: 'PasswordAuthentication no\n', mode: '0600' },
    },
    pam: { layout: 'authselect', hash: 'sha512', faillockConf: true },
    umask: '022',
    time: chrony('rhel'),
    lab: {
      systemdVersion: 252,
      kernel: '5.14.0-427.40.1.el9_4.x86_64',
      clock: 'synchronised',
      listeners: ['tcp 0.0.0.0:22 sshd', 'tcp [::]:22 sshd', 'udp 127.0.0.1:323 chronyd'],
      units: [
        running('sshd', 'OpenSSH server daemon'),
        running('chronyd', 'NTP client/server'),
        running('crond', 'Command Scheduler'),
        running('rsyslog', 'System Logging Service'),
        running('auditd', 'Security Auditing Service'),
        running('insights-client.timer', 'Insights Client Timer'),
        running('amazon-ssm-agent', 'amazon-ssm-agent'),
      ],
    },
  },
  { name: 'rhel-9-stock', tidy: false, files: cronRedhat('stock', []) },
);
