// Cases of windows.iis-database-files.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';
import { iis } from '../windows-sites.ts';

export const iisDatabaseFilesCases: readonly HostCase[] = [
  { name: 'no IIS', host: ws2022, notes: iis(), expect: 'notApplicable' },
  { name: 'stock', host: ws2019, notes: iis({}), expect: 'pass' },
  { name: 'one is served', host: ws2016, notes: iis({ refused: ['.asax'] }), expect: 'fail', because: '.asa' },
  { name: 'in capitals', host: ws2016, notes: iis({ refused: ['.ASA', '.ASAX'] }), expect: 'pass' },
  { name: 'cut short', host: ws2016, notes: iis({}).slice(0, -1), expect: 'unknown' },
];
