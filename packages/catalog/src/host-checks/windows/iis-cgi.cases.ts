// Cases of windows.iis-cgi.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';
import { iis } from '../windows-sites.ts';

export const iisCgiCases: readonly HostCase[] = [
  { name: 'no IIS', host: ws2022, notes: iis(), expect: 'notApplicable' },
  { name: 'no folder', host: ws2019, notes: iis({}), expect: 'pass' },
  {
    name: 'Everyone may write',
    host: ws2016,
    notes: iis({ scripts: 'O:BAG:SYD:(A;OICI;0x1301bf;;;WD)' }),
    expect: 'fail',
  },
  {
    name: 'Everyone may read',
    host: ws2016,
    notes: iis({ scripts: 'O:BAG:SYD:(A;OICI;0x1200a9;;;WD)' }),
    expect: 'pass',
  },
  {
    name: 'no list at all',
    host: ws2016,
    notes: iis({ scripts: 'O:BAG:SY' }),
    expect: 'fail',
    because: 'no access list at all',
  },
  {
    name: 'no word of the folder',
    host: ws2016,
    notes: iis({}).filter(([, path]) => path !== 'C:\\inetpub\\scripts'),
    expect: 'unknown',
  },
];
