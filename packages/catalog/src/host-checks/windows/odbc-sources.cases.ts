// Cases of windows.odbc-sources.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const done = ['odbcs', 'listed'] as const;

export const windowsOdbcSourcesCases: readonly HostCase[] = [
  { name: 'none', host: ws2022, notes: [done], expect: 'pass' },
  { name: 'one', host: ws2019, notes: [['odbc', 'orders', 'SQL Server'], done], expect: 'manual', because: 'orders' },
  { name: 'not told', host: ws2016, notes: [], expect: 'unknown' },
];
