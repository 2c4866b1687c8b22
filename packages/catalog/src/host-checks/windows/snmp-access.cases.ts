// Cases of windows.snmp-access.
import type { HostCase } from '@bongsu/core';
import { serviceNotes, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const done = ['snmp', 'listed'] as const;

export const snmpAccessCases: readonly HostCase[] = [
  { name: 'not installed', host: ws2022, notes: [...serviceNotes(), ['snmp', 'no-service']], expect: 'notApplicable' },
  {
    name: 'listed',
    host: ws2019,
    notes: [...serviceNotes({ SNMP: 'running' }), ['manager', '10.0.0.9'], done],
    expect: 'pass',
  },
  { name: 'any host', host: ws2016, notes: [...serviceNotes({ SNMP: 'running' }), done], expect: 'fail' },
];
