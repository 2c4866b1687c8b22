// Cases of file.setuid-2021.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, rocky8, rocky9, ubuntu20, ubuntu22 } from '../hosts.ts';
import { walked } from '../walked-host.ts';

const redHat = ['4755 /usr/bin/su', '4755 /usr/bin/newgrp', '4755 /usr/sbin/unix_chkpwd', '4755 /usr/bin/chage'];
const debian = ['4755 /usr/bin/su', '4755 /usr/bin/newgrp', '2755 /usr/sbin/unix_chkpwd 0:42'];
const found = (...files: readonly string[]) => ({ notes: walked({ setuid: files }) });

export const setuid2021Cases: readonly HostCase[] = [
  {
    name: 'no SUID on a listed program',
    host: al2023,
    ...found('4755 /usr/bin/su', '4111 /usr/bin/sudo'),
    expect: 'pass',
    because: 'none of the listed programs has SUID or SGID',
  },
  { name: 'none at all', host: ubuntu22, notes: walked(), expect: 'pass' },
  {
    name: 'stock goes beyond the letter, and the reason says that it is stock',
    host: rocky9,
    ...found(...redHat),
    expect: 'fail',
    because: 'each of them is stock',
    trap: 'U-13(1)',
  },
  {
    name: 'stock, by the profile',
    host: rocky9,
    ...found(...redHat),
    profile: 'distro-aware',
    expect: 'pass',
    because: 'only accepted ones',
    trap: 'U-13(1)',
  },
  { name: 'stock, by the profile', host: debian12, ...found(...debian), profile: 'distro-aware', expect: 'pass' },
  {
    name: 'at of the account daemon, which a search for files of root misses',
    host: debian12,
    ...found('6755 /usr/bin/at 1:1'),
    expect: 'fail',
    because: '/usr/bin/at',
    trap: 'U-13(2)',
  },
  {
    name: 'SGID alone, of another group',
    host: ubuntu22,
    ...found('2755 /usr/sbin/unix_chkpwd 0:42'),
    expect: 'fail',
    because: 'unix_chkpwd',
    trap: 'U-13(2)',
  },
  {
    name: 'at of Debian, by the profile',
    host: debian12,
    ...found('6755 /usr/bin/at 1:1'),
    profile: 'distro-aware',
    expect: 'pass',
  },
  {
    name: 'the same at is no stock of the RHEL family',
    host: rocky8,
    ...found('6755 /usr/bin/at 1:1'),
    profile: 'distro-aware',
    expect: 'fail',
  },
  {
    name: 'SUID where the stock has SGID',
    host: debian12,
    ...found('4755 /usr/sbin/unix_chkpwd'),
    profile: 'distro-aware',
    expect: 'fail',
  },
  {
    name: 'a listed program that no distribution installs so',
    host: al2,
    ...found(...redHat, '4755 /usr/sbin/traceroute'),
    profile: 'distro-aware',
    expect: 'fail',
    because: 'traceroute',
  },
  { name: 'a print queue tool', host: ubuntu20, ...found('6755 /usr/bin/lpr-lpd'), expect: 'fail' },
  { name: 'dump of another place', host: al2, ...found('4755 /opt/old/sbin/dump'), expect: 'fail' },
  {
    name: 'names that only begin alike',
    host: al2,
    ...found('4755 /opt/x/newgrp2', '4755 /opt/x/atop'),
    expect: 'pass',
  },
  {
    name: 'the profile knows no unknown distribution',
    host: { ...debian12, family: 'other', distro: 'alpine' },
    ...found('4755 /usr/bin/newgrp'),
    profile: 'distro-aware',
    expect: 'fail',
  },
  {
    name: 'a program that a site knows of',
    host: al2,
    ...found('4755 /usr/sbin/traceroute'),
    parameters: { known: ['/usr/sbin/traceroute'] },
    expect: 'pass',
  },
  {
    name: 'more than can be listed',
    host: rocky9,
    notes: walked({ setuid: ['4755 /usr/bin/su'] }, { totals: { setuid: 300 } }),
    expect: 'manual',
    because: '299',
  },
  { name: 'folders that could not be read', host: al2, notes: walked({}, { denied: 9 }), expect: 'unknown' },
];
