// Cases of windows.antivirus-updated.
import type { HostCase } from '@bongsu/core';
import { ws2012r2, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const antivirusUpdatedCases: readonly HostCase[] = [
  { name: 'today', host: ws2022, notes: [['defender', 'True', 'True', '0']], expect: 'pass' },
  { name: 'old', host: ws2019, notes: [['defender', 'True', 'True', '30']], expect: 'fail' },
  {
    name: 'never',
    host: ws2019,
    notes: [['defender', 'True', 'True', '65535']],
    expect: 'fail',
    because: 'no signatures',
  },
  { name: 'another product', host: ws2016, notes: [['defender', 'False', 'False', '65535']], expect: 'manual' },
  { name: 'no Defender', host: ws2012r2, notes: [['defender-fault', 'not installed']], expect: 'manual' },
  { name: 'a week', host: ws2019, notes: [['defender', 'True', 'True', '7']], expect: 'pass' },
];
