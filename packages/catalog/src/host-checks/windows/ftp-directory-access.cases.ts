// Cases of windows.ftp-directory-access.
import type { HostCase } from '@bongsu/core';
import { serviceNotes, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';
import { ftpNotes } from '../windows-sites.ts';

export const ftpDirectoryAccessCases: readonly HostCase[] = [
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
    name: 'open',
    host: ws2016,
    notes: [...serviceNotes({ FTPSVC: 'running' }), ...ftpNotes({ sddl: 'O:BAG:SYD:(A;OICI;FA;;;WD)' })],
    expect: 'fail',
  },
  {
    name: 'the folder was removed',
    host: ws2016,
    notes: [
      ...serviceNotes({ FTPSVC: 'running' }),
      ...ftpNotes({}).map((note) =>
        note[0] === 'access' ? (['access', 'C:\\inetpub\\ftproot', 'absent'] as const) : note,
      ),
    ],
    expect: 'pass',
    because: 'ftproot: not there',
  },
];
