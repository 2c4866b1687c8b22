// Cases of windows.remote-shutdown.
import type { HostCase } from '@bongsu/core';
import { dc2019, policy, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const remoteShutdownCases: readonly HostCase[] = [
  { name: 'stock', host: ws2022, commands: policy({}, { SeRemoteShutdownPrivilege: '*S-1-5-32-544' }), expect: 'pass' },
  { name: 'nobody', host: ws2019, commands: policy({}, { SeRemoteShutdownPrivilege: '' }), expect: 'pass' },
  {
    name: 'Server Operators',
    host: dc2019,
    commands: policy({}, { SeRemoteShutdownPrivilege: '*S-1-5-32-544,*S-1-5-32-549' }),
    expect: 'fail',
    because: 'default of a domain controller',
  },
  {
    name: 'an account by name',
    host: ws2016,
    commands: policy({}, { SeRemoteShutdownPrivilege: '*S-1-5-32-544,backup' }),
    expect: 'fail',
  },
  {
    name: 'no rights exported',
    host: ws2016,
    commands: { secedit: { stdout: '[System Access]\nEnableGuestAccount = 0\n' } },
    expect: 'unknown',
  },
  {
    name: 'the right was never given',
    host: ws2019,
    commands: policy({}, { SeBatchLogonRight: '*S-1-5-32-544' }),
    expect: 'pass',
    because: '"found":"nobody"',
  },
  {
    name: 'who has it is shown',
    host: ws2019,
    commands: policy({}, { SeRemoteShutdownPrivilege: '*S-1-5-32-544' }),
    expect: 'pass',
    because: '"found":"Administrators (S-1-5-32-544)"',
  },
];
