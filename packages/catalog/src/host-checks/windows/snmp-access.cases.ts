// Cases of windows.snmp-access.
import type { HostCase } from '@bongsu/core';
import { serviceNotes, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const done = ['snmp', 'listed'] as const;

export const snmpAccessCases: readonly HostCase[] = [
  {
    name: 'not installed',
    host: ws2022,
    notes: [...serviceNotes(), ['snmp', 'no-service']],
    expect: 'notApplicable',
    because: 'Get-Service SNMP',
  },
  {
    name: 'listed',
    host: ws2019,
    notes: [...serviceNotes({ SNMP: 'running' }), ['manager', '10.0.0.9'], done],
    expect: 'pass',
    because: '10.0.0.9',
  },
  { name: 'any host', host: ws2016, notes: [...serviceNotes({ SNMP: 'running' }), done], expect: 'fail' },
  { name: 'off', host: ws2016, notes: [...serviceNotes({ SNMP: 'disabled' }), done], expect: 'notApplicable' },
  {
    name: 'removed while it was asked',
    host: ws2016,
    notes: [...serviceNotes({ SNMP: 'running' }), ['snmp', 'no-service']],
    expect: 'notApplicable',
  },
];
