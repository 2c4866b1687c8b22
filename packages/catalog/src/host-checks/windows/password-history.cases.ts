// Cases of windows.password-history.
import type { HostCase } from '@bongsu/core';
import { policy, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const passwordHistoryCases: readonly HostCase[] = [
  { name: 'four', host: ws2022, commands: policy({ PasswordHistorySize: 4 }), expect: 'pass' },
  { name: 'stock', host: ws2019, commands: policy({ PasswordHistorySize: 0 }), expect: 'fail' },
  { name: 'three', host: ws2016, commands: policy({ PasswordHistorySize: 3 }), expect: 'fail' },
  { name: 'secedit failed', host: ws2022, commands: { secedit: { exitCode: 1 } }, expect: 'unknown' },
];
