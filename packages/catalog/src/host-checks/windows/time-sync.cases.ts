// Cases of windows.time-sync.
import type { HostCase } from '@bongsu/core';
import { registry, serviceNotes, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const status = (reference: string) => ({
  w32tm: { stdout: `Leap Indicator: 0(no warning)\nStratum: 4\nReferenceId: ${reference}\n` },
});

export const timeSyncCases: readonly HostCase[] = [
  {
    name: 'follows the time service of AWS',
    host: ws2022,
    notes: [
      ...serviceNotes({ W32Time: 'running' }),
      ...registry({ timeType: 'NTP', timeServers: '169.254.169.123,0x9' }),
    ],
    commands: status('0xA9FEA97B (source IP:  169.254.169.123)'),
    expect: 'pass',
    because: '"NTP"',
    shows: ['"169.254.169.123,0x9"', 'Get-Service W32Time'],
  },
  {
    name: 'a member of a domain',
    host: ws2019,
    notes: [...serviceNotes({ W32Time: 'running' }), ...registry({ timeType: 'NT5DS', timeServers: null })],
    commands: status('0x0A000005 (source IP:  10.0.0.5)'),
    expect: 'pass',
  },
  {
    name: 'its own clock',
    host: ws2016,
    notes: [
      ...serviceNotes({ W32Time: 'running' }),
      ...registry({ timeType: 'NTP', timeServers: 'time.windows.com,0x9' }),
    ],
    commands: status('0x4C4F434C (source name:  "LOCL")'),
    expect: 'fail',
    trap: 'set up, but never reached',
  },
  {
    name: 'not set to follow',
    host: ws2016,
    notes: [...serviceNotes({ W32Time: 'running' }), ...registry({ timeType: 'NoSync', timeServers: null })],
    commands: status('0x0A000005'),
    expect: 'fail',
  },
  {
    name: 'stopped',
    host: ws2016,
    notes: [...serviceNotes({ W32Time: 'stopped' }), ...registry({ timeType: 'NTP', timeServers: null })],
    commands: { w32tm: { exitCode: 1, stdout: 'The service has not been started.\n' } },
    expect: 'fail',
  },
  {
    name: 'another daemon',
    host: ws2016,
    notes: [
      ...serviceNotes({ W32Time: 'disabled', NTP: 'running' }),
      ...registry({ timeType: 'NTP', timeServers: null }),
    ],
    commands: { w32tm: { exitCode: 1 } },
    expect: 'manual',
    because: 'Get-Service NTP',
  },
  {
    name: 'stopped a moment ago',
    host: ws2019,
    notes: [...serviceNotes({ W32Time: 'stopped' }), ...registry({ timeType: 'NTP', timeServers: null })],
    commands: status('0x0A000005'),
    expect: 'fail',
    because: 'does not run',
  },
  {
    name: 'removed',
    host: ws2019,
    notes: [...serviceNotes(), ...registry({ timeType: null, timeServers: null })],
    commands: status('0x0A000005'),
    expect: 'fail',
    because: 'does not run',
    shows: ['"found":"not set","expected"'],
  },
  ...['AllSync', 'ntp', 'nt5ds'].map(
    (timeType): HostCase => ({
      name: `of the type ${timeType}`,
      host: ws2022,
      notes: [...serviceNotes({ W32Time: 'running' }), ...registry({ timeType, timeServers: null })],
      commands: status('0x0A000005'),
      expect: 'pass',
    }),
  ),
  {
    name: 'of no type',
    host: ws2022,
    notes: [...serviceNotes({ W32Time: 'running' }), ...registry({ timeType: null, timeServers: null })],
    commands: status('0x0A000005'),
    expect: 'fail',
    because: 'not set to follow',
  },
];
