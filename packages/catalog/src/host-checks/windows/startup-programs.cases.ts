// Cases of windows.startup-programs.
import type { HostCase } from '@bongsu/core';
import { ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const done = ['startups', 'listed'] as const;

export const windowsStartupProgramsCases: readonly HostCase[] = [
  {
    name: 'none',
    host: ws2022,
    notes: [['startup', 'C:\\ProgramData\\Startup', 'desktop.ini', 'desktop.ini'], done],
    expect: 'pass',
  },
  {
    name: 'one',
    host: ws2019,
    notes: [['startup', 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run', 'agent', 'C:\\agent.exe'], done],
    expect: 'manual',
    because: 'agent.exe',
  },
  { name: 'not told', host: ws2016, notes: [], expect: 'unknown' },
];
