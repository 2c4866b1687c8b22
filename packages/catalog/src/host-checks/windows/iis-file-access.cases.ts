// Cases of windows.iis-file-access.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';
import { iis } from '../windows-sites.ts';

export const iisFileAccessCases: readonly HostCase[] = [
  { name: 'no IIS', host: ws2022, notes: iis(), expect: 'notApplicable' },
  { name: 'stock', host: ws2019, notes: iis({}), expect: 'pass' },
  { name: 'open', host: ws2016, notes: iis({ sddl: 'O:BAG:SYD:(A;OICI;FA;;;WD)' }), expect: 'fail' },
  { name: 'refused', host: ws2016, notes: iis({ sddl: 'denied' }), expect: 'unknown' },
  { name: 'cut short', host: ws2016, notes: iis({}).slice(0, -1), expect: 'unknown' },
  {
    name: 'the folder was removed',
    host: ws2016,
    notes: iis({}).map((note) =>
      note[0] === 'access' && note[1] === 'C:\\inetpub\\wwwroot'
        ? (['access', 'C:\\inetpub\\wwwroot', 'absent'] as const)
        : note,
    ),
    expect: 'pass',
    because: 'wwwroot is not there',
  },
];
