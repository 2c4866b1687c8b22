// Cases of windows.unneeded-accounts.
import type { HostCase } from '@bongsu/core';
import { dc2019, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const own = 'S-1-5-21-1-2-3';
const groups = [
  ['group', 'S-1-5-32-544', 'listed'],
  ['group', 'S-1-5-32-555', 'listed'],
] as const;
const accounts = (users: NonNullable<HostCase['notes']>): NonNullable<HostCase['notes']> => [
  ['accounts', 'local'],
  ...users,
  ...groups,
];

export const unneededAccountsCases: readonly HostCase[] = [
  {
    name: 'the built-in administrator alone',
    host: ws2022,
    notes: accounts([
      ['user', 'Administrator', `${own}-500`, 'True', '2026-03-01', '2026-01-01'],
      ['user', 'Guest', `${own}-501`, 'False', '', ''],
    ]),
    expect: 'pass',
  },
  {
    name: 'more accounts',
    host: ws2019,
    notes: accounts([
      ['user', 'Administrator', `${own}-500`, 'True', '', ''],
      ['user', '\uac1c\ubc1c', `${own}-1001`, 'True', '', ''],
    ]),
    expect: 'manual',
    because: '\uac1c\ubc1c',
  },
  {
    name: 'a domain controller has no accounts of its own',
    host: dc2019,
    notes: [['accounts', 'domain'], ...groups],
    expect: 'manual',
  },
  { name: 'a list without the administrator is no list', host: ws2016, notes: accounts([]), expect: 'unknown' },
  { name: 'members were not listed', host: ws2016, notes: [['accounts', 'local']], expect: 'unknown' },
];
