// Ubuntu 22.04: hardened, neglected, and as it comes.
import { agesTidy, lines, person } from './accounts.ts';
import { at, cronDebian } from './cron.ts';
import type { DebianRelease } from './debian.ts';
import { crontabGid, debianRoot } from './debian.ts';
import { chrony } from './time-sync.ts';
import { alias, running } from './units.ts';

const release: DebianRelease = {
  platformName: 'Ubuntu',
  platformVersion: '22.04',
  osRelease: lines([
    'PRETTY_NAME="Ubuntu 22.04.5 LTS"',
    'NAME="Ubuntu"',
    'VERSION_ID="22.04"',
    'VERSION="22.04.5 LTS (Jammy Jellyfish)"',
    'VERSION_CODENAME=jammy',
    'ID=ubuntu',
    'ID_LIKE=debian',
  ]),
  debianVersion: 'bookworm/sid',
  cloudUser: 'ubuntu',
  ssh: {
    version: 'OpenSSH_8.9p1 Ubuntu-3ubuntu0.10, OpenSSL 3.0.2 15 Mar 2022',
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
    systemdVersion: 249,
    kernel: '6.8.0-1018-aws',
    clock: 'synchronised',
    listeners: [
      'tcp 0.0.0.0:22 sshd',
      'tcp [::]:22 sshd',
      'tcp 127.0.0.53%lo:53 systemd-resolve',
      'udp 127.0.0.53%lo:53 systemd-resolve',
      'udp 127.0.0.1:323 chronyd',
    ],
    units: [
      running('ssh', 'OpenBSD Secure Shell server'),
      alias('sshd', 'OpenBSD Secure Shell server'),
      running('chrony', 'chrony, an NTP client/server'),
      alias('chronyd', 'chrony, an NTP client/server'),
      running('cron', 'Regular background program processing daemon'),
      running('rsyslog', 'System Logging Service'),
      running('systemd-resolved', 'Network Name Resolution'),
      running('snap.amazon-ssm-agent.amazon-ssm-agent', 'Service for snap application amazon-ssm-agent'),
    ],
  },
};

const daily = ['apport', 'apt-compat', 'dpkg', 'logrotate', 'man-db'];

export const ubuntu2204Tidy = debianRoot(release, {
  name: 'ubuntu-22-04-tidy',
  tidy: true,
  people: [person('hspark', 1001, agesTidy)],
  files: {
    ...cronDebian('tidy', crontabGid, daily),
    '/etc/ssh/sshd_config.d/00-hardening.conf': 'PermitRootLogin no\n',
    '/usr/bin/newgrp': { mode: '0755' },
    '/usr/sbin/unix_chkpwd': { mode: '0755' },
  },
});

/** A Match block lets root in although the global part does not; at is there for all; chrony is stopped. */
export const ubuntu2204Neglected = debianRoot(release, {
  name: 'ubuntu-22-04-neglected',
  tidy: false,
  people: [person('hspark', 1001), person('legacy', 1002)],
  files: {
    ...cronDebian('stock', crontabGid, daily),
    ...at('debian'),
    '/etc/ssh/sshd_config.d/50-cloud-init.conf': 'PasswordAuthentication yes\n',
    '/etc/ssh/sshd_config.d/99-backup.conf': lines([
      'PermitRootLogin no',
      'Match User root Address 10.0.0.0/8,127.0.0.1',
      '  PermitRootLogin yes',
      'Match User root',
      '  PermitRootLogin yes',
    ]),
    '/var/www/html/upload.php': { text: '<?php\n', mode: '0666', uid: 33, gid: 33 },
    '/etc/sudoers.d/legacy': { text: 'legacy ALL=(ALL) NOPASSWD: ALL\n', mode: '0644' },
    '/var/www/shared': { dir: true, mode: '0777' },
    '/var/backups/leaver': { dir: true, uid: 4343, gid: 4343 },
    '/etc/profile.d/idle.sh': 'export TMOUT=3600\n',
    '/root/.profile': lines(['if [ -f ~/.bashrc ]; then . ~/.bashrc; fi', 'PATH=/opt/tools/bin::$PATH', 'export PATH']),
  },
});

/** As the cloud image comes. */
export const ubuntu2204Stock = debianRoot(release, {
  name: 'ubuntu-22-04-stock',
  tidy: false,
  files: cronDebian('stock', crontabGid, daily),
});
