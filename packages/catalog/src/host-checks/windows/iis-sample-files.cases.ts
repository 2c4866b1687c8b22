// Cases of windows.iis-sample-files.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';
import { iis } from '../windows-sites.ts';

export const iisSampleFilesCases: readonly HostCase[] = [
  { name: 'no IIS', host: ws2022, notes: iis(), expect: 'notApplicable' },
  { name: 'none', host: ws2019, notes: iis({}), expect: 'pass' },
  { name: 'samples', host: ws2016, notes: iis({ samples: ['C:\\inetpub\\iissamples'] }), expect: 'fail' },
  {
    name: 'the folder of CGI is another item',
    host: ws2016,
    notes: iis({ samples: ['C:\\inetpub\\scripts'] }),
    expect: 'pass',
  },
  {
    name: 'the folder of CGI in another case, and one below it',
    host: ws2016,
    notes: iis({ samples: ['C:\\inetpub\\Scripts', 'C:\\inetpub\\scripts\\samples'] }),
    expect: 'fail',
    because: 'samples"',
    hides: ['Scripts"'],
  },
];
