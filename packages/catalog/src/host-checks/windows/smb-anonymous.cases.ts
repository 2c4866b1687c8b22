// Cases of windows.smb-anonymous.
import type { HostCase } from '@bongsu/core';
import { registry, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const done = ['shares', 'listed'] as const;

export const smbAnonymousCases: readonly HostCase[] = [
  {
    name: 'stock',
    host: ws2022,
    notes: [done, ...registry({ restrictNullSessions: 1, nullSessionShares: null })],
    expect: 'pass',
  },
  {
    name: 'an empty list',
    host: ws2019,
    notes: [done, ...registry({ restrictNullSessions: null, nullSessionShares: [''] })],
    expect: 'pass',
    trap: 'a list of one empty word is empty',
  },
  {
    name: 'not limited',
    host: ws2016,
    notes: [done, ...registry({ restrictNullSessions: 0, nullSessionShares: null })],
    expect: 'fail',
  },
  {
    name: 'a share is named',
    host: ws2016,
    notes: [done, ...registry({ restrictNullSessions: 1, nullSessionShares: ['public'] })],
    expect: 'fail',
    because: 'public',
  },
  {
    name: 'anonymous on the list of a share',
    host: ws2016,
    notes: [
      ['share', 'pub', 'D:\\pub', 'False', 'O:SYG:SYD:(A;;FR;;;AN)'],
      done,
      ...registry({ restrictNullSessions: 1, nullSessionShares: null }),
    ],
    expect: 'fail',
  },
  {
    name: 'a list of blanks, and shares for others',
    host: ws2016,
    notes: [
      ['share', 'C$', 'C:\\', 'True', ''],
      ['share', 'data', 'D:\\data', 'False', 'O:SYG:SYD:(A;;FA;;;S-1-5-21-1-2-3-1105)'],
      done,
      ...registry({ restrictNullSessions: 1, nullSessionShares: ['  '] }),
    ],
    expect: 'pass',
    because: '"found":"empty"',
  },
];
