// Cases of windows.hotfixes.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const done = ['updates', 'listed'] as const;

export const hotfixesCases: readonly HostCase[] = [
  {
    name: 'patched',
    host: ws2022,
    notes: [['update', 'KB5035857', 'Security Update', '3/14/2026'], ['update', 'KB1', 'Update', '12/1/2025'], done],
    expect: 'manual',
    because: '2026-03-14',
  },
  {
    name: 'no days',
    host: ws2019,
    notes: [['update', 'KB1', 'Update', ''], done],
    expect: 'manual',
    because: 'no update with a day',
  },
  { name: 'none', host: ws2016, notes: [done], expect: 'manual' },
  { name: 'not told', host: ws2016, notes: [], expect: 'unknown' },
  {
    name: 'many: the newest are shown',
    host: ws2016,
    notes: [
      ...Array.from(
        { length: 12 },
        (_, index) => ['update', `KB${100 + index}`, 'Update', `1/${index + 1}/2026`] as const,
      ),
      done,
    ],
    expect: 'manual',
    because: 'last update 2026-01-12',
    shows: ['KB111', 'KB102'],
    hides: ['KB101', 'KB100'],
  },
];
