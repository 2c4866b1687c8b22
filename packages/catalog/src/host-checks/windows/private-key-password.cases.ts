// Cases of windows.private-key-password.
import type { HostCase } from '@bongsu/core';
import { registry, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const privateKeyPasswordCases: readonly HostCase[] = [
  { name: 'a password each time', host: ws2022, notes: registry({ forceKeyProtection: 2 }), expect: 'pass' },
  {
    name: 'asked once',
    host: ws2019,
    notes: registry({ forceKeyProtection: 1 }),
    expect: 'fail',
    trap: '1 only asks at the first use',
  },
  {
    name: 'absent asks for nothing',
    host: ws2016,
    notes: registry({ forceKeyProtection: null }),
    expect: 'fail',
    because: 'built-in: 0',
  },
];
