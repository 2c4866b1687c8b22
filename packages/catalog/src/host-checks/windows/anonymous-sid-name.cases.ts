// Cases of windows.anonymous-sid-name.
import type { HostCase } from '@bongsu/core';
import { policy, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const anonymousSidNameCases: readonly HostCase[] = [
  { name: 'off', host: ws2022, commands: policy({ LSAAnonymousNameLookup: 0 }), expect: 'pass' },
  { name: 'on', host: ws2019, commands: policy({ LSAAnonymousNameLookup: 1 }), expect: 'fail' },
  { name: 'not told', host: ws2016, commands: policy({ ClearTextPassword: 0 }), expect: 'fail' },
  { name: 'secedit failed', host: ws2022, commands: { secedit: { exitCode: 1 } }, expect: 'unknown' },
];
