// Cases of windows.password-complexity.
import type { HostCase } from '@bongsu/core';
import { policy, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const passwordComplexityCases: readonly HostCase[] = [
  { name: 'on', host: ws2022, commands: policy({ PasswordComplexity: 1 }), expect: 'pass' },
  { name: 'off', host: ws2019, commands: policy({ PasswordComplexity: 0 }), expect: 'fail' },
  { name: 'not told', host: ws2016, commands: policy({ MinimumPasswordLength: 8 }), expect: 'fail' },
  { name: 'secedit failed', host: ws2022, commands: { secedit: { exitCode: 1 } }, expect: 'unknown' },
];
