// Cases of windows.removable-media.
import type { HostCase } from '@bongsu/core';
import { registry, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const removableMediaCases: readonly HostCase[] = [
  { name: 'administrators', host: ws2022, notes: registry({ allocateRemovable: '0' }), expect: 'pass' },
  {
    name: 'administrators and interactive users',
    host: ws2019,
    notes: registry({ allocateRemovable: '2' }),
    expect: 'fail',
  },
  {
    name: 'absent is the built-in',
    host: ws2016,
    notes: registry({ allocateRemovable: null }),
    expect: 'pass',
    because: 'built-in: 0',
  },
];
