// Cases of windows.telnet.
import type { HostCase } from '@bongsu/core';
import { serviceNotes, ws2012r2, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const telnetCases: readonly HostCase[] = [
  { name: 'not installed', host: ws2022, notes: serviceNotes(), expect: 'pass' },
  { name: 'disabled', host: ws2019, notes: serviceNotes({ TlntSvr: 'disabled' }), expect: 'pass' },
  { name: 'on', host: ws2016, notes: serviceNotes({ TlntSvr: 'running' }), expect: 'fail' },
  { name: 'would start by itself', host: ws2012r2, notes: serviceNotes({ TlntSvr: 'auto-stopped' }), expect: 'fail' },
];
