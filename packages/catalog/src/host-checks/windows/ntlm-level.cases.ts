// Cases of windows.ntlm-level.
import type { HostCase } from '@bongsu/core';
import { registry, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const ntlmLevelCases: readonly HostCase[] = [
  { name: 'strict', host: ws2022, notes: registry({ lmCompatibilityLevel: 5 }), expect: 'pass' },
  { name: 'NTLM too', host: ws2019, notes: registry({ lmCompatibilityLevel: 2 }), expect: 'fail' },
  {
    name: 'absent is NTLMv2 since 2008',
    host: ws2016,
    notes: registry({ lmCompatibilityLevel: null }),
    expect: 'pass',
    because: 'built-in: 3',
  },
  { name: 'no such level', host: ws2022, notes: registry({ lmCompatibilityLevel: 9 }), expect: 'fail' },
];
