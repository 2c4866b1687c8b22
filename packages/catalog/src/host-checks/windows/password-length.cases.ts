// Cases of windows.password-length.
import type { HostCase } from '@bongsu/core';
import { policy, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const passwordLengthCases: readonly HostCase[] = [
  { name: 'eight', host: ws2022, commands: policy({ MinimumPasswordLength: 8 }), expect: 'pass' },
  { name: 'stock', host: ws2019, commands: policy({ MinimumPasswordLength: 0 }), expect: 'fail' },
  { name: 'seven', host: ws2016, commands: policy({ MinimumPasswordLength: 7 }), expect: 'fail' },
  { name: 'no number', host: ws2022, commands: policy({ MinimumPasswordLength: 'eight' }), expect: 'fail' },
  { name: 'secedit failed', host: ws2022, commands: { secedit: { exitCode: 1 } }, expect: 'unknown' },
];
