// Cases of file.setuid.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, rocky8, rocky9, ubuntu20, ubuntu22 } from '../hosts.ts';
import { walked } from '../walked-host.ts';

const redHat = [
  '4755 /usr/bin/su',
  '4111 /usr/bin/sudo',
  '4755 /usr/bin/newgrp',
  '4755 /usr/bin/chage',
  '4755 /usr/sbin/unix_chkpwd',
  '2555 /usr/libexec/openssh/ssh-keysign 0:996',
  '4750 /usr/libexec/dbus-1/dbus-daemon-launch-helper 0:81',
];
const debian = [
  '4755 /usr/bin/su',
  '4755 /usr/bin/sudo',
  '2755 /usr/bin/chage 0:42',
  '2755 /usr/sbin/unix_chkpwd 0:42',
  '6755 /usr/bin/at 1:1',
  '4754 /usr/lib/dbus-1.0/dbus-daemon-launch-helper 0:102',
];
const besides = (stock: readonly string[], ...more: string[]) => ({ notes: walked({ setuid: [...stock, ...more] }) });

export const setuidCases: readonly HostCase[] = [
  { name: 'stock', host: al2023, ...besides(redHat), expect: 'pass', because: 'every SUID or SGID file is stock' },
  {
    name: 'stock, with the guide’s at as Debian installs it',
    host: debian12,
    ...besides(debian),
    expect: 'pass',
    because: '/usr/bin/at',
  },
  {
    name: 'stock on a system that is not merged',
    host: ubuntu20,
    ...besides(['4755 /bin/su', '4755 /bin/mount']),
    expect: 'pass',
  },
  { name: 'none at all', host: al2, notes: walked(), expect: 'pass' },
  {
    name: 'a program of someone else',
    host: rocky9,
    ...besides(redHat, '4755 /opt/agent/bin/helper'),
    expect: 'manual',
    because: '/opt/agent/bin/helper',
  },
  {
    name: 'SGID of another group',
    host: ubuntu22,
    ...besides(debian, '2755 /usr/local/games/score 0:60'),
    expect: 'manual',
  },
  {
    name: 'not owned by root',
    host: debian12,
    ...besides(debian, '4755 /usr/local/bin/as-app 1000:1000'),
    expect: 'manual',
  },
  {
    name: 'stock of one family is not stock of the other',
    host: rocky8,
    ...besides(['2755 /usr/bin/dotlockfile 0:8']),
    expect: 'manual',
  },
  {
    name: 'SUID where the stock has SGID',
    host: debian12,
    ...besides(['4755 /usr/bin/chage']),
    expect: 'manual',
    because: '/usr/bin/chage',
  },
  { name: 'stock that a group may write', host: al2, ...besides(['4775 /usr/bin/su 0:1000']), expect: 'manual' },
  {
    name: 'the same name elsewhere is not stock',
    host: al2023,
    ...besides(redHat, '4755 /opt/x/su'),
    expect: 'manual',
  },
  {
    name: 'an unknown distribution has no stock',
    host: { ...debian12, family: 'other', distro: 'alpine', prettyName: 'Alpine Linux 3.20' },
    ...besides(['4755 /usr/bin/su']),
    expect: 'manual',
  },
  {
    name: 'a SUID shell',
    host: al2,
    ...besides(redHat, '4755 /usr/local/bin/bash'),
    expect: 'fail',
    because: '/usr/local/bin/bash',
  },
  {
    name: 'an interpreter with its version',
    host: ubuntu22,
    ...besides(debian, '4755 /usr/bin/python3.10'),
    expect: 'fail',
  },
  {
    name: 'find',
    host: rocky9,
    ...besides(redHat, '4755 /usr/bin/find'),
    expect: 'fail',
    because: 'whatever its user asks',
  },
  { name: 'vim', host: rocky9, ...besides(redHat, '4755 /usr/bin/vim.basic'), expect: 'fail' },
  { name: 'in a home', host: ubuntu22, ...besides(debian, '4755 /home/kim/x'), expect: 'fail', because: '/home/kim/x' },
  { name: 'in /tmp', host: al2023, ...besides(redHat, '2755 /tmp/.x'), expect: 'fail' },
  {
    name: 'in a folder that everybody may write',
    host: debian12,
    notes: walked({ setuid: ['4755 /srv/drop/x'], 'writable-directory': ['0777 /srv/drop'] }),
    expect: 'fail',
    because: 'ordinary users put files',
  },
  {
    name: 'that others may write',
    host: rocky8,
    ...besides(redHat, '4757 /opt/agent/helper'),
    expect: 'fail',
    because: 'anybody may write it',
  },
  {
    name: 'named by the guide beyond the stock',
    host: al2,
    ...besides(redHat, '4755 /usr/sbin/traceroute'),
    expect: 'fail',
    because: '2021 guide',
  },
  {
    name: 'a print queue tool of the guide',
    host: debian12,
    ...besides(debian, '6755 /usr/bin/lpq-lpd'),
    expect: 'fail',
  },
  {
    name: 'newgrp where no distribution puts it',
    host: debian12,
    ...besides(debian, '4755 /usr/local/bin/newgrp'),
    expect: 'fail',
  },
  {
    name: 'traceroute6.iputils is stock of Ubuntu 20.04',
    host: ubuntu20,
    ...besides(['4755 /usr/bin/traceroute6.iputils']),
    expect: 'pass',
  },
  {
    name: 'more than can be listed',
    host: rocky9,
    notes: walked({ setuid: redHat }, { totals: { setuid: 300 } }),
    expect: 'manual',
    because: '293',
  },
  { name: 'folders that could not be read', host: al2, notes: walked({}, { denied: 9 }), expect: 'unknown' },

  {
    name: 'a program that a site knows of',
    host: rocky9,
    ...besides(redHat, '4755 /opt/agent/bin/helper'),
    parameters: { known: ['/opt/agent/bin/helper'] },
    expect: 'pass',
    because: 'known with its reason',
  },
  {
    name: 'one beside the known',
    host: rocky9,
    ...besides(redHat, '4755 /opt/agent/bin/helper', '4755 /opt/agent/bin/helper2'),
    parameters: { known: ['/opt/agent/bin/helper'] },
    expect: 'manual',
    because: '/opt/agent/bin/helper2',
  },
  {
    name: 'a reason for a tool that runs what it is asked',
    host: ubuntu22,
    ...besides(debian, '4750 /opt/backup/rsync 0:1500'),
    parameters: { known: ['/opt/backup/rsync'] },
    expect: 'pass',
  },
  {
    name: 'no reason for what anybody may write',
    host: rocky8,
    ...besides(redHat, '4757 /opt/agent/helper'),
    parameters: { known: ['/opt/agent/helper'] },
    expect: 'fail',
  },
];
