// Cases of windows.administrators-members.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const head = [
  ['accounts', 'local'],
  ['user', 'Administrator', 'S-1-5-21-1-2-3-500', 'True', '', ''],
] as const;
const listed = [...head, ['group', 'S-1-5-32-544', 'listed'], ['group', 'S-1-5-32-555', 'listed']] as const;

export const administratorsMembersCases: readonly HostCase[] = [
  {
    name: 'one',
    host: ws2022,
    notes: [...listed, ['member', 'S-1-5-32-544', 'WEB1\\Administrator', 'S-1-5-21-1-2-3-500']],
    expect: 'pass',
  },
  {
    name: 'three',
    host: ws2019,
    notes: [...listed, ...['a', 'b', 'c'].map((name) => ['member', 'S-1-5-32-544', name, 'S-1-5-21-1-2-3-1'] as const)],
    expect: 'manual',
  },
  {
    name: 'three by own rule',
    host: ws2019,
    notes: [...listed, ...['a', 'b', 'c'].map((name) => ['member', 'S-1-5-32-544', name, 'S-1-5-21-1-2-3-1'] as const)],
    parameters: { members: 3 },
    expect: 'pass',
  },
  {
    name: 'net lists them where an account was deleted',
    host: ws2016,
    notes: [...head, ['group', 'S-1-5-32-544', 'net'], ['group', 'S-1-5-32-555', 'listed']],
    commands: {
      'S-1-5-32-544': {
        stdout:
          'Alias name     Administrators\n\nMembers\n\n-------------------------------------------------------------------------------\nAdministrator\nDOM\\ops\nThe command completed successfully.\n\n',
      },
    },
    expect: 'manual',
    because: 'DOM',
    trap: 'orphaned SIDs',
  },
  {
    name: 'net failed too',
    host: ws2016,
    notes: [...head, ['group', 'S-1-5-32-544', 'net'], ['group', 'S-1-5-32-555', 'listed']],
    commands: { 'S-1-5-32-544': { exitCode: 2 } },
    expect: 'unknown',
  },
];
