// Cases of windows.iis-virtual-directories.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';
import { iis } from '../windows-sites.ts';

export const iisVirtualDirectoriesCases: readonly HostCase[] = [
  { name: 'no IIS', host: ws2022, notes: iis(), expect: 'notApplicable' },
  { name: 'none', host: ws2019, notes: iis({}), expect: 'pass' },
  {
    name: 'administration',
    host: ws2016,
    notes: iis({ virtualDirectories: ['Default Web Site/IISAdmin'] }),
    expect: 'fail',
  },
  {
    name: 'one of their own',
    host: ws2016,
    notes: iis({ virtualDirectories: ['Default Web Site/images'] }),
    expect: 'manual',
  },
  {
    name: 'one that only begins like those of stock, and one in a folder of such a name',
    host: ws2016,
    notes: iis({ virtualDirectories: ['Default Web Site/scripts-old', 'Default Web Site/msadc/images'] }),
    expect: 'manual',
    because: 'scripts-old',
  },
];
