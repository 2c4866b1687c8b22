// Cases of windows.iis-webdav.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';
import { iis } from '../windows-sites.ts';

export const iisWebdavCases: readonly HostCase[] = [
  { name: 'no IIS', host: ws2022, notes: iis(), expect: 'notApplicable' },
  { name: 'not installed', host: ws2019, notes: iis({}), expect: 'pass' },
  { name: 'on', host: ws2016, notes: iis({ settings: { webDav: 'True' } }), expect: 'fail' },
  { name: 'off', host: ws2016, notes: iis({ settings: { webDav: 'False' } }), expect: 'pass' },
  {
    name: 'installed and refused',
    host: ws2016,
    notes: iis({ settings: { webDav: 'unreadable' } }),
    expect: 'unknown',
  },
  { name: 'cut short', host: ws2016, notes: iis({}).slice(0, -1), expect: 'unknown' },
];
