// Cases of windows.ftp-anonymous.
import type { HostCase } from '@bongsu/core';
import { serviceNotes, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';
import { ftpNotes } from '../windows-sites.ts';

export const ftpAnonymousCases: readonly HostCase[] = [
  { name: 'not installed', host: ws2022, notes: [...serviceNotes(), ...ftpNotes()], expect: 'pass' },
  {
    name: 'another server',
    host: ws2016,
    notes: [...serviceNotes({ 'FileZilla Server': 'running' }), ...ftpNotes()],
    expect: 'manual',
    because: 'FileZilla',
  },
  { name: 'cut short', host: ws2016, notes: serviceNotes({ FTPSVC: 'running' }), expect: 'unknown' },
  { name: 'off', host: ws2019, notes: [...serviceNotes({ FTPSVC: 'running' }), ...ftpNotes({})], expect: 'pass' },
  {
    name: 'on',
    host: ws2016,
    notes: [...serviceNotes({ FTPSVC: 'running' }), ...ftpNotes({ anonymous: 'True' })],
    expect: 'fail',
  },
  {
    name: 'not told',
    host: ws2016,
    notes: [...serviceNotes({ FTPSVC: 'running' }), ...ftpNotes({ anonymous: '' })],
    expect: 'unknown',
  },
];
