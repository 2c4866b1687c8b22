// Cases of windows.password-max-age.
import type { HostCase } from '@bongsu/core';
import { policy, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const passwordMaxAgeCases: readonly HostCase[] = [
  { name: 'ninety', host: ws2022, commands: policy({ MaximumPasswordAge: 90 }), expect: 'pass' },
  { name: 'stock', host: ws2019, commands: policy({ MaximumPasswordAge: 42 }), expect: 'pass' },
  {
    name: 'never',
    host: ws2016,
    commands: policy({ MaximumPasswordAge: -1 }),
    expect: 'fail',
    trap: '-1 is never, and is no small number',
  },
  { name: 'half a year', host: ws2022, commands: policy({ MaximumPasswordAge: 180 }), expect: 'fail' },
  { name: 'secedit failed', host: ws2022, commands: { secedit: { exitCode: 1 } }, expect: 'unknown' },
  { name: 'every day', host: ws2022, commands: policy({ MaximumPasswordAge: 1 }), expect: 'pass' },
];
