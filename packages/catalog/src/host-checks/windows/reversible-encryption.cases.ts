// Cases of windows.reversible-encryption.
import type { HostCase } from '@bongsu/core';
import { policy, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const reversibleEncryptionCases: readonly HostCase[] = [
  { name: 'off', host: ws2022, commands: policy({ ClearTextPassword: 0 }), expect: 'pass' },
  { name: 'on', host: ws2019, commands: policy({ ClearTextPassword: 1 }), expect: 'fail' },
  { name: 'not told', host: ws2016, commands: policy({ MinimumPasswordLength: 8 }), expect: 'fail' },
  { name: 'secedit failed', host: ws2022, commands: { secedit: { exitCode: 1 } }, expect: 'unknown' },
];
