// Ubuntu 20.04 as the image comes, and hardened with the older lockout module.
import { agesTidy, lines, person } from './accounts.ts';
import { cronDebian } from './cron.ts';
import type { DebianRelease } from './debian.ts';
import { crontabGid, debianRoot } from './debian.ts';
import { timesyncd } from './time-sync.ts';
import { alias, running } from './units.ts';

const release: DebianRelease = {
  platformName: 'Ubuntu',
  platformVersion: '20.04',
  osRelease: lines([
    'NAME="Ubuntu"',
    'VERSION="20.04.6 LTS (Focal Fossa)"',
    'ID=ubuntu',
    'ID_LIKE=debian',
    'PRETTY_NAME="Ubuntu 20.04.6 LTS"',
    'VERSION_ID="20.04"',
    'VERSION_CODENAME=focal',
  ]),
  debianVersion: 'bullseye/sid',
  cloudUser: 'ubuntu',
  ssh: {
    version: 'OpenSSH_8.2p1 Ubuntu-4ubuntu0.11, OpenSSL 1.1.1f  31 Mar 2020',
    include: true,
    privsepFolder: '/run/sshd',
    keyboardOption: 'challengeresponseauthentication',
  },
  hash: 'sha512',
  loginHash: 'SHA512',
  lockModule: 'tally2',
  pamUmask: true,
  acl: true,
  imageFiles: { '/etc/ssh/sshd_config.d/60-cloudimg-settings.conf': 'PasswordAuthentication no\n' },
  time: timesyncd('ubuntu'),
  lab: {
    systemdVersion: 245,
    kernel: '5.15.0-1071-aws',
    clock: 'synchronised',
    listeners: ['tcp 0.0.0.0:22 sshd', 'tcp [::]:22 sshd', 'udp 127.0.0.53%lo:53 systemd-resolve'],
    units: [
      running('ssh', 'OpenBSD Secure Shell server'),
      alias('sshd', 'OpenBSD Secure Shell server'),
      running('systemd-timesyncd', 'Network Time Synchronization'),
      running('cron', 'Regular background program processing daemon'),
      running('rsyslog', 'System Logging Service'),
      running('snap.amazon-ssm-agent.amazon-ssm-agent', 'Service for snap application amazon-ssm-agent'),
    ],
  },
};

const daily = ['apport', 'apt-compat', 'dpkg', 'logrotate', 'man-db', 'popularity-contest'];

export const ubuntu2004Stock = debianRoot(release, {
  name: 'ubuntu-20-04-stock',
  tidy: false,
  files: cronDebian('stock', crontabGid, daily),
});

export const ubuntu2004Tidy = debianRoot(release, {
  name: 'ubuntu-20-04-tidy',
  tidy: true,
  people: [person('dkim', 1001, agesTidy)],
  files: {
    ...cronDebian('tidy', crontabGid, daily),
    '/etc/ssh/sshd_config.d/00-hardening.conf': 'PermitRootLogin no\n',
    '/usr/bin/newgrp': { mode: '0755' },
    '/usr/sbin/unix_chkpwd': { mode: '0755' },
  },
});
