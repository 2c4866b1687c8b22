// Cases of windows.rdp-encryption.
import type { HostCase } from '@bongsu/core';
import { registry, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const rdpEncryptionCases: readonly HostCase[] = [
  {
    name: 'off',
    host: ws2022,
    notes: registry({
      denyRemoteDesktop: 1,
      denyRemoteDesktopPolicy: null,
      remoteEncryption: 1,
      remoteEncryptionPolicy: null,
    }),
    expect: 'notApplicable',
    because: 'fDenyTSConnections',
  },
  {
    name: 'high',
    host: ws2019,
    notes: registry({
      denyRemoteDesktop: 0,
      denyRemoteDesktopPolicy: null,
      remoteEncryption: 3,
      remoteEncryptionPolicy: null,
    }),
    expect: 'pass',
  },
  {
    name: 'low',
    host: ws2016,
    notes: registry({
      denyRemoteDesktop: 0,
      denyRemoteDesktopPolicy: null,
      remoteEncryption: 1,
      remoteEncryptionPolicy: null,
    }),
    expect: 'fail',
  },
  {
    name: 'group policy outweighs',
    host: ws2016,
    notes: registry({
      denyRemoteDesktop: 0,
      denyRemoteDesktopPolicy: null,
      remoteEncryption: 3,
      remoteEncryptionPolicy: 1,
    }),
    expect: 'fail',
    because: 'Policies',
  },
  {
    name: 'refused',
    host: ws2016,
    notes: registry({
      denyRemoteDesktop: 'unreadable',
      denyRemoteDesktopPolicy: null,
      remoteEncryption: 3,
      remoteEncryptionPolicy: null,
    }),
    expect: 'unknown',
  },
  {
    name: 'client compatible',
    host: ws2016,
    notes: registry({
      denyRemoteDesktop: 0,
      denyRemoteDesktopPolicy: null,
      remoteEncryption: 2,
      remoteEncryptionPolicy: null,
    }),
    expect: 'pass',
  },
];
