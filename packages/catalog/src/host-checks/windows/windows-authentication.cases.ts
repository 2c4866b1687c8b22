// Cases of windows.windows-authentication.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const done = ['sql-instances', 'listed'] as const;

export const windowsAuthenticationCases: readonly HostCase[] = [
  { name: 'no SQL Server', host: ws2022, notes: [done], expect: 'notApplicable', because: 'Instance Names' },
  { name: 'Windows', host: ws2019, notes: [['sql-instance', 'MSSQLSERVER', '1'], done], expect: 'pass' },
  {
    name: 'mixed',
    host: ws2016,
    notes: [['sql-instance', 'MSSQLSERVER', '1'], ['sql-instance', 'APP', '2'], done],
    expect: 'fail',
  },
  { name: 'not told', host: ws2016, notes: [['sql-instance', 'APP', ''], done], expect: 'manual' },
  { name: 'cut short', host: ws2016, notes: [['sql-instance', 'APP', '1']], expect: 'unknown' },
  {
    name: 'one of two does not tell',
    host: ws2016,
    notes: [['sql-instance', 'MSSQLSERVER', '1'], ['sql-instance', 'APP', ''], done],
    expect: 'manual',
    because: 'SQL Server APP LoginMode","found":"not told"',
  },
];
