// Debian 11, with cron and rsyslog as its images still had them: as it comes, and hardened.
import { agesTidy, lines, person } from './accounts.ts';
import { cronDebian } from './cron.ts';
import type { DebianRelease } from './debian.ts';
import { crontabGid, debianRoot } from './debian.ts';
import { timesyncd } from './time-sync.ts';
import { alias, running } from './units.ts';

const release: DebianRelease = {
  platformName: 'Debian GNU/Linux',
  platformVersion: '11',
  osRelease: lines([
    'PRETTY_NAME="Debian GNU/Linux 11 (bullseye)"',
    'NAME="Debian GNU/Linux"',
    'VERSION_ID="11"',
    'VERSION="11 (bullseye)"',
    'VERSION_CODENAME=bullseye',
    'ID=debian',
  ]),
  debianVersion: '11.11',
  cloudUser: 'admin',
  ssh: {
    version: 'OpenSSH_8.4p1 Debian-5+deb11u3, OpenSSL 1.1.1w  11 Sep 2023',
    include: true,
    privsepFolder: '/run/sshd',
    keyboardOption: 'challengeresponseauthentication',
  },
  hash: 'yescrypt',
  loginHash: 'SHA512',
  lockModule: 'faillock',
  pamUmask: false,
  acl: false,
  imageFiles: {},
  time: timesyncd('debian'),
  lab: {
    systemdVersion: 247,
    kernel: '5.10.0-32-cloud-amd64',
    clock: 'synchronised',
    listeners: ['tcp 0.0.0.0:22 sshd', 'tcp [::]:22 sshd'],
    units: [
      running('ssh', 'OpenBSD Secure Shell server'),
      alias('sshd', 'OpenBSD Secure Shell server'),
      running('systemd-timesyncd', 'Network Time Synchronization'),
      running('cron', 'Regular background program processing daemon'),
      running('rsyslog', 'System Logging Service'),
      running('amazon-ssm-agent', 'amazon-ssm-agent'),
    ],
  },
};

const daily = ['apt-compat', 'dpkg', 'logrotate', 'man-db'];

export const debian11Stock = debianRoot(release, {
  name: 'debian-11-stock',
  tidy: false,
  files: cronDebian('stock', crontabGid, daily),
});

export const debian11Tidy = debianRoot(release, {
  name: 'debian-11-tidy',
  tidy: true,
  people: [person('eshin', 1001, agesTidy)],
  files: {
    ...cronDebian('tidy', crontabGid, daily),
    '/etc/ssh/sshd_config.d/00-hardening.conf': 'PermitRootLogin no\n',
    '/usr/bin/newgrp': { mode: '0755' },
    '/usr/sbin/unix_chkpwd': { mode: '0755' },
  },
});
