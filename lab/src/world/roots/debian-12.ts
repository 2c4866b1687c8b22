// Debian 12, minimal, without cron: hardened, neglected, and as it comes.
import { agesTidy, lines, person } from './accounts.ts';
import { cronDebian } from './cron.ts';
import type { DebianRelease } from './debian.ts';
import { crontabGid, debianRoot } from './debian.ts';
import { timesyncd } from './time-sync.ts';
import { alias, installed, running, unitFile, unitsWith } from './units.ts';

const release: DebianRelease = {
  platformName: 'Debian GNU/Linux',
  platformVersion: '12',
  osRelease: lines([
    'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"',
    'NAME="Debian GNU/Linux"',
    'VERSION_ID="12"',
    'VERSION="12 (bookworm)"',
    'VERSION_CODENAME=bookworm',
    'ID=debian',
  ]),
  debianVersion: '12.7',
  cloudUser: 'admin',
  ssh: {
    version: 'OpenSSH_9.2p1 Debian-2+deb12u3, OpenSSL 3.0.14 4 Jun 2024',
    include: true,
    privsepFolder: '/run/sshd',
    keyboardOption: 'kbdinteractiveauthentication',
  },
  hash: 'yescrypt',
  loginHash: 'SHA512',
  lockModule: 'faillock',
  pamUmask: false,
  acl: false,
  imageFiles: {},
  time: timesyncd('debian'),
  lab: {
    systemdVersion: 252,
    kernel: '6.1.0-26-cloud-amd64',
    clock: 'synchronised',
    listeners: ['tcp 0.0.0.0:22 sshd', 'tcp [::]:22 sshd'],
    units: [
      running('ssh', 'OpenBSD Secure Shell server'),
      alias('sshd', 'OpenBSD Secure Shell server'),
      running('systemd-timesyncd', 'Network Time Synchronization'),
      running('amazon-ssm-agent', 'amazon-ssm-agent'),
    ],
  },
};

export const debian12Tidy = debianRoot(release, {
  name: 'debian-12-tidy',
  tidy: true,
  people: [person('eshin', 1001, agesTidy)],
  files: {
    '/etc/ssh/sshd_config.d/00-hardening.conf': 'PermitRootLogin no\n',
    '/usr/bin/newgrp': { mode: '0755' },
    '/usr/sbin/unix_chkpwd': { mode: '0755' },
  },
});

/** A second root written as 00, sudoers in a user's hands, passwd writable by its group, and no time service. */
export const debian12Neglected = debianRoot(release, {
  name: 'debian-12-neglected',
  tidy: false,
  people: [person('eshin', 1001)],
  files: {
    ...cronDebian('stock', crontabGid, ['apt-compat', 'dpkg', 'logrotate', 'man-db']),
    '/etc/passwd': {
      text: lines([
        'root:x:0:0:root:/root:/bin/bash',
        'daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin',
        'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin',
        'sshd:x:101:65534::/run/sshd:/usr/sbin/nologin',
        'sysroot:x:00:0::/root:/bin/bash',
        'admin:x:1000:1000:Debian:/home/admin:/bin/bash',
        'eshin:x:1001:1001::/home/eshin:/bin/bash',
      ]),
      mode: '0664',
    },
    '/etc/ssh/sshd_config': lines([
      'Include /etc/ssh/sshd_config.d/*.conf',
      'UsePAM yes',
      'PermitRootLogin yes',
      'PasswordAuthentication yes',
    ]),
    '/etc/sudoers': {
      text: lines(['root	ALL=(ALL:ALL) ALL', 'admin	ALL=(ALL:ALL) NOPASSWD: ALL']),
      mode: '0640',
      uid: 1001,
      gid: 1001,
    },
    '/etc/profile': lines(['PATH=/usr/local/bin:.:/usr/sbin:/usr/bin:/sbin:/bin', 'export PATH', 'umask 0', 'TMOUT=0']),
    '/etc/systemd/timesyncd.conf': null,
    '/var/tmp/dump.sql': { text: '-- dump\n', mode: '0666', uid: 6001, gid: 6001 },
    '/opt/lab/clock': 'unsynchronised\n',
    '/opt/lab/units': unitFile(
      252,
      unitsWith(release.lab.units, [
        installed('systemd-timesyncd', 'Network Time Synchronization'),
        running('cron', 'Regular background program processing daemon'),
      ]),
    ),
  },
});

/** As the cloud image comes. */
export const debian12Stock = debianRoot(release, { name: 'debian-12-stock', tidy: false });
