// Cases of windows.smb-session-idle.
import type { HostCase } from '@bongsu/core';
import { registry, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const smbSessionIdleCases: readonly HostCase[] = [
  { name: 'stock', host: ws2022, notes: registry({ autoDisconnect: 15, enableForcedLogOff: 1 }), expect: 'pass' },
  {
    name: 'never ends',
    host: ws2019,
    notes: registry({ autoDisconnect: -1, enableForcedLogOff: 1 }),
    expect: 'fail',
    trap: '0xffffffff is never, and PowerShell shows it as -1',
  },
  { name: 'an hour', host: ws2016, notes: registry({ autoDisconnect: 60, enableForcedLogOff: 1 }), expect: 'fail' },
  {
    name: 'stays past its hours',
    host: ws2022,
    notes: registry({ autoDisconnect: 15, enableForcedLogOff: 0 }),
    expect: 'fail',
    because: 'EnableForcedLogOff',
  },
  { name: 'absent', host: ws2019, notes: registry({ autoDisconnect: null, enableForcedLogOff: null }), expect: 'pass' },
];
