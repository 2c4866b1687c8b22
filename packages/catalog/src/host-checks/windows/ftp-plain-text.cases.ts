// Cases of windows.ftp-plain-text.
import type { HostCase } from '@bongsu/core';
import { serviceNotes, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';
import { ftpNotes } from '../windows-sites.ts';

export const ftpPlainTextCases: readonly HostCase[] = [
  { name: 'not installed', host: ws2022, notes: [...serviceNotes(), ...ftpNotes()], expect: 'pass' },
  {
    name: 'another server',
    host: ws2016,
    notes: [...serviceNotes({ 'FileZilla Server': 'running' }), ...ftpNotes()],
    expect: 'manual',
    because: 'FileZilla',
  },
  { name: 'cut short', host: ws2016, notes: serviceNotes({ FTPSVC: 'running' }), expect: 'unknown' },
  {
    name: 'TLS demanded',
    host: ws2019,
    notes: [...serviceNotes({ FTPSVC: 'running' }), ...ftpNotes({})],
    expect: 'pass',
  },
  {
    name: 'TLS offered',
    host: ws2016,
    notes: [...serviceNotes({ FTPSVC: 'running' }), ...ftpNotes({ control: 'SslAllow', channel: 'SslAllow' })],
    expect: 'fail',
    trap: 'allowed is not required',
  },
  {
    name: 'TLS for the password alone',
    host: ws2016,
    notes: [...serviceNotes({ FTPSVC: 'running' }), ...ftpNotes({ control: 'SslRequireCredentialsOnly' })],
    expect: 'fail',
  },
  {
    name: 'by number',
    host: ws2016,
    notes: [...serviceNotes({ FTPSVC: 'running' }), ...ftpNotes({ control: '1', channel: '1' })],
    expect: 'pass',
  },
  {
    name: 'TLS for commands alone',
    host: ws2016,
    notes: [...serviceNotes({ FTPSVC: 'running' }), ...ftpNotes({ channel: 'SslAllow' })],
    expect: 'fail',
    because: 'data SslAllow',
  },
];
