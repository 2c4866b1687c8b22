// Rocky Linux 9: hardened, neglected, and as it comes; and AlmaLinux 9, its sister.
import { agesTidy, lines, person } from './accounts.ts';
import { cronRedhat } from './cron.ts';
import type { RedhatRelease } from './redhat.ts';
import { redhatRoot } from './redhat.ts';
import { sshConfigRedhat } from './ssh-server.ts';
import { chrony } from './time-sync.ts';
import { running } from './units.ts';

const release: RedhatRelease = {
  platformName: 'Rocky Linux',
  platformVersion: '9.4',
  osRelease: lines([
    'NAME="Rocky Linux"',
    'VERSION="9.4 (Blue Onyx)"',
    'ID="rocky"',
    'ID_LIKE="rhel centos fedora"',
    'VERSION_ID="9.4"',
    'PLATFORM_ID="platform:el9"',
    'PRETTY_NAME="Rocky Linux 9.4 (Blue Onyx)"',
  ]),
  releaseFile: {
    '/etc/redhat-release': 'Rocky Linux release 9.4 (Blue Onyx)\n',
    '/etc/rocky-release': 'Rocky Linux release 9.4 (Blue Onyx)\n',
  },
  cloudUser: 'rocky',
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
  time: chrony('rocky'),
  lab: {
    systemdVersion: 252,
    kernel: '5.14.0-427.37.1.el9_4.x86_64',
    clock: 'synchronised',
    listeners: ['tcp 0.0.0.0:22 sshd', 'tcp [::]:22 sshd', 'udp 127.0.0.1:323 chronyd'],
    units: [
      running('sshd', 'OpenSSH server daemon'),
      running('chronyd', 'NTP client/server'),
      running('crond', 'Command Scheduler'),
      running('rsyslog', 'System Logging Service'),
      running('auditd', 'Security Auditing Service'),
      running('amazon-ssm-agent', 'amazon-ssm-agent'),
      running('logrotate.timer', 'Daily rotation of log files'),
    ],
  },
};

export const rocky9Tidy = redhatRoot(release, {
  name: 'rocky-9-tidy',
  tidy: true,
  people: [person('mlee', 1001, agesTidy)],
  files: {
    ...cronRedhat('tidy', []),
    '/etc/ssh/sshd_config.d/01-permitrootlogin.conf': { text: 'PermitRootLogin no\n', mode: '0600' },
    '/usr/bin/newgrp': { mode: '0755' },
    '/usr/sbin/unix_chkpwd': { mode: '0755' },
  },
});

/** The main file says no, a drop-in that is read first says yes; passwd may be written by its group; sudoers by everybody. */
export const rocky9Neglected = redhatRoot(release, {
  name: 'rocky-9-neglected',
  tidy: false,
  people: [person('mlee', 1001, ['0', '']), person('deploy', 1002)],
  files: {
    ...cronRedhat('stock', []),
    '/etc/ssh/sshd_config': {
      text: lines([
        'Include /etc/ssh/sshd_config.d/*.conf',
        'PermitRootLogin no',
        'AuthorizedKeysFile	.ssh/authorized_keys',
      ]),
      mode: '0600',
    },
    '/etc/ssh/sshd_config.d/01-permitrootlogin.conf': { text: 'PermitRootLogin yes\n', mode: '0600' },
    '/etc/sudoers': { text: lines(['root	ALL=(ALL)	ALL', '%wheel	ALL=(ALL)	NOPASSWD: ALL']), mode: '0666' },
    '/etc/profile.d/umask.sh': 'umask 002\n',
    '/srv/upload/incoming.csv': { text: 'id;name\n', mode: '0666', uid: 1002, gid: 1002 },
    '/opt/lab/clock': 'unsynchronised\n',
    '/usr/local/bin/rootsh': { text: '#!/bin/sh\n', mode: '4755' },
  },
});

/** As the cloud image comes. */
export const rocky9Stock = redhatRoot(release, { name: 'rocky-9-stock', tidy: false, files: cronRedhat('stock', []) });

/** AlmaLinux 9 is the same build of the same sources under another name. */
const alma: RedhatRelease = {
  ...release,
  platformName: 'AlmaLinux',
  osRelease: release.osRelease
    .replaceAll('Rocky Linux', 'AlmaLinux')
    .replaceAll('Blue Onyx', 'Seafoam Ocelot')
    .replace('ID="rocky"', 'ID="almalinux"'),
  releaseFile: {
    '/etc/redhat-release': 'AlmaLinux release 9.4 (Seafoam Ocelot)\n',
    '/etc/almalinux-release': 'AlmaLinux release 9.4 (Seafoam Ocelot)\n',
  },
  cloudUser: 'ec2-user',
  time: chrony('alma'),
};

export const alma9Stock = redhatRoot(alma, { name: 'alma-9-stock', tidy: false, files: cronRedhat('stock', []) });
