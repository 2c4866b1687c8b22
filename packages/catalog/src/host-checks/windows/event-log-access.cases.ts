// Cases of windows.event-log-access.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const logs = 'C:\\Windows\\system32\\winevt\\Logs';

export const eventLogAccessCases: readonly HostCase[] = [
  {
    name: 'stock',
    host: ws2022,
    notes: [
      ['access', logs, 'present', 'O:SYG:SYD:PAI(A;OICI;FA;;;S-1-5-80-1)(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)'],
      ['access', `${logs}\\Security.evtx`, 'present', 'O:SYG:SYD:AI(A;ID;FA;;;SY)'],
    ],
    expect: 'pass',
  },
  {
    name: 'Everyone on the folder',
    host: ws2019,
    notes: [['access', logs, 'present', 'O:SYG:SYD:PAI(A;OICI;0x1200a9;;;WD)(A;OICI;FA;;;SY)']],
    expect: 'fail',
  },
  {
    name: 'Everyone below alone',
    host: ws2019,
    notes: [['access', logs, 'present', 'O:SYG:SYD:PAI(A;OICIIO;FA;;;WD)(A;OICI;FA;;;SY)']],
    expect: 'fail',
    trap: 'inherit-only entries count',
  },
  { name: 'moved', host: ws2016, notes: [['access', logs, 'absent']], expect: 'manual' },
  { name: 'refused', host: ws2016, notes: [['access', logs, 'unreadable', 'denied']], expect: 'unknown' },
  {
    name: 'one of them is not there',
    host: ws2022,
    notes: [
      ['access', logs, 'present', 'O:SYG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)'],
      ['access', `${logs}\\Security.evtx`, 'absent'],
    ],
    expect: 'pass',
    because: logs.replaceAll('\\', '\\\\'),
    hides: ['Security.evtx'],
  },
];
