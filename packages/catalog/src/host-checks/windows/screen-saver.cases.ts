// Cases of windows.screen-saver.
import type { HostCase } from '@bongsu/core';
import { registry, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const done = ['screen-savers', 'listed'] as const;

export const screenSaverCases: readonly HostCase[] = [
  {
    name: 'by the machine',
    host: ws2022,
    notes: [done, ...registry({ inactivityTimeoutSeconds: 600 })],
    expect: 'pass',
  },
  {
    name: 'a user without',
    host: ws2019,
    notes: [['screen-saver', 'S-1-5-21-1-2-3-500', '', '', ''], done, ...registry({ inactivityTimeoutSeconds: null })],
    expect: 'fail',
  },
  {
    name: 'all who are seen have one',
    host: ws2016,
    notes: [
      ['screen-saver', 'S-1-5-21-1-2-3-500', '1', '1', '600'],
      done,
      ...registry({ inactivityTimeoutSeconds: 0 }),
    ],
    expect: 'manual',
    trap: '0 is never',
  },
  {
    name: 'nobody is logged on',
    host: ws2016,
    notes: [done, ...registry({ inactivityTimeoutSeconds: null })],
    expect: 'manual',
  },
  {
    name: 'too late',
    host: ws2016,
    notes: [
      ['screen-saver', 'S-1-5-21-1-2-3-500', '1', '1', '900'],
      done,
      ...registry({ inactivityTimeoutSeconds: 900 }),
    ],
    expect: 'fail',
  },
  { name: 'at once', host: ws2022, notes: [done, ...registry({ inactivityTimeoutSeconds: 1 })], expect: 'pass' },
  ...(
    [
      ['not active', '0', '1', '600', 'fail'],
      ['without a password', '1', '0', '600', 'fail'],
      ['after no time that is told', '1', '1', '', 'fail'],
      ['never', '1', '1', '0', 'fail'],
      ['at once', '1', '1', '1', 'manual'],
      ['a second too late', '1', '1', '601', 'fail'],
    ] as const
  ).map(
    ([name, active, secure, seconds, expect]): HostCase => ({
      name: `a user’s own, ${name}`,
      host: ws2019,
      notes: [
        ['screen-saver', 'S-1-5-21-1-2-3-500', active, secure, seconds],
        done,
        ...registry({ inactivityTimeoutSeconds: null }),
      ],
      expect,
    }),
  ),
];
