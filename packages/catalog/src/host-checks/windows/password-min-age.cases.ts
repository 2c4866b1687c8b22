// Cases of windows.password-min-age.
import type { HostCase } from '@bongsu/core';
import { policy, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const passwordMinAgeCases: readonly HostCase[] = [
  { name: 'a day', host: ws2022, commands: policy({ MinimumPasswordAge: 1 }), expect: 'pass' },
  { name: 'stock', host: ws2019, commands: policy({ MinimumPasswordAge: 0 }), expect: 'fail' },
  { name: 'not told', host: ws2016, commands: policy({ MaximumPasswordAge: 42 }), expect: 'fail' },
  { name: 'secedit failed', host: ws2022, commands: { secedit: { exitCode: 1 } }, expect: 'unknown' },
];
