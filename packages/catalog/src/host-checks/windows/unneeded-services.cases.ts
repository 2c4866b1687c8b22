// Cases of windows.unneeded-services.
import type { HostCase } from '@bongsu/core';
import { serviceNotes, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const unneededServicesCases: readonly HostCase[] = [
  {
    name: 'none on',
    host: ws2022,
    notes: serviceNotes({ Spooler: 'disabled', RemoteRegistry: 'stopped' }),
    expect: 'pass',
  },
  { name: 'stock', host: ws2019, notes: serviceNotes({ Spooler: 'running' }), expect: 'manual', because: 'Spooler' },
  {
    name: 'would start by itself',
    host: ws2016,
    notes: serviceNotes({ spooler: 'auto-stopped' }),
    expect: 'manual',
    trap: 'stopped now, on after the next start',
  },
  { name: 'no list of services', host: ws2016, notes: [], expect: 'unknown' },
];
