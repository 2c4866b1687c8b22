// Cases of windows.netbios-binding.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const done = ['bindings', 'listed'] as const;

export const netbiosBindingCases: readonly HostCase[] = [
  { name: 'off', host: ws2022, notes: [['binding', 'Elastic Network Adapter', '2', ''], done], expect: 'pass' },
  {
    name: 'stock leaves it to DHCP, which says nothing',
    host: ws2019,
    notes: [['binding', 'Elastic Network Adapter', '0', ''], done],
    expect: 'fail',
  },
  {
    name: 'DHCP turns it off',
    host: ws2019,
    notes: [['binding', 'Elastic Network Adapter', '0', '2'], done],
    expect: 'pass',
    trap: '0 is not on',
  },
  {
    name: 'one of two',
    host: ws2016,
    notes: [['binding', 'A', '2', ''], ['binding', 'B', '1', ''], done],
    expect: 'fail',
  },
  { name: 'not told', host: ws2016, notes: [['binding', 'A', '', ''], done], expect: 'fail' },
  { name: 'cut short', host: ws2016, notes: [], expect: 'unknown' },
  {
    name: 'on, whatever DHCP says',
    host: ws2016,
    notes: [['binding', 'A', '1', '2'], done],
    expect: 'fail',
    because: '"found":"1"',
  },
  {
    name: 'no adapter has an address',
    host: ws2016,
    notes: [done],
    expect: 'pass',
    because: 'no adapter has an address',
    shows: ['"Win32_NetworkAdapterConfiguration","found":"no adapter with IPEnabled"'],
  },
];
