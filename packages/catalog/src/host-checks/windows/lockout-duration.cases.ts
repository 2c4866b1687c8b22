// Cases of windows.lockout-duration.
import type { HostCase } from '@bongsu/core';
import { policy, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const lockoutDurationCases: readonly HostCase[] = [
  {
    name: 'an hour',
    host: ws2022,
    commands: policy({ LockoutBadCount: 5, LockoutDuration: 60, ResetLockoutCount: 60 }),
    expect: 'pass',
  },
  {
    name: 'until an administrator unlocks',
    host: ws2019,
    commands: policy({ LockoutBadCount: 5, LockoutDuration: -1, ResetLockoutCount: 60 }),
    expect: 'pass',
    trap: '-1 is forever, not short',
  },
  {
    name: 'half an hour',
    host: ws2016,
    commands: policy({ LockoutBadCount: 5, LockoutDuration: 30, ResetLockoutCount: 30 }),
    expect: 'fail',
  },
  {
    name: 'counter forgets soon',
    host: ws2022,
    commands: policy({ LockoutBadCount: 5, LockoutDuration: 60, ResetLockoutCount: 10 }),
    expect: 'fail',
    because: 'ResetLockoutCount',
  },
  {
    name: 'nothing locks, so nothing is set',
    host: ws2019,
    commands: policy({ LockoutBadCount: 0 }),
    expect: 'fail',
    because: 'not set',
  },
  { name: 'secedit failed', host: ws2022, commands: { secedit: { exitCode: 1 } }, expect: 'unknown' },
  {
    name: 'the lock ends soon',
    host: ws2016,
    commands: policy({ LockoutBadCount: 5, LockoutDuration: 59, ResetLockoutCount: 60 }),
    expect: 'fail',
    because: 'LockoutDuration',
  },
];
