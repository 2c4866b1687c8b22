// Cases of windows.iis-directory-listing.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';
import { iis } from '../windows-sites.ts';

export const iisDirectoryListingCases: readonly HostCase[] = [
  { name: 'no IIS', host: ws2022, notes: iis(), expect: 'notApplicable' },
  { name: 'off', host: ws2019, notes: iis({}), expect: 'pass' },
  {
    name: 'on',
    host: ws2016,
    notes: iis({ settings: { directoryBrowse: 'True' } }),
    expect: 'fail',
    because: 'Default Web Site',
  },
  { name: 'refused', host: ws2016, notes: iis({ settings: { directoryBrowse: 'unreadable' } }), expect: 'unknown' },
  { name: 'cut short', host: ws2016, notes: iis({}).slice(0, -1), expect: 'unknown' },
  { name: 'the value is shown', host: ws2019, notes: iis({}), expect: 'pass', because: '"found":"False"' },
  {
    name: 'not there',
    host: ws2016,
    notes: iis({ settings: { directoryBrowse: null } }),
    expect: 'fail',
    because: '"found":"not there"',
  },
];
