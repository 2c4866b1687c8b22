// Cases of windows.last-user-hidden.
import type { HostCase } from '@bongsu/core';
import { registry, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const lastUserHiddenCases: readonly HostCase[] = [
  { name: 'hidden', host: ws2022, notes: registry({ dontDisplayLastUserName: 1 }), expect: 'pass' },
  { name: 'shown', host: ws2019, notes: registry({ dontDisplayLastUserName: 0 }), expect: 'fail' },
  {
    name: 'absent shows it',
    host: ws2016,
    notes: registry({ dontDisplayLastUserName: null }),
    expect: 'fail',
    because: 'built-in: 0',
  },
  { name: 'refused', host: ws2022, notes: registry({ dontDisplayLastUserName: 'unreadable' }), expect: 'unknown' },
];
