// Cases of windows.iis-information.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';
import { iis } from '../windows-sites.ts';

export const iisInformationCases: readonly HostCase[] = [
  { name: 'no IIS', host: ws2022, notes: iis(), expect: 'notApplicable' },
  { name: 'stock', host: ws2019, notes: iis({}), expect: 'pass' },
  { name: 'detailed for everybody', host: ws2016, notes: iis({ settings: { errorMode: 'Detailed' } }), expect: 'fail' },
  { name: 'cut short', host: ws2016, notes: iis({}).slice(0, -1), expect: 'unknown' },
  ...['Custom', 'DetailedLocalOnly', '0', '1'].map(
    (errorMode): HostCase => ({
      name: `for the host alone: ${errorMode}`,
      host: ws2022,
      notes: iis({ settings: { errorMode } }),
      expect: 'pass',
      because: `"found":"${errorMode}"`,
    }),
  ),
  { name: 'detailed, by number', host: ws2016, notes: iis({ settings: { errorMode: '2' } }), expect: 'fail' },
  {
    name: 'no word on it',
    host: ws2016,
    notes: iis({ settings: { errorMode: null } }),
    expect: 'fail',
    because: 'not told',
  },
];
