// Cases of windows.anonymous-enumeration.
import type { HostCase } from '@bongsu/core';
import { registry, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const anonymousEnumerationCases: readonly HostCase[] = [
  { name: 'both', host: ws2022, notes: registry({ restrictAnonymous: 1, restrictAnonymousSam: 1 }), expect: 'pass' },
  { name: 'stock', host: ws2019, notes: registry({ restrictAnonymous: 0, restrictAnonymousSam: 1 }), expect: 'fail' },
  {
    name: 'accounts alone',
    host: ws2016,
    notes: registry({ restrictAnonymous: 1, restrictAnonymousSam: 0 }),
    expect: 'fail',
    because: 'RestrictAnonymousSAM',
  },
  {
    name: 'absent',
    host: ws2022,
    notes: registry({ restrictAnonymous: null, restrictAnonymousSam: null }),
    expect: 'fail',
  },
];
