// Cases of windows.crash-on-audit-fail.
import type { HostCase } from '@bongsu/core';
import { registry, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const crashOnAuditFailCases: readonly HostCase[] = [
  { name: 'stock', host: ws2022, notes: registry({ crashOnAuditFail: 0 }), expect: 'pass' },
  { name: 'stops', host: ws2019, notes: registry({ crashOnAuditFail: 1 }), expect: 'fail' },
  {
    name: 'has stopped once',
    host: ws2016,
    notes: registry({ crashOnAuditFail: 2 }),
    expect: 'fail',
    trap: '2 is set by the stop itself',
  },
  { name: 'absent is the built-in', host: ws2022, notes: registry({ crashOnAuditFail: null }), expect: 'pass' },
];
