// Cases of windows.everyone-anonymous.
import type { HostCase } from '@bongsu/core';
import { registry, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const everyoneAnonymousCases: readonly HostCase[] = [
  { name: 'stock', host: ws2022, notes: registry({ everyoneIncludesAnonymous: 0 }), expect: 'pass' },
  { name: 'on', host: ws2019, notes: registry({ everyoneIncludesAnonymous: 1 }), expect: 'fail' },
  {
    name: 'absent is the built-in',
    host: ws2016,
    notes: registry({ everyoneIncludesAnonymous: null }),
    expect: 'pass',
    because: 'built-in: 0',
  },
  { name: 'refused', host: ws2022, notes: registry({ everyoneIncludesAnonymous: 'unreadable' }), expect: 'unknown' },
];
