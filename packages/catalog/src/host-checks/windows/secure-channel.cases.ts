// Cases of windows.secure-channel.
import type { HostCase } from '@bongsu/core';
import { registry, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const secureChannelCases: readonly HostCase[] = [
  {
    name: 'stock',
    host: ws2022,
    notes: registry({ requireSignOrSeal: 1, sealSecureChannel: 1, signSecureChannel: 1 }),
    expect: 'pass',
  },
  {
    name: 'not always',
    host: ws2019,
    notes: registry({ requireSignOrSeal: 0, sealSecureChannel: 1, signSecureChannel: 1 }),
    expect: 'fail',
    because: 'RequireSignOrSeal',
  },
  {
    name: 'not sealed',
    host: ws2016,
    notes: registry({ requireSignOrSeal: 1, sealSecureChannel: 0, signSecureChannel: 1 }),
    expect: 'fail',
  },
  {
    name: 'absent',
    host: ws2022,
    notes: registry({ requireSignOrSeal: null, sealSecureChannel: null, signSecureChannel: null }),
    expect: 'pass',
  },
  {
    name: 'not signed',
    host: ws2016,
    notes: registry({ requireSignOrSeal: 1, sealSecureChannel: 1, signSecureChannel: 0 }),
    expect: 'fail',
    because: 'SignSecureChannel',
  },
];
