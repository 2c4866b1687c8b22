// Cases of windows.local-logon.
import type { HostCase } from '@bongsu/core';
import { dc2019, policy, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const localLogonCases: readonly HostCase[] = [
  {
    name: 'administrators',
    host: ws2022,
    commands: policy({}, { SeInteractiveLogonRight: '*S-1-5-32-544' }),
    expect: 'pass',
  },
  {
    name: 'with the accounts of IIS',
    host: ws2019,
    commands: policy({}, { SeInteractiveLogonRight: '*S-1-5-32-544,*S-1-5-17,IUSR_WEB1' }),
    expect: 'pass',
  },
  {
    name: 'stock',
    host: ws2016,
    commands: policy({}, { SeInteractiveLogonRight: '*S-1-5-32-544,*S-1-5-32-545,*S-1-5-32-551' }),
    expect: 'fail',
    because: 'Backup Operators',
  },
  { name: 'not defined', host: ws2016, commands: policy({}, {}), expect: 'fail' },
  { name: 'Everyone', host: dc2019, commands: policy({}, { SeInteractiveLogonRight: '*S-1-1-0' }), expect: 'fail' },
  {
    name: 'the old account of IIS by its plain name',
    host: ws2019,
    commands: policy({}, { SeInteractiveLogonRight: '*S-1-5-32-544,IUSR' }),
    expect: 'pass',
    because: 'Administrators (S-1-5-32-544), IUSR',
  },
  {
    name: 'an account that only ends like it',
    host: ws2019,
    commands: policy({}, { SeInteractiveLogonRight: '*S-1-5-32-544,MYIUSR_1' }),
    expect: 'fail',
    because: 'MYIUSR_1',
  },
  {
    name: 'nobody',
    host: ws2019,
    commands: policy({}, { SeInteractiveLogonRight: '' }),
    expect: 'pass',
    because: 'nobody',
  },
];
