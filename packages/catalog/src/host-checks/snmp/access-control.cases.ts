// Cases of snmp.access-control.
import type { HostCase } from '@bongsu/core';
import { al2, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';

const on = {
  units: { stdout: 'snmpd.service loaded active running\\n' },
  'unit-files': { stdout: 'snmpd.service enabled\\n' },
};
const snmpd = (text: string) => ({ files: { '/etc/snmp/snmpd.conf': text }, commands: on });
const off = {
  units: { stdout: 'sshd.service loaded active running\\n' },
  'unit-files': { stdout: 'snmpd.service disabled\\n' },
};
const started = {
  '/usr/lib/systemd/system/snmpd.service': '',
  '/etc/systemd/system/multi-user.target.wants/snmpd.service': {
    linkTarget: '/usr/lib/systemd/system/snmpd.service',
  },
};

export const accessControlCases: readonly HostCase[] = [
  {
    name: 'stock of Red Hat',
    host: al2,
    ...snmpd('com2sec notConfigUser default 6:l:public\n'),
    expect: 'fail',
    trap: 'U-61/2026(1)',
  },
  {
    name: 'stock of Debian listens to itself',
    host: debian12,
    ...snmpd('agentaddress 127.0.0.1,[::1]\nrocommunity 6:l:public default -V systemonly\n'),
    expect: 'pass',
    because: 'agentaddress',
    trap: 'U-61/2026(2)',
  },
  { name: 'no source is everybody', host: rocky9, ...snmpd('rocommunity 12:ld:other\n'), expect: 'fail' },
  { name: 'an OID is no source', host: rocky9, ...snmpd('rocommunity 12:ld:other .1.3.6\n'), expect: 'fail' },
  {
    name: 'a view limits content, not source',
    host: rocky9,
    ...snmpd('rocommunity 12:ld:other default -V systemonly\n'),
    expect: 'fail',
    trap: 'U-61/2026(3)',
  },
  { name: 'a network', host: rocky9, ...snmpd('rocommunity 12:ld:other 10.1.0.0/16\n'), expect: 'pass' },
  {
    name: 'one network and one open line',
    host: ubuntu22,
    ...snmpd('rocommunity 12:ld:other 10.1.0.0/16\ncom2sec a 0.0.0.0/0 12:ld:other\n'),
    expect: 'fail',
  },
  {
    name: 'what listens decides over what is written',
    host: ubuntu22,
    files: { '/etc/snmp/snmpd.conf': 'rocommunity 6:l:public\n' },
    commands: { ...on, listeners: { stdout: 'udp UNCONN 0 0 127.0.0.1:161 0.0.0.0:*\n' } },
    expect: 'pass',
  },
  {
    name: 'agentaddress was narrowed, the agent not restarted',
    host: ubuntu22,
    files: { '/etc/snmp/snmpd.conf': 'agentaddress 127.0.0.1\nrocommunity 6:l:public\n' },
    commands: { ...on, listeners: { stdout: 'udp UNCONN 0 0 0.0.0.0:161 0.0.0.0:*\n' } },
    expect: 'fail',
  },
  { name: 'version 3 only', host: rocky9, ...snmpd('rouser kim priv\n'), expect: 'manual' },
  {
    name: 'off, whatever its file says',
    host: ubuntu22,
    files: { '/etc/snmp/snmpd.conf': 'rocommunity 6:l:public\n' },
    commands: off,
    expect: 'notApplicable',
  },
  {
    name: 'an image that would start it',
    host: image(debian12),
    files: { ...started, '/etc/snmp/snmpd.conf': 'rocommunity 6:l:public\n' },
    expect: 'fail',
  },
  {
    name: 'a file that cannot be read',
    host: rocky9,
    files: { '/etc/snmp/snmpd.conf': 'unreadable' },
    commands: on,
    expect: 'unknown',
  },
  ...(
    [
      [['127.0.0.1'], 'pass'],
      [['[::1]'], 'pass'],
      [['127.0.0.1', '[::1]'], 'pass'],
      [['[::ffff:127.0.0.1]'], 'pass'],
      [['127.0.0.1', '0.0.0.0'], 'fail'],
      [['10.127.0.1'], 'fail'],
      [['[::ffff:10.0.0.5]'], 'fail'],
      [['[::]'], 'fail'],
      [['[::1:5]'], 'fail'],
    ] as const
  ).map(
    ([addresses, expect]): HostCase => ({
      name: `it listens to ${addresses.join(' and ')}`,
      host: ubuntu22,
      files: { '/etc/snmp/snmpd.conf': 'rocommunity 6:l:public\n' },
      commands: {
        ...on,
        listeners: { stdout: addresses.map((address) => `udp UNCONN 0 0 ${address}:161 0.0.0.0:*\n`).join('') },
      },
      expect,
    }),
  ),
  {
    name: 'agentaddress is wider than the host itself',
    host: debian12,
    ...snmpd('agentaddress 127.0.0.1,10.0.0.5\nrocommunity 6:l:public\n'),
    expect: 'fail',
    because: '/etc/snmp/snmpd.conf:1","found":"agentaddress 127.0.0.1,10.0.0.5"',
  },
  {
    name: 'a community of a socket of this host',
    host: rocky9,
    ...snmpd('com2secunix local default 12:ld:other\n'),
    expect: 'pass',
    because: 'limited to named sources',
  },
];
