// Cases of windows.guest-disabled.
import type { HostCase } from '@bongsu/core';
import { policy, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const guestDisabledCases: readonly HostCase[] = [
  { name: 'off', host: ws2022, commands: policy({ EnableGuestAccount: 0 }), expect: 'pass' },
  { name: 'on', host: ws2019, commands: policy({ EnableGuestAccount: 1 }), expect: 'fail' },
  {
    name: 'not told',
    host: ws2016,
    commands: policy({ MinimumPasswordLength: 0 }),
    expect: 'fail',
    because: 'not set',
  },
  { name: 'secedit failed', host: ws2022, commands: { secedit: { exitCode: 1 } }, expect: 'unknown' },
];
