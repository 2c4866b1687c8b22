// Cases of windows.remote-registry.
import type { HostCase } from '@bongsu/core';
import { serviceNotes, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const remoteRegistryCases: readonly HostCase[] = [
  { name: 'disabled', host: ws2022, notes: serviceNotes({ RemoteRegistry: 'disabled' }), expect: 'pass' },
  { name: 'running', host: ws2019, notes: serviceNotes({ RemoteRegistry: 'running' }), expect: 'fail' },
  {
    name: 'stock starts it on demand',
    host: ws2016,
    notes: serviceNotes({ RemoteRegistry: 'auto-stopped' }),
    expect: 'fail',
    trap: 'automatic with a trigger: stopped only while nobody asks',
  },
];
