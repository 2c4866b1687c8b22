// Cases of windows.shutdown-without-logon.
import type { HostCase } from '@bongsu/core';
import { registry, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const shutdownWithoutLogonCases: readonly HostCase[] = [
  { name: 'stock of servers', host: ws2022, notes: registry({ shutdownWithoutLogon: 0 }), expect: 'pass' },
  { name: 'allowed', host: ws2019, notes: registry({ shutdownWithoutLogon: 1 }), expect: 'fail' },
  {
    name: 'absent is the built-in of servers',
    host: ws2016,
    notes: registry({ shutdownWithoutLogon: null }),
    expect: 'pass',
  },
];
