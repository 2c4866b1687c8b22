// Cases of windows.log-review.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const logs = ['Application', 'Security', 'System'].map(
  (name) => ['event-log', name, '20971520', 'Circular', 'True'] as const,
);

export const logReviewCases: readonly HostCase[] = [
  { name: 'asked of a person', host: ws2022, notes: logs, expect: 'manual' },
  { name: 'on another release', host: ws2019, notes: logs, expect: 'manual' },
  { name: 'not told', host: ws2016, notes: logs.slice(1), expect: 'unknown' },
];
