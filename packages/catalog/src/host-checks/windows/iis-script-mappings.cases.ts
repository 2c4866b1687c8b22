// Cases of windows.iis-script-mappings.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';
import { iis } from '../windows-sites.ts';

export const iisScriptMappingsCases: readonly HostCase[] = [
  { name: 'no IIS', host: ws2022, notes: iis(), expect: 'notApplicable' },
  { name: 'stock', host: ws2019, notes: iis({ mappings: ['*.asp', '*.aspx', '*'] }), expect: 'pass' },
  {
    name: 'server-side includes',
    host: ws2016,
    notes: iis({ mappings: ['*.SHTML', '*'] }),
    expect: 'fail',
    because: 'shtml',
  },
  { name: 'cut short', host: ws2016, notes: iis({}).slice(0, -1), expect: 'unknown' },
  {
    name: 'all that are old, and what only begins like them',
    host: ws2016,
    notes: iis({
      mappings: ['.htr', '.idc', '.stm', '.shtm', '.shtml', '.printer', '.htw', '.ida', '.idq', '.idcx'].map(
        (one) => `*${one}`,
      ),
    }),
    expect: 'fail',
    because: '"*.htr, *.idc, *.stm, *.shtm, *.shtml, *.printer, *.htw, *.ida, *.idq"',
  },
];
