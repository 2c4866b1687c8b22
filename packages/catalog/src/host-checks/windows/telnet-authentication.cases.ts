// Cases of windows.telnet-authentication.
import type { HostCase } from '@bongsu/core';
import { registry, serviceNotes, ws2012r2, ws2016, ws2022 } from '../windows-hosts.ts';

export const telnetAuthenticationCases: readonly HostCase[] = [
  {
    name: 'not installed',
    host: ws2022,
    notes: [...serviceNotes(), ...registry({ telnetMechanism: null })],
    expect: 'pass',
    because: 'Get-Service TlntSvr',
  },
  {
    name: 'NTLM',
    host: ws2012r2,
    notes: [...serviceNotes({ TlntSvr: 'running' }), ...registry({ telnetMechanism: 2 })],
    expect: 'pass',
  },
  {
    name: 'passwords too',
    host: ws2016,
    notes: [...serviceNotes({ TlntSvr: 'running' }), ...registry({ telnetMechanism: 6 })],
    expect: 'fail',
  },
  {
    name: 'not set',
    host: ws2016,
    notes: [...serviceNotes({ TlntSvr: 'running' }), ...registry({ telnetMechanism: null })],
    expect: 'fail',
  },
];
