// Cases of windows.os-build.
import type { HostCase } from '@bongsu/core';
import { ws2012r2, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const osBuildCases: readonly HostCase[] = [
  { name: 'supported', host: ws2022, expect: 'manual', because: '20348.1' },
  { name: 'supported too', host: ws2019, expect: 'manual' },
  { name: 'paid updates alone', host: ws2012r2, expect: 'manual', because: 'paid' },
  {
    name: 'out of support',
    host: { ...ws2016, version: '7601', prettyName: 'Windows Server 2008 R2 Standard' },
    expect: 'fail',
  },
  {
    name: 'a build that we do not know',
    host: { ...ws2016, version: '25398', prettyName: 'Windows Server, version 23H2' },
    expect: 'manual',
    because: 'not known here',
  },
];
