// Amazon Linux 2: as the image comes, hardened, and neglected.
import { agesTidy, lines, person } from './accounts.ts';
import { at, cronRedhat } from './cron.ts';
import { postdrop, postfix } from './postfix.ts';
import type { RedhatRelease } from './redhat.ts';
import { redhatRoot } from './redhat.ts';
import { sshConfigRedhatOld } from './ssh-server.ts';
import { chrony } from './time-sync.ts';
import { installed, running } from './units.ts';

const release: RedhatRelease = {
  platformName: 'Amazon Linux',
  platformVersion: '2',
  osRelease: lines([
    'NAME="Amazon Linux"',
    'VERSION="2"',
    'ID="amzn"',
    'ID_LIKE="centos rhel fedora"',
    'VERSION_ID="2"',
    'PRETTY_NAME="Amazon Linux 2"',
    'CPE_NAME="cpe:2.3:o:amazon:amazon_linux:2"',
  ]),
  releaseFile: { '/etc/system-release': 'Amazon Linux release 2 (Karoo)\n' },
  cloudUser: 'ec2-user',
  rootPassword: '*LOCK*',
  ssh: {
    version: 'OpenSSH_7.4p1, OpenSSL 1.0.2k-fips  26 Jan 2017',
    include: false,
    privsepFolder: '/var/empty/sshd',
    keyboardOption: 'challengeresponseauthentication',
    hostKeyGid: 101,
  },
  sshFiles: { '/etc/ssh/sshd_config': { text: sshConfigRedhatOld('#PermitRootLogin yes'), mode: '0600' } },
  pam: { layout: 'authconfig', hash: 'sha512', faillockConf: false },
  umask: 'own-group-002',
  time: chrony('amazon-linux-2'),
  lab: {
    systemdVersion: 219,
    kernel: '5.10.226-214.880.amzn2.x86_64',
    clock: 'synchronised',
    listeners: ['tcp 0.0.0.0:22 sshd', 'tcp 127.0.0.1:25 master', 'udp 0.0.0.0:111 rpcbind', 'tcp 0.0.0.0:111 rpcbind'],
    units: [
      running('sshd', 'OpenSSH server daemon'),
      running('chronyd', 'NTP client/server'),
      running('crond', 'Command Scheduler'),
      running('atd', 'Job spooling tools'),
      running('rsyslog', 'System Logging Service'),
      running('postfix', 'Postfix Mail Transport Agent'),
      running('rpcbind', 'RPC bind service'),
      running('auditd', 'Security Auditing Service'),
      running('amazon-ssm-agent', 'amazon-ssm-agent'),
      installed('rpcbind.socket', 'RPCbind Server Activation Socket'),
    ],
  },
};

const daily = ['logrotate', 'man-db.cron'];

export const amazonLinux2Stock = redhatRoot(release, {
  name: 'amazon-linux-2-stock',
  tidy: false,
  moreGroups: [postdrop],
  files: { ...cronRedhat('stock', daily), ...at('redhat'), ...postfix(false) },
});

export const amazonLinux2Tidy = redhatRoot(release, {
  name: 'amazon-linux-2-tidy',
  tidy: true,
  people: [person('jwkim', 1001, agesTidy)],
  moreGroups: [postdrop],
  files: {
    ...cronRedhat('tidy', daily),
    ...postfix(true),
    '/etc/ssh/sshd_config': { text: sshConfigRedhatOld('PermitRootLogin no'), mode: '0600' },
    '/usr/bin/newgrp': { mode: '0755' },
    '/usr/sbin/unix_chkpwd': { mode: '0755' },
  },
});

/** An old shared host: a second root, cron anybody may write, su for all, an idle time of nothing. */
export const amazonLinux2Neglected = redhatRoot(release, {
  name: 'amazon-linux-2-neglected',
  tidy: false,
  people: [person('jwkim', 1001), person('batch', 1002)],
  moreAccounts: [{ name: 'toor', uid: 0, gid: 0, home: '/root', shell: '/bin/bash', password: '!!' }],
  moreGroups: [postdrop],
  files: {
    ...cronRedhat('stock', daily),
    ...at('redhat'),
    ...postfix(false),
    '/etc/ssh/sshd_config': { text: sshConfigRedhatOld('PermitRootLogin yes'), mode: '0600' },
    '/etc/cron.d/batch': { text: '*/5 * * * * root /opt/batch/run.sh\n', mode: '0666' },
    '/opt/batch': { dir: true, mode: '0777' },
    '/opt/batch/run.sh': { text: '#!/bin/sh\nexit 0\n', mode: '0777', uid: 1002, gid: 1002 },
    '/opt/batch/old.log': { text: 'left by somebody who is gone\n', uid: 4242, gid: 4242 },
    '/etc/profile.d/idle.sh': 'TMOUT=0\nexport TMOUT\n',
    '/root/.bash_profile': lines(['# .bash_profile', 'PATH=.:$PATH:$HOME/bin', 'export PATH']),
  },
});
