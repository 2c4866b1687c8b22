// Cases of windows.antivirus-installed.
import type { HostCase } from '@bongsu/core';
import { serviceNotes, ws2012r2, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const antivirusInstalledCases: readonly HostCase[] = [
  {
    name: 'Defender',
    host: ws2022,
    notes: [...serviceNotes({ WinDefend: 'running' }), ['defender', 'True', 'True', '0']],
    expect: 'pass',
  },
  {
    name: 'real time off',
    host: ws2019,
    notes: [...serviceNotes({ WinDefend: 'running' }), ['defender', 'True', 'False', '0']],
    expect: 'fail',
  },
  {
    name: 'another product',
    host: ws2016,
    notes: [...serviceNotes({ 'V3 Service': 'running' }), ['defender', 'False', 'False', '3']],
    expect: 'pass',
    because: 'V3',
  },
  {
    name: 'another product that is stopped',
    host: ws2016,
    notes: [...serviceNotes({ 'V3 Service': 'stopped' }), ['defender-fault', 'not installed']],
    expect: 'manual',
  },
  {
    name: 'Windows before Defender',
    host: ws2012r2,
    notes: [...serviceNotes(), ['defender-fault', 'not installed']],
    expect: 'manual',
  },
];
