// Cases of windows.snmp-community.
import type { HostCase } from '@bongsu/core';
import { serviceNotes, ws2016, ws2019, ws2022 } from '../windows-hosts.ts';

const done = ['snmp', 'listed'] as const;

export const snmpCommunityCases: readonly HostCase[] = [
  {
    name: 'not installed',
    host: ws2022,
    notes: [...serviceNotes(), ['snmp', 'no-service']],
    expect: 'notApplicable',
    because: 'Get-Service SNMP',
  },
  {
    name: 'public',
    host: ws2019,
    notes: [...serviceNotes({ SNMP: 'running' }), ['community', '6:l:public', '4'], done],
    expect: 'fail',
    because: 'is public or private',
    shows: ['ValidCommunities 1', 'Get-Service SNMP'],
  },
  {
    name: 'complex',
    host: ws2016,
    notes: [...serviceNotes({ SNMP: 'running' }), ['community', '12:lud:other', '4'], done],
    expect: 'pass',
  },
  {
    name: 'short',
    host: ws2016,
    notes: [...serviceNotes({ SNMP: 'running' }), ['community', '8:ld:other', '4'], done],
    expect: 'fail',
  },
  {
    name: 'none',
    host: ws2016,
    notes: [...serviceNotes({ SNMP: 'running' }), done],
    expect: 'pass',
    because: 'no community is accepted',
  },
  {
    name: 'a class that is none',
    host: ws2016,
    notes: [...serviceNotes({ SNMP: 'running' }), ['community', 'public', '4'], done],
    expect: 'unknown',
  },
  { name: 'off', host: ws2016, notes: [...serviceNotes({ SNMP: 'disabled' }), done], expect: 'notApplicable' },
  {
    name: 'removed while it was asked',
    host: ws2016,
    notes: [...serviceNotes({ SNMP: 'running' }), ['snmp', 'no-service']],
    expect: 'notApplicable',
  },
  {
    name: 'private beside a complex one',
    host: ws2016,
    notes: [
      ...serviceNotes({ SNMP: 'running' }),
      ['community', '12:lud:other', '4'],
      ['community', '7:l:private', '8'],
      done,
    ],
    expect: 'fail',
    because: 'is public or private',
    shows: ['"ValidCommunities 2","found":"private'],
  },
  {
    name: 'a short one beside a complex one',
    host: ws2016,
    notes: [
      ...serviceNotes({ SNMP: 'running' }),
      ['community', '12:lud:other', '4'],
      ['community', '8:ld:other', '4'],
      done,
    ],
    expect: 'fail',
    because: 'too simple',
  },
];
