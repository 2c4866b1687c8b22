// Cases of windows.iis-process-account.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';
import { iis } from '../windows-sites.ts';

export const iisProcessAccountCases: readonly HostCase[] = [
  { name: 'no IIS', host: ws2022, notes: iis(), expect: 'notApplicable' },
  { name: 'stock', host: ws2019, notes: iis({}), expect: 'pass' },
  { name: 'SYSTEM', host: ws2016, notes: iis({ pools: [['legacy', 'LocalSystem']] }), expect: 'fail' },
  { name: 'a chosen account', host: ws2016, notes: iis({ pools: [['app', 'SpecificUser']] }), expect: 'manual' },
  {
    name: 'limited accounts of Windows',
    host: ws2022,
    notes: iis({
      pools: [
        ['a', 'ApplicationPoolIdentity'],
        ['b', 'NetworkService'],
        ['c', 'LocalService'],
      ],
    }),
    expect: 'pass',
    because: 'application pool b","found":"NetworkService"',
  },
  {
    name: 'SYSTEM among others, by number',
    host: ws2016,
    notes: iis({
      pools: [
        ['a', 'ApplicationPoolIdentity'],
        ['b', '0'],
      ],
    }),
    expect: 'fail',
  },
  {
    name: 'a chosen account among others',
    host: ws2016,
    notes: iis({
      pools: [
        ['a', 'ApplicationPoolIdentity'],
        ['b', 'SpecificUser'],
      ],
    }),
    expect: 'manual',
  },
  {
    name: 'one that does not tell',
    host: ws2016,
    notes: iis({ pools: [['a', '']] }),
    expect: 'manual',
    because: '"found":"not told"',
  },
  {
    name: 'no pools',
    host: ws2019,
    notes: iis({ pools: [] }),
    expect: 'pass',
    because: '"IIS application pools","found":"none"',
  },
];
