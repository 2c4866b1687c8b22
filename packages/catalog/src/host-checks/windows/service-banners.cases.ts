// Cases of windows.service-banners.
import type { HostCase } from '@bongsu/core';
import { registry, serviceNotes, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';
import { iis, ftpNotes } from '../windows-sites.ts';

export const serviceBannersCases: readonly HostCase[] = [
  {
    name: 'none on',
    host: ws2022,
    notes: [...serviceNotes(), ...iis(), ...ftpNotes(), ...registry({ hideHttpServer: null })],
    expect: 'pass',
    because: 'HTTP, FTP and SMTP are off',
    shows: ['Get-Service W3SVC', 'Get-Service FTPSVC', 'Get-Service SMTPSVC'],
  },
  {
    name: 'stock IIS',
    host: ws2019,
    notes: [...serviceNotes({ W3SVC: 'running' }), ...iis({}), ...ftpNotes(), ...registry({ hideHttpServer: null })],
    expect: 'fail',
  },
  {
    name: 'header removed',
    host: ws2019,
    notes: [
      ...serviceNotes({ W3SVC: 'running' }),
      ...iis({ settings: { hideServer: 'True' } }),
      ...ftpNotes(),
      ...registry({ hideHttpServer: null }),
    ],
    expect: 'pass',
  },
  {
    name: 'hidden by HTTP.sys, but FTP tells',
    host: ws2016,
    notes: [
      ...serviceNotes({ W3SVC: 'running', FTPSVC: 'running' }),
      ...iis({}),
      ...ftpNotes({ hidesBanner: 'False' }),
      ...registry({ hideHttpServer: 2 }),
    ],
    expect: 'fail',
    because: 'suppressDefaultBanner',
  },
  {
    name: 'SMTP',
    host: ws2016,
    notes: [...serviceNotes({ SMTPSVC: 'running' }), ...iis(), ...ftpNotes(), ...registry({ hideHttpServer: null })],
    expect: 'manual',
    because: 'Get-Service SMTPSVC',
  },
  {
    name: 'hidden by HTTP.sys',
    host: ws2016,
    notes: [...serviceNotes({ W3SVC: 'running' }), ...iis({}), ...ftpNotes(), ...registry({ hideHttpServer: 1 })],
    expect: 'pass',
    because: 'DisableServerHeader 1',
    hides: ['FTP'],
  },
  {
    name: 'an IIS that knows no such setting',
    host: ws2016,
    notes: [
      ...serviceNotes({ W3SVC: 'running' }),
      ...iis({ settings: { hideServer: null } }),
      ...ftpNotes(),
      ...registry({ hideHttpServer: 0 }),
    ],
    expect: 'fail',
    because: 'removeServerHeader not there, DisableServerHeader 0',
  },
];
