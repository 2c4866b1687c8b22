// Cases of windows.snmp-running.
import type { HostCase } from '@bongsu/core';
import { serviceNotes, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

export const snmpRunningCases: readonly HostCase[] = [
  { name: 'not installed', host: ws2022, notes: serviceNotes(), expect: 'pass' },
  {
    name: 'the receiver of traps is not the agent',
    host: ws2019,
    notes: serviceNotes({ SNMPTRAP: 'running' }),
    expect: 'pass',
  },
  { name: 'on', host: ws2016, notes: serviceNotes({ SNMP: 'running' }), expect: 'manual' },
];
