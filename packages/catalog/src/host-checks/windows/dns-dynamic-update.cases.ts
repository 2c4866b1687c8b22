// Cases of windows.dns-dynamic-update.
import type { HostCase } from '@bongsu/core';
import { dc2019, serviceNotes, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const done = ['zones', 'listed'] as const;
const zone = (name: string, transfer: string, update: string) => ['zone', name, 'Primary', transfer, update] as const;

export const dnsDynamicUpdateCases: readonly HostCase[] = [
  {
    name: 'no DNS server',
    host: ws2022,
    notes: [...serviceNotes(), ['zones', 'no-server']],
    expect: 'pass',
    because: 'Get-Service DNS',
  },
  {
    name: 'off',
    host: ws2019,
    notes: [...serviceNotes({ DNS: 'disabled' }), zone('a', 'TransferAnyServer', 'NonsecureAndSecure'), done],
    expect: 'pass',
  },
  { name: 'not told', host: dc2019, notes: serviceNotes({ DNS: 'running' }), expect: 'unknown' },
  {
    name: 'none',
    host: ws2016,
    notes: [
      ...serviceNotes({ DNS: 'running' }),
      zone('a', 'NoTransfer', 'None'),
      ['zone', 'copied', 'Secondary', 'NoTransfer', 'NonsecureAndSecure'],
      done,
    ],
    expect: 'pass',
    because: 'zone a DynamicUpdate","found":"None"',
    hides: ['copied'],
  },
  {
    name: 'secure, by the letter',
    host: dc2019,
    notes: [...serviceNotes({ DNS: 'running' }), zone('a', 'NoTransfer', 'Secure'), done],
    expect: 'fail',
  },
  {
    name: 'secure, as Active Directory needs',
    host: dc2019,
    profile: 'distro-aware',
    notes: [...serviceNotes({ DNS: 'running' }), zone('a', 'NoTransfer', 'Secure'), done],
    expect: 'pass',
  },
  {
    name: 'from anybody',
    host: dc2019,
    profile: 'distro-aware',
    notes: [...serviceNotes({ DNS: 'running' }), zone('a', 'NoTransfer', 'NonsecureAndSecure'), done],
    expect: 'fail',
  },
  {
    name: 'removed while it was asked',
    host: ws2016,
    notes: [...serviceNotes({ DNS: 'running' }), ['zones', 'no-server']],
    expect: 'pass',
  },
  {
    name: 'copies of zones alone',
    host: ws2016,
    notes: [...serviceNotes({ DNS: 'running' }), ['zone', 'copied', 'Secondary', 'NoTransfer', ''], done],
    expect: 'pass',
    because: '"Get-DnsServerZone","found":"no primary zone"',
  },
  {
    name: 'a zone that does not tell',
    host: ws2016,
    notes: [...serviceNotes({ DNS: 'running' }), zone('a', 'NoTransfer', ''), done],
    expect: 'fail',
    because: '"found":"not told"',
  },
];
