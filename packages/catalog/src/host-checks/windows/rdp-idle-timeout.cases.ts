// Cases of windows.rdp-idle-timeout.
import type { HostCase } from '@bongsu/core';
import { registry, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const rdpIdleTimeoutCases: readonly HostCase[] = [
  {
    name: 'off',
    host: ws2022,
    notes: registry({ denyRemoteDesktop: 1, denyRemoteDesktopPolicy: null, remoteIdle: null, remoteIdlePolicy: null }),
    expect: 'notApplicable',
    because: 'fDenyTSConnections',
  },
  {
    name: 'half an hour',
    host: ws2019,
    notes: registry({
      denyRemoteDesktop: 0,
      denyRemoteDesktopPolicy: null,
      remoteIdle: null,
      remoteIdlePolicy: 1800000,
    }),
    expect: 'pass',
  },
  {
    name: 'never',
    host: ws2016,
    notes: registry({ denyRemoteDesktop: 0, denyRemoteDesktopPolicy: null, remoteIdle: 0, remoteIdlePolicy: null }),
    expect: 'fail',
    trap: '0 is never',
  },
  {
    name: 'an hour',
    host: ws2016,
    notes: registry({
      denyRemoteDesktop: 0,
      denyRemoteDesktopPolicy: null,
      remoteIdle: null,
      remoteIdlePolicy: 3600000,
    }),
    expect: 'fail',
  },
  {
    name: 'not set',
    host: ws2016,
    notes: registry({ denyRemoteDesktop: 0, denyRemoteDesktopPolicy: null, remoteIdle: null, remoteIdlePolicy: null }),
    expect: 'fail',
  },
  {
    name: 'at once',
    host: ws2019,
    notes: registry({ denyRemoteDesktop: 0, denyRemoteDesktopPolicy: null, remoteIdle: 1, remoteIdlePolicy: null }),
    expect: 'pass',
  },
];
