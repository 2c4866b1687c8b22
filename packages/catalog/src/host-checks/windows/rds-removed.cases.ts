// Cases of windows.rds-removed.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';
import { iis } from '../windows-sites.ts';

export const rdsRemovedCases: readonly HostCase[] = [
  { name: 'new enough', host: ws2022, notes: iis({}), expect: 'pass' },
  { name: 'no IIS', host: ws2019, notes: iis(), expect: 'pass' },
  {
    name: 'a directory was left',
    host: ws2016,
    notes: iis({ virtualDirectories: ['Default Web Site/MSADC'] }),
    expect: 'fail',
  },
  {
    name: 'Windows Server 2003',
    host: { ...ws2016, version: '3790', prettyName: 'Windows Server 2003' },
    notes: iis({}),
    expect: 'manual',
  },
  {
    name: 'other directories, one with a longer name',
    host: ws2016,
    notes: iis({ virtualDirectories: ['Default Web Site/images', 'Default Web Site/MSADC2'] }),
    expect: 'pass',
  },
  {
    name: 'Windows Server 2008',
    host: { ...ws2016, version: '6001', prettyName: 'Windows Server 2008' },
    notes: iis({}),
    expect: 'pass',
  },
  {
    name: 'Windows Server 2003 without IIS',
    host: { ...ws2016, version: '3790', prettyName: 'Windows Server 2003' },
    notes: iis(),
    expect: 'pass',
  },
];
