// Cases of windows.event-log-size.
import type { HostCase } from '@bongsu/core';
import { registry, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const logs = (bytes: number, mode: string, seconds: number, enabled = 'True') => [
  ...['Application', 'Security', 'System'].map((name) => ['event-log', name, String(bytes), mode, enabled] as const),
  ...registry({ retentionSystem: seconds, retentionApplication: seconds, retentionSecurity: seconds }),
];

export const eventLogSizeCases: readonly HostCase[] = [
  { name: 'archived when full', host: ws2022, notes: logs(20971520, 'AutoBackup', 0), expect: 'pass' },
  { name: 'stock overwrites', host: ws2019, notes: logs(20971520, 'Circular', 0), expect: 'manual' },
  { name: 'ninety days', host: ws2016, notes: logs(20971520, 'Circular', 7776000), expect: 'pass' },
  { name: 'small', host: ws2016, notes: logs(1052672, 'AutoBackup', 0), expect: 'fail' },
  { name: 'off', host: ws2016, notes: logs(20971520, 'AutoBackup', 0, 'False'), expect: 'fail' },
  {
    name: 'not told',
    host: ws2016,
    notes: registry({ retentionSystem: 0, retentionApplication: 0, retentionSecurity: 0 }),
    expect: 'unknown',
  },
  { name: 'just large enough', host: ws2019, notes: logs(10485760, 'AutoBackup', 0), expect: 'pass' },
  { name: 'a day', host: ws2019, notes: logs(20971520, 'Circular', 86400), expect: 'manual' },
  { name: 'a day short', host: ws2019, notes: logs(20971520, 'Circular', 7689600), expect: 'manual' },
  {
    name: 'one of three is small',
    host: ws2019,
    notes: [
      ...logs(20971520, 'AutoBackup', 0).filter(([, name]) => name !== 'Security'),
      ['event-log', 'Security', '1052672', 'AutoBackup', 'True'],
    ],
    expect: 'fail',
  },
  {
    name: 'one of three overwrites',
    host: ws2019,
    notes: [
      ...logs(20971520, 'AutoBackup', 0).filter(([, name]) => name !== 'Security'),
      ['event-log', 'Security', '20971520', 'Circular', 'True'],
    ],
    expect: 'manual',
  },
];
