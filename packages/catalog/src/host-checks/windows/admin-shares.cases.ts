// Cases of windows.admin-shares.
import type { HostCase } from '@bongsu/core';
import { registry, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const done = ['shares', 'listed'] as const;

export const adminSharesCases: readonly HostCase[] = [
  {
    name: 'gone',
    host: ws2022,
    notes: [['share', 'IPC$', '', 'True', ''], done, ...registry({ autoShareServer: 0 })],
    expect: 'pass',
  },
  {
    name: 'stock',
    host: ws2019,
    notes: [
      ['share', 'C$', 'C:\\', 'True', ''],
      ['share', 'ADMIN$', 'C:\\Windows', 'True', ''],
      done,
      ...registry({ autoShareServer: null }),
    ],
    expect: 'fail',
    because: 'C$',
  },
  {
    name: 'stopped by hand only',
    host: ws2016,
    notes: [done, ...registry({ autoShareServer: null })],
    expect: 'fail',
    because: 'next start',
  },
  {
    name: 'gone from the registry and still there',
    host: ws2016,
    notes: [['share', 'D$', 'D:\\', 'True', ''], done, ...registry({ autoShareServer: 0 })],
    expect: 'fail',
    because: 'there are default shares: D$',
  },
  {
    name: 'a share that only begins like one',
    host: ws2016,
    notes: [['share', 'C$old', 'D:\\old', 'False', 'O:BAD:'], done, ...registry({ autoShareServer: 0 })],
    expect: 'pass',
    because: 'no default share',
  },
];
