// Cases of windows.ftp-access-control.
import type { HostCase } from '@bongsu/core';
import { serviceNotes, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';
import { ftpNotes } from '../windows-sites.ts';

export const ftpAccessControlCases: readonly HostCase[] = [
  { name: 'not installed', host: ws2022, notes: [...serviceNotes(), ...ftpNotes()], expect: 'notApplicable' },
  {
    name: 'another server',
    host: ws2016,
    notes: [...serviceNotes({ 'FileZilla Server': 'running' }), ...ftpNotes()],
    expect: 'manual',
    because: 'FileZilla',
  },
  { name: 'cut short', host: ws2016, notes: serviceNotes({ FTPSVC: 'running' }), expect: 'unknown' },
  { name: 'limited', host: ws2019, notes: [...serviceNotes({ FTPSVC: 'running' }), ...ftpNotes({})], expect: 'pass' },
  {
    name: 'stock',
    host: ws2016,
    notes: [...serviceNotes({ FTPSVC: 'running' }), ...ftpNotes({ unlisted: 'True' })],
    expect: 'fail',
  },
];
