// Cases of windows.autologon.
import type { HostCase } from '@bongsu/core';
import { registry, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const autologonCases: readonly HostCase[] = [
  { name: 'not set', host: ws2022, notes: registry({ autoAdminLogon: null, defaultPassword: null }), expect: 'pass' },
  { name: 'off', host: ws2019, notes: registry({ autoAdminLogon: '0', defaultPassword: null }), expect: 'pass' },
  { name: 'on', host: ws2016, notes: registry({ autoAdminLogon: '1', defaultPassword: 'hidden' }), expect: 'fail' },
  {
    name: 'off, with a password left',
    host: ws2016,
    notes: registry({ autoAdminLogon: '0', defaultPassword: 'hidden' }),
    expect: 'manual',
    because: 'not shown',
  },
  {
    name: 'refused',
    host: ws2016,
    notes: registry({ autoAdminLogon: 'unreadable', defaultPassword: null }),
    expect: 'unknown',
  },
];
