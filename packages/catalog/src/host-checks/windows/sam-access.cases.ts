// Cases of windows.sam-access.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const sam = 'C:\\Windows\\system32\\config\\SAM';

export const samAccessCases: readonly HostCase[] = [
  {
    name: 'stock',
    host: ws2022,
    notes: [['access', sam, 'present', 'O:BAG:SYD:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)']],
    expect: 'pass',
  },
  {
    name: 'Users may read, as after HiveNightmare',
    host: ws2019,
    notes: [['access', sam, 'present', 'O:BAG:SYD:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;0x1200a9;;;BU)']],
    expect: 'fail',
    because: 'Users',
  },
  {
    name: 'a package SID',
    host: ws2016,
    notes: [['access', sam, 'present', 'O:BAG:SYD:(A;;FA;;;SY)(A;;0x1200a9;;;AC)']],
    expect: 'fail',
  },
  { name: 'refused', host: ws2016, notes: [['access', sam, 'unreadable', 'denied']], expect: 'unknown' },
  { name: 'not asked', host: ws2016, notes: [], expect: 'unknown' },
  {
    name: 'no list at all',
    host: ws2016,
    notes: [['access', sam, 'present', 'O:BAG:SY']],
    expect: 'fail',
    because: 'no access list at all',
  },
  {
    name: 'denied to others',
    host: ws2016,
    notes: [['access', sam, 'present', 'O:BAG:SYD:(D;;FA;;;BU)(A;;FA;;;SY)(A;;FA;;;BA)']],
    expect: 'pass',
    because: 'SAM',
  },
  {
    name: 'moved',
    host: ws2016,
    notes: [['access', sam, 'absent']],
    expect: 'manual',
    because: '"found":"not there"',
  },
];
