// Cases of windows.home-directories.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const home = 'C:\\Users\\Administrator';
const done = ['homes', 'C:\\Users'] as const;

export const homeDirectoriesCases: readonly HostCase[] = [
  {
    name: 'stock',
    host: ws2022,
    notes: [
      ['home', home],
      ['access', home, 'present', 'O:SYG:SYD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;S-1-5-21-1-2-3-500)'],
      done,
    ],
    expect: 'pass',
  },
  {
    name: 'open',
    host: ws2019,
    notes: [['home', home], ['access', home, 'present', 'O:SYG:SYD:P(A;OICI;FA;;;WD)'], done],
    expect: 'fail',
  },
  { name: 'no homes', host: ws2016, notes: [done], expect: 'pass', because: 'no home' },
  {
    name: 'refused',
    host: ws2016,
    notes: [['home', home], ['access', home, 'unreadable', 'denied'], done],
    expect: 'unknown',
  },
  { name: 'cut short', host: ws2016, notes: [['home', home]], expect: 'unknown' },
  {
    name: 'one of two was removed',
    host: ws2019,
    notes: [
      ['home', home],
      ['access', home, 'present', 'O:SYG:SYD:P(A;OICI;FA;;;SY)'],
      ['home', 'C:\\Users\\gone'],
      ['access', 'C:\\Users\\gone', 'absent'],
      done,
    ],
    expect: 'pass',
    because: 'Administrator","found":"',
    hides: ['gone', 'no home"'],
  },
];
