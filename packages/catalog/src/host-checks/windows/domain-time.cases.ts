// Cases of windows.domain-time.
import type { HostCase } from '@bongsu/core';
import { dc2019, policy, ws2016, ws2022 } from '../windows-hosts.ts';

export const domainTimeCases: readonly HostCase[] = [
  { name: 'a member', host: ws2022, commands: policy({}), expect: 'notApplicable', because: 'DomainRole' },
  { name: 'not in a domain', host: ws2016, commands: policy({}), expect: 'notApplicable' },
  {
    name: 'five minutes',
    host: dc2019,
    commands: policy({}, {}, '[Kerberos Policy]\nMaxClockSkew = 5\n'),
    expect: 'pass',
  },
  { name: 'an hour', host: dc2019, commands: policy({}, {}, '[Kerberos Policy]\nMaxClockSkew = 60\n'), expect: 'fail' },
  { name: 'not exported', host: dc2019, commands: policy({}), expect: 'manual' },
  {
    name: 'none at all',
    host: dc2019,
    commands: policy({}, {}, '[Kerberos Policy]\nMaxClockSkew = 0\n'),
    expect: 'pass',
  },
  {
    name: 'no number',
    host: dc2019,
    commands: policy({}, {}, '[Kerberos Policy]\nMaxClockSkew = -1\n'),
    expect: 'fail',
  },
];
