// Cases of windows.remote-desktop-users.
import type { HostCase } from '@bongsu/core';
import { policy, registry, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const listed = [
  ['accounts', 'local'],
  ['user', 'Administrator', 'S-1-5-21-1-2-3-500', 'True', '', ''],
  ['group', 'S-1-5-32-544', 'listed'],
  ['group', 'S-1-5-32-555', 'listed'],
] as const;
const on = registry({ denyRemoteDesktop: 0, denyRemoteDesktopPolicy: null });

export const remoteDesktopUsersCases: readonly HostCase[] = [
  {
    name: 'off',
    host: ws2022,
    commands: policy({}, {}),
    notes: [...listed, ...registry({ denyRemoteDesktop: 1, denyRemoteDesktopPolicy: null })],
    expect: 'pass',
  },
  {
    name: 'off by group policy, whatever the local setting',
    host: ws2019,
    commands: policy({}, {}),
    notes: [...listed, ...registry({ denyRemoteDesktop: 0, denyRemoteDesktopPolicy: 1 })],
    expect: 'pass',
  },
  {
    name: 'on for administrators',
    host: ws2019,
    commands: policy({}, { SeRemoteInteractiveLogonRight: '*S-1-5-32-544,*S-1-5-32-555' }),
    notes: [...listed, ...on],
    expect: 'manual',
  },
  {
    name: 'on for Everyone',
    host: ws2016,
    commands: policy({}, { SeRemoteInteractiveLogonRight: '*S-1-1-0' }),
    notes: [...listed, ...on],
    expect: 'fail',
    because: 'Everyone',
  },
  {
    name: 'Authenticated Users are in the group',
    host: ws2016,
    commands: policy({}, { SeRemoteInteractiveLogonRight: '*S-1-5-32-555' }),
    notes: [...listed, ['member', 'S-1-5-32-555', 'NT AUTHORITY\\Authenticated Users', 'S-1-5-11'], ...on],
    expect: 'fail',
  },
  ...['S-1-1-0', 'S-1-5-11', 'S-1-5-32-545', 'S-1-5-32-546'].map(
    (sid): HostCase => ({
      name: `by right for ${sid}`,
      host: ws2016,
      commands: policy({}, { SeRemoteInteractiveLogonRight: `*S-1-5-32-544,*${sid}` }),
      notes: [...listed, ...on],
      expect: 'fail',
      because: `(${sid})`,
    }),
  ),
  {
    name: 'on for nobody yet',
    host: ws2019,
    commands: policy({}, { SeBatchLogonRight: '*S-1-5-32-544' }),
    notes: [...listed, ...on],
    expect: 'manual',
    because: 'SeRemoteInteractiveLogonRight","found":"nobody"',
    shows: ['S-1-5-32-555","found":"nobody"'],
  },
  {
    name: 'a person is in the group',
    host: ws2019,
    commands: policy({}, { SeRemoteInteractiveLogonRight: '*S-1-5-32-544' }),
    notes: [...listed, ['member', 'S-1-5-32-555', 'WEB1\\kim', 'S-1-5-21-1-2-3-1001'], ...on],
    expect: 'manual',
    because: 'kim',
    shows: ['"found":"Administrators (S-1-5-32-544)"'],
  },
];
