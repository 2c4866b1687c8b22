// Cases of windows.iis-parent-path.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';
import { iis } from '../windows-sites.ts';

export const iisParentPathCases: readonly HostCase[] = [
  { name: 'no IIS', host: ws2022, notes: iis(), expect: 'notApplicable' },
  { name: 'off', host: ws2019, notes: iis({}), expect: 'pass' },
  { name: 'on', host: ws2016, notes: iis({ settings: { parentPaths: 'True' } }), expect: 'fail' },
  {
    name: 'no ASP',
    host: ws2016,
    notes: iis({ settings: { parentPaths: null } }),
    expect: 'pass',
    because: 'not installed',
  },
  { name: 'cut short', host: ws2016, notes: iis({}).slice(0, -1), expect: 'unknown' },
];
