// Amazon Linux 2023: hardened, reached through Systems Manager only, and neglected. No cron in the image.
import { agesTidy, lines, person } from './accounts.ts';
import { nginxAccount, nginxFiles } from './nginx.ts';
import type { RedhatRelease } from './redhat.ts';
import { redhatRoot } from './redhat.ts';
import { sshConfigRedhat } from './ssh-server.ts';
import { chrony } from './time-sync.ts';
import { installed, running, unitFile, unitsWith } from './units.ts';

const release: RedhatRelease = {
  platformName: 'Amazon Linux',
  platformVersion: '2023',
  osRelease: lines([
    'NAME="Amazon Linux"',
    'VERSION="2023"',
    'ID="amzn"',
    'ID_LIKE="fedora"',
    'VERSION_ID="2023"',
    'PLATFORM_ID="platform:al2023"',
    'PRETTY_NAME="Amazon Linux 2023.6.20241010"',
    'CPE_NAME="cpe:2.3:o:amazon:amazon_linux:2023"',
  ]),
  releaseFile: { '/etc/system-release': 'Amazon Linux release 2023.6.20241010 (Amazon Linux)\n' },
  cloudUser: 'ec2-user',
  rootPassword: '*',
  ssh: {
    version: 'OpenSSH_8.7p1, OpenSSL 3.0.8 7 Feb 2023',
    include: true,
    privsepFolder: '/usr/share/empty.sshd',
    keyboardOption: 'kbdinteractiveauthentication',
    hostKeyGid: 101,
  },
  sshFiles: sshConfigRedhat('#PermitRootLogin prohibit-password'),
  pam: { layout: 'authselect', hash: 'sha512', faillockConf: true },
  umask: '022',
  time: chrony('amazon-linux-2023'),
  lab: {
    systemdVersion: 252,
    kernel: '6.1.112-122.189.amzn2023.x86_64',
    clock: 'synchronised',
    listeners: ['tcp 0.0.0.0:22 sshd', 'tcp [::]:22 sshd', 'udp 127.0.0.1:323 chronyd'],
    units: [
      running('sshd', 'OpenSSH server daemon'),
      running('chronyd', 'NTP client/server'),
      running('auditd', 'Security Auditing Service'),
      running('amazon-ssm-agent', 'amazon-ssm-agent'),
      running('logrotate.timer', 'Daily rotation of log files'),
    ],
  },
};

const plainPrograms = { '/usr/bin/newgrp': { mode: '0755' }, '/usr/sbin/unix_chkpwd': { mode: '0755' } } as const;

export const amazonLinux2023Tidy = redhatRoot(release, {
  name: 'amazon-linux-2023-tidy',
  tidy: true,
  people: [person('sychoi', 1001, agesTidy)],
  files: {
    ...plainPrograms,
    '/etc/ssh/sshd_config.d/10-hardening.conf': { text: 'PermitRootLogin no\n', mode: '0600' },
  },
});

const hostKeys = ['ecdsa', 'ed25519', 'rsa'].flatMap((kind) => [
  `/etc/ssh/ssh_host_${kind}_key`,
  `/etc/ssh/ssh_host_${kind}_key.pub`,
]);

/** sshd is masked and never ran, so it has no host keys: `sshd -T` fails there. */
export const amazonLinux2023SsmOnly = redhatRoot(release, {
  name: 'amazon-linux-2023-ssm-only',
  tidy: true,
  files: {
    ...plainPrograms,
    ...Object.fromEntries(hostKeys.map((path) => [path, null])),
    '/opt/lab/listeners': 'udp\t127.0.0.1:323\tchronyd\n',
    '/opt/lab/units': unitFile(
      252,
      unitsWith(release.lab.units, [
        { name: 'sshd', file: 'masked', active: false, description: 'OpenSSH server daemon' },
      ]),
    ),
  },
});

/** faillock.conf is filled in, but no stack calls the module; the clock's service is off; the shadow file may be read by all. */
export const amazonLinux2023Neglected = redhatRoot(release, {
  name: 'amazon-linux-2023-neglected',
  tidy: false,
  people: [person('sychoi', 1001), person('vendor', 1002)],
  files: {
    '/etc/ssh/sshd_config': {
      text: lines([
        'Include /etc/ssh/sshd_config.d/*.conf',
        'PermitRootLogin yes',
        'PermitRootLogin no',
        'PasswordAuthentication yes',
      ]),
      mode: '0600',
    },
    '/etc/security/faillock.conf': lines(['deny = 5', 'unlock_time = 900']),
    '/etc/security/pwquality.conf': lines(['minlen = 8', 'dcredit = 1', 'ucredit = 1']),
    '/etc/shadow-': { text: '', mode: '0644' },
    '/etc/profile.d/idle.sh': '#TMOUT=600\nexport TMOUT=1200\n',
    '/opt/app/config.ini': { text: '[app]\n', mode: '0666', uid: 1002, gid: 1002 },
    '/opt/app/data': { dir: true, mode: '0777', uid: 1002, gid: 1002 },
    '/opt/lab/units': unitFile(252, unitsWith(release.lab.units, [installed('chronyd', 'NTP client/server')])),
    '/opt/lab/clock': 'unsynchronised\n',
  },
});

/** As the image comes. */
export const amazonLinux2023Stock = redhatRoot(release, { name: 'amazon-linux-2023-stock', tidy: false });

/** The hardened host, with an nginx whose configuration has faults of its own. */
export const amazonLinux2023Web = redhatRoot(release, {
  name: 'amazon-linux-2023-web',
  tidy: true,
  people: [person('sychoi', 1001, agesTidy)],
  moreAccounts: [nginxAccount],
  moreGroups: [{ name: 'nginx', gid: nginxAccount.gid }],
  files: {
    ...plainPrograms,
    ...nginxFiles,
    '/etc/ssh/sshd_config.d/10-hardening.conf': { text: 'PermitRootLogin no\n', mode: '0600' },
    '/opt/lab/listeners': lines(
      [...release.lab.listeners, 'tcp 0.0.0.0:80 nginx', 'tcp 0.0.0.0:443 nginx'].map((one) =>
        one.split(' ').join('\t'),
      ),
    ),
    '/opt/lab/units': unitFile(
      252,
      unitsWith(release.lab.units, [running('nginx', 'The nginx HTTP and reverse proxy server')]),
    ),
  },
});
