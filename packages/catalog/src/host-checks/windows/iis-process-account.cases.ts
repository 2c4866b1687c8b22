// Cases of windows.iis-process-account.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';
import { iis } from '../windows-sites.ts';

export const iisProcessAccountCases: readonly HostCase[] = [
  { name: 'no IIS', host: ws2022, notes: iis(), expect: 'notApplicable' },
  { name: 'stock', host: ws2019, notes: iis({}), expect: 'pass' },
  { name: 'SYSTEM', host: ws2016, notes: iis({ pools: [['legacy', 'LocalSystem']] }), expect: 'fail' },
  { name: 'a chosen account', host: ws2016, notes: iis({ pools: [['app', 'SpecificUser']] }), expect: 'manual' },
];
