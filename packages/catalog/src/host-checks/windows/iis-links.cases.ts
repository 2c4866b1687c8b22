// Cases of windows.iis-links.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';
import { iis } from '../windows-sites.ts';

export const iisLinksCases: readonly HostCase[] = [
  { name: 'no IIS', host: ws2022, notes: iis(), expect: 'notApplicable' },
  { name: 'none', host: ws2019, notes: iis({}), expect: 'pass' },
  {
    name: 'a shortcut',
    host: ws2016,
    notes: iis({ links: ['C:\\inetpub\\wwwroot\\logs.lnk'] }),
    expect: 'fail',
    because: 'logs.lnk',
  },
  { name: 'cut short', host: ws2016, notes: iis({}).slice(0, -1), expect: 'unknown' },
];
