// Cases of windows.lockout-threshold.
import type { HostCase } from '@bongsu/core';
import { policy, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const lockoutThresholdCases: readonly HostCase[] = [
  { name: 'five', host: ws2022, commands: policy({ LockoutBadCount: 5 }), expect: 'pass' },
  {
    name: 'never locks',
    host: ws2019,
    commands: policy({ LockoutBadCount: 0 }),
    expect: 'fail',
    trap: '0 means never',
  },
  { name: 'ten, as Unix allows', host: ws2016, commands: policy({ LockoutBadCount: 10 }), expect: 'fail', trap: '6.1' },
  {
    name: 'ten by own rule',
    host: ws2022,
    commands: policy({ LockoutBadCount: 10 }),
    expect: 'pass',
    because: '1 to 10',
    parameters: { failures: 10 },
  },
  { name: 'secedit failed', host: ws2022, commands: { secedit: { exitCode: 1 } }, expect: 'unknown' },
  { name: 'one', host: ws2022, commands: policy({ LockoutBadCount: 1 }), expect: 'pass' },
];
