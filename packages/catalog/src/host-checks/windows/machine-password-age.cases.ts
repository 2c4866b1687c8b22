// Cases of windows.machine-password-age.
import type { HostCase } from '@bongsu/core';
import { registry, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const machinePasswordAgeCases: readonly HostCase[] = [
  {
    name: 'stock',
    host: ws2022,
    notes: registry({ disablePasswordChange: 0, maximumPasswordAge: 30 }),
    expect: 'pass',
  },
  {
    name: 'never changes',
    host: ws2019,
    notes: registry({ disablePasswordChange: 1, maximumPasswordAge: 30 }),
    expect: 'fail',
    because: 'DisablePasswordChange',
  },
  {
    name: 'a year',
    host: ws2016,
    notes: registry({ disablePasswordChange: 0, maximumPasswordAge: 365 }),
    expect: 'fail',
  },
  {
    name: 'absent',
    host: ws2022,
    notes: registry({ disablePasswordChange: null, maximumPasswordAge: null }),
    expect: 'pass',
  },
  ...(
    [
      [0, 'fail'],
      [1, 'pass'],
      [90, 'pass'],
      [91, 'fail'],
    ] as const
  ).map(
    ([days, expect]): HostCase => ({
      name: `${days} days`,
      host: ws2019,
      notes: registry({ disablePasswordChange: 0, maximumPasswordAge: days }),
      expect,
    }),
  ),
];
