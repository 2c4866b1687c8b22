// Ubuntu 24.04, whose sshd is started by its socket: hardened, neglected, and as it comes.
import { agesTidy, lines, person } from './accounts.ts';
import { cronDebian } from './cron.ts';
import type { DebianRelease } from './debian.ts';
import { crontabGid, debianRoot } from './debian.ts';
import { chrony } from './time-sync.ts';
import { alias, running, unitFile, unitsWith } from './units.ts';

const release: DebianRelease = {
  platformName: 'Ubuntu',
  platformVersion: '24.04',
  osRelease: lines([
    'PRETTY_NAME="Ubuntu 24.04.1 LTS"',
    'NAME="Ubuntu"',
    'VERSION_ID="24.04"',
    'VERSION="24.04.1 LTS (Noble Numbat)"',
    'VERSION_CODENAME=noble',
    'ID=ubuntu',
    'ID_LIKE=debian',
  ]),
  debianVersion: 'trixie/sid',
  cloudUser: 'ubuntu',
  ssh: {
    version: 'OpenSSH_9.6p1 Ubuntu-3ubuntu13.5, OpenSSL 3.0.13 30 Jan 2024',
    include: true,
    privsepFolder: '/run/sshd',
    keyboardOption: 'kbdinteractiveauthentication',
  },
  hash: 'yescrypt',
  loginHash: 'SHA512',
  lockModule: 'faillock',
  pamUmask: true,
  acl: true,
  imageFiles: { '/etc/ssh/sshd_config.d/60-cloudimg-settings.conf': 'PasswordAuthentication no\n' },
  time: chrony('ubuntu'),
  lab: {
    systemdVersion: 255,
    kernel: '6.8.0-1018-aws',
    clock: 'synchronised',
    listeners: ['tcp *:22 systemd', 'tcp 127.0.0.53%lo:53 systemd-resolve', 'udp 127.0.0.1:323 chronyd'],
    units: [
      running('ssh.socket', 'OpenBSD Secure Shell server socket'),
      { name: 'ssh', file: 'disabled', active: true, description: 'OpenBSD Secure Shell server' },
      alias('sshd', 'OpenBSD Secure Shell server'),
      running('chrony', 'chrony, an NTP client/server'),
      alias('chronyd', 'chrony, an NTP client/server'),
      running('cron', 'Regular background program processing daemon'),
      running('rsyslog', 'System Logging Service'),
      running('snap.amazon-ssm-agent.amazon-ssm-agent', 'Service for snap application amazon-ssm-agent'),
    ],
  },
};

const daily = ['apport', 'apt-compat', 'dpkg', 'logrotate', 'man-db'];

export const ubuntu2404Tidy = debianRoot(release, {
  name: 'ubuntu-24-04-tidy',
  tidy: true,
  people: [person('mjung', 1001, agesTidy)],
  files: {
    ...cronDebian('tidy', crontabGid, daily),
    '/etc/ssh/sshd_config.d/00-hardening.conf': 'PermitRootLogin no\n',
    '/usr/bin/newgrp': { mode: '0755' },
    '/usr/sbin/unix_chkpwd': { mode: '0755' },
  },
});

/** Nobody has logged in since the start, so sshd never ran and its folder is missing: `sshd -T` fails. Anybody may become root by su. */
export const ubuntu2404Neglected = debianRoot(release, {
  name: 'ubuntu-24-04-neglected',
  tidy: false,
  people: [person('mjung', 1001), person('intern', 1002)],
  files: {
    ...cronDebian('stock', crontabGid, daily),
    '/run/sshd': null,
    '/etc/ssh/sshd_config.d/40-support.conf': 'permitrootlogin "yes"\n',
    '/etc/shadow': { text: lines(['root:*:19700:0:99999:7:::', 'mjung::19700:0:99999:7:::']), mode: '0644', gid: 42 },
    '/etc/pam.d/su': lines([
      'auth       sufficient pam_rootok.so',
      'auth       sufficient pam_wheel.so trust group=users',
      '@include common-auth',
      '@include common-account',
    ]),
    '/etc/crontab': { text: 'SHELL=/bin/sh\n', mode: '0666' },
    '/var/spool/cron/crontabs/intern': {
      text: '* * * * * /home/intern/run\n',
      mode: '0666',
      uid: 1002,
      gid: crontabGid,
    },
    '/home/intern/run': { text: '#!/bin/sh\n', mode: '4777', uid: 1002, gid: 1002 },
    '/root/.bashrc': lines(['# ~/.bashrc', 'export PATH=$PATH:.:/opt/bin', 'umask 000']),
    '/opt/lab/units': unitFile(
      255,
      unitsWith(release.lab.units, [
        { name: 'ssh', file: 'disabled', active: false, description: 'OpenBSD Secure Shell server' },
      ]),
    ),
  },
});

/** As the cloud image comes. */
export const ubuntu2404Stock = debianRoot(release, {
  name: 'ubuntu-24-04-stock',
  tidy: false,
  files: cronDebian('stock', crontabGid, daily),
});
