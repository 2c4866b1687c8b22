// Cases of windows.blank-password.
import type { HostCase } from '@bongsu/core';
import { registry, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const blankPasswordCases: readonly HostCase[] = [
  { name: 'stock', host: ws2022, notes: registry({ limitBlankPasswordUse: 1 }), expect: 'pass' },
  { name: 'off', host: ws2019, notes: registry({ limitBlankPasswordUse: 0 }), expect: 'fail' },
  {
    name: 'absent is the built-in',
    host: ws2016,
    notes: registry({ limitBlankPasswordUse: null }),
    expect: 'pass',
    because: 'built-in: 1',
  },
];
