// Cases of windows.dns-zone-transfer.
import type { HostCase } from '@bongsu/core';
import { dc2019, serviceNotes, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const done = ['zones', 'listed'] as const;
const zone = (name: string, transfer: string, update: string) => ['zone', name, 'Primary', transfer, update] as const;

export const dnsZoneTransferCases: readonly HostCase[] = [
  {
    name: 'no DNS server',
    host: ws2022,
    notes: [...serviceNotes(), ['zones', 'no-server']],
    expect: 'notApplicable',
    because: 'Get-Service DNS',
  },
  {
    name: 'off',
    host: ws2019,
    notes: [...serviceNotes({ DNS: 'disabled' }), zone('a', 'TransferAnyServer', 'NonsecureAndSecure'), done],
    expect: 'notApplicable',
  },
  { name: 'not told', host: dc2019, notes: serviceNotes({ DNS: 'running' }), expect: 'unknown' },
  {
    name: 'off by zone',
    host: dc2019,
    notes: [
      ...serviceNotes({ DNS: 'running' }),
      zone('corp.example', 'NoTransfer', 'Secure'),
      ['zone', 'copied', 'Secondary', 'TransferAnyServer', 'None'],
      done,
    ],
    expect: 'pass',
    because: 'zone corp.example SecureSecondaries","found":"NoTransfer"',
    hides: ['copied'],
  },
  {
    name: 'to listed servers',
    host: ws2016,
    notes: [...serviceNotes({ DNS: 'running' }), zone('corp.example', 'TransferToSecureServers', 'None'), done],
    expect: 'pass',
  },
  {
    name: 'to anybody',
    host: ws2016,
    notes: [...serviceNotes({ DNS: 'running' }), zone('corp.example', 'TransferAnyServer', 'None'), done],
    expect: 'fail',
    because: 'corp.example',
  },
  {
    name: 'a word that we do not know',
    host: ws2016,
    notes: [...serviceNotes({ DNS: 'running' }), zone('corp.example', '', 'None'), done],
    expect: 'fail',
    because: '"found":"not told"',
  },
  {
    name: 'removed while it was asked',
    host: ws2016,
    notes: [...serviceNotes({ DNS: 'running' }), ['zones', 'no-server']],
    expect: 'notApplicable',
  },
  {
    name: 'copies of zones alone',
    host: ws2016,
    notes: [...serviceNotes({ DNS: 'running' }), ['zone', 'copied', 'Secondary', 'TransferAnyServer', ''], done],
    expect: 'pass',
    because: '"Get-DnsServerZone","found":"no primary zone"',
  },
];
