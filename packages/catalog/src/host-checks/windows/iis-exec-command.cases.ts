// Cases of windows.iis-exec-command.
import type { HostCase } from '@bongsu/core';
import { registry, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';
import { iis } from '../windows-sites.ts';

export const iisExecCommandCases: readonly HostCase[] = [
  {
    name: 'no IIS',
    host: ws2022,
    notes: [...iis(), ...registry({ includeExecCommands: null })],
    expect: 'notApplicable',
  },
  { name: 'stock', host: ws2019, notes: [...iis({}), ...registry({ includeExecCommands: null })], expect: 'pass' },
  { name: 'on', host: ws2016, notes: [...iis({}), ...registry({ includeExecCommands: 1 })], expect: 'fail' },
];
