// Cases of windows.iis-upload-limit.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';
import { iis } from '../windows-sites.ts';

export const iisUploadLimitCases: readonly HostCase[] = [
  { name: 'no IIS', host: ws2022, notes: iis(), expect: 'notApplicable' },
  { name: 'stock', host: ws2019, notes: iis({}), expect: 'pass' },
  { name: 'no limit', host: ws2016, notes: iis({ settings: { contentBytes: '4294967295' } }), expect: 'fail' },
  {
    name: 'ASP without a limit',
    host: ws2016,
    notes: iis({ settings: { aspRequestBytes: '1073741824' } }),
    expect: 'fail',
  },
  { name: 'no number', host: ws2016, notes: iis({ settings: { contentBytes: '' } }), expect: 'fail' },
  { name: 'cut short', host: ws2016, notes: iis({}).slice(0, -1), expect: 'unknown' },
  {
    name: 'just within, and no ASP',
    host: ws2022,
    notes: iis({ settings: { contentBytes: '31457280', aspRequestBytes: null } }),
    expect: 'pass',
    because: 'ASP not installed',
  },
  {
    name: 'not there',
    host: ws2016,
    notes: iis({ settings: { contentBytes: null } }),
    expect: 'fail',
    because: 'maxAllowedContentLength not there',
  },
  ...['-1', '0x1F4', '1e3'].map(
    (contentBytes): HostCase => ({
      name: `no plain number: ${contentBytes}`,
      host: ws2016,
      notes: iis({ settings: { contentBytes } }),
      expect: 'fail',
    }),
  ),
];
