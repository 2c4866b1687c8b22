// Cases of windows.scheduled-tasks.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const done = ['tasks', 'listed'] as const;

export const windowsScheduledTasksCases: readonly HostCase[] = [
  { name: 'none', host: ws2022, notes: [done], expect: 'pass' },
  {
    name: 'one',
    host: ws2019,
    notes: [['task', '\\Backup', 'Ready', 'SYSTEM', 'C:\\backup\\run.exe'], done],
    expect: 'manual',
    because: 'run.exe',
  },
  { name: 'not told', host: ws2016, notes: [], expect: 'unknown' },
  {
    name: 'one without an action, as a group',
    host: ws2016,
    notes: [['task', '\\Old', 'Disabled', ''], done],
    expect: 'manual',
    because: 'no action as a group, Disabled',
  },
];
