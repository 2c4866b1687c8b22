// Rocky Linux 8: as the image comes, hardened, and neglected; and its sisters AlmaLinux 8 and RHEL 8. Its main sshd_config lets root in, and knows no drop-ins.
import { agesTidy, lines, person } from './accounts.ts';
import { cronRedhat } from './cron.ts';
import type { RedhatRelease } from './redhat.ts';
import { redhatRoot } from './redhat.ts';
import { sshConfigRedhatOld } from './ssh-server.ts';
import { chrony } from './time-sync.ts';
import { running } from './units.ts';

const release: RedhatRelease = {
  platformName: 'Rocky Linux',
  platformVersion: '8.10',
  osRelease: lines([
    'NAME="Rocky Linux"',
    'VERSION="8.10 (Green Obsidian)"',
    'ID="rocky"',
    'ID_LIKE="rhel centos fedora"',
    'VERSION_ID="8.10"',
    'PLATFORM_ID="platform:el8"',
    'PRETTY_NAME="Rocky Linux 8.10 (Green Obsidian)"',
  ]),
  releaseFile: {
    '/etc/redhat-release': 'Rocky Linux release 8.10 (Green Obsidian)\n',
    '/etc/rocky-release': 'Rocky Linux release 8.10 (Green Obsidian)\n',
  },
  cloudUser: 'rocky',
  rootPassword: '!!',
  ssh: {
    version: 'OpenSSH_8.0p1, OpenSSL 1.1.1k  FIPS 25 Mar 2021',
    include: false,
    privsepFolder: '/var/empty/sshd',
    keyboardOption: 'challengeresponseauthentication',
    hostKeyGid: 101,
  },
  sshFiles: { '/etc/ssh/sshd_config': { text: sshConfigRedhatOld('PermitRootLogin yes'), mode: '0600' } },
  pam: { layout: 'authselect', hash: 'sha512', faillockConf: true },
  umask: 'own-group-002',
  time: chrony('rocky'),
  lab: {
    systemdVersion: 239,
    kernel: '4.18.0-553.22.1.el8_10.x86_64',
    clock: 'synchronised',
    listeners: ['tcp 0.0.0.0:22 sshd', 'tcp [::]:22 sshd', 'udp 127.0.0.1:323 chronyd'],
    units: [
      running('sshd', 'OpenSSH server daemon'),
      running('chronyd', 'NTP client/server'),
      running('crond', 'Command Scheduler'),
      running('rsyslog', 'System Logging Service'),
      running('amazon-ssm-agent', 'amazon-ssm-agent'),
    ],
  },
};

const daily = ['logrotate'];

export const rocky8Stock = redhatRoot(release, {
  name: 'rocky-8-stock',
  tidy: false,
  files: cronRedhat('stock', daily),
});

/** Account files open to everybody, an ACL on top, su by trust alone, cron scripts that anybody may change. */
export const rocky8Neglected = redhatRoot(release, {
  name: 'rocky-8-neglected',
  tidy: false,
  people: [person('ychoi', 1001), person('ychoi2', 1001)],
  files: {
    ...cronRedhat('stock', daily),
    '/etc/passwd': { text: neglectedPasswd(), mode: '0666' },
    '/etc/shadow': { text: neglectedShadow(), mode: '0644' },
    '/etc/cron.daily/cleanup': { text: '#!/bin/sh\nfind /tmp -mtime +7 -delete\n', mode: '0777' },
    '/etc/pam.d/su': lines([
      '#%PAM-1.0',
      'auth		sufficient	pam_rootok.so',
      'auth		sufficient	pam_wheel.so trust use_uid',
      'auth		substack	system-auth',
    ]),
    '/etc/sudoers.d/ops': { text: '%users ALL=(ALL) NOPASSWD: ALL\n', mode: '0664' },
    '/opt/lab/acls': '/etc/group\tuser:ychoi:rw-\n',
    '/var/data/orphan.db': { text: 'x\n', uid: 5001, gid: 5001 },
  },
});

function neglectedPasswd(): string {
  return lines([
    'root:x:0:0:root:/root:/bin/bash',
    'bin:x:1:1:bin:/bin:/sbin/nologin',
    'daemon:x:2:2:daemon:/sbin:/sbin/nologin',
    'sync:x:5:0:sync:/sbin:/bin/sync',
    'nobody:x:65534:65534:Kernel Overflow User:/:/sbin/nologin',
    'sshd:x:74:74:Privilege-separated SSH:/var/empty/sshd:/sbin/nologin',
    'rocky:x:1000:1000:Cloud User:/home/rocky:/bin/bash',
    'ychoi:x:1001:1001::/home/ychoi:/bin/bash',
  ]);
}

function neglectedShadow(): string {
  return lines([
    'root:!!:19700:0:99999:7:::',
    'bin:*:19700:0:99999:7:::',
    'rocky:!!:19700:0:99999:7:::',
    'ychoi::19700:0:99999:7:::',
  ]);
}

export const rocky8Tidy = redhatRoot(release, {
  name: 'rocky-8-tidy',
  tidy: true,
  people: [person('ychoi', 1001, agesTidy)],
  files: {
    ...cronRedhat('tidy', daily),
    '/etc/ssh/sshd_config': { text: sshConfigRedhatOld('PermitRootLogin no'), mode: '0600' },
    '/usr/bin/newgrp': { mode: '0755' },
    '/usr/sbin/unix_chkpwd': { mode: '0755' },
  },
});

/** AlmaLinux 8 is the same build of the same sources under another name. */
const alma: RedhatRelease = {
  ...release,
  platformName: 'AlmaLinux',
  osRelease: release.osRelease
    .replaceAll('Rocky Linux', 'AlmaLinux')
    .replaceAll('Green Obsidian', 'Cerulean Leopard')
    .replace('ID="rocky"', 'ID="almalinux"'),
  releaseFile: {
    '/etc/redhat-release': 'AlmaLinux release 8.10 (Cerulean Leopard)\n',
    '/etc/almalinux-release': 'AlmaLinux release 8.10 (Cerulean Leopard)\n',
  },
  cloudUser: 'ec2-user',
  time: chrony('alma'),
};

export const alma8Stock = redhatRoot(alma, { name: 'alma-8-stock', tidy: false, files: cronRedhat('stock', daily) });

/** Red Hat Enterprise Linux 8 as the cloud image comes: the sources of both. */
const rhel: RedhatRelease = {
  ...alma,
  platformName: 'Red Hat Enterprise Linux',
  osRelease: alma.osRelease
    .replaceAll('AlmaLinux', 'Red Hat Enterprise Linux')
    .replaceAll('Cerulean Leopard', 'Ootpa')
    .replace('ID="almalinux"', 'ID="rhel"')
    .replace('ID_LIKE="rhel centos fedora"', 'ID_LIKE="fedora"'),
  releaseFile: { '/etc/redhat-release': 'Red Hat Enterprise Linux release 8.10 (Ootpa)\n' },
  time: chrony('rhel'),
};

export const rhel8Stock = redhatRoot(rhel, { name: 'rhel-8-stock', tidy: false, files: cronRedhat('stock', daily) });
