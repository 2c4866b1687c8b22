// Cases of snmp.version.
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

export const snmpVersionCases: readonly HostCase[] = [
  { name: 'stock of Red Hat', host: al2, ...snmpd('com2sec notConfigUser default 6:l:public\n'), expect: 'fail' },
  {
    name: 'a user of version 3 beside a community',
    host: debian12,
    ...snmpd('rocommunity 6:l:public default -V systemonly\nrouser authPrivUser authpriv -V systemonly\n'),
    expect: 'fail',
    trap: 'U-59/2026(3)',
  },
  {
    name: 'version 3 only, its keys in the persistent file',
    host: rocky9,
    files: { '/etc/snmp/snmpd.conf': 'rouser kim priv\n', '/var/lib/net-snmp/snmpd.conf': 'usmuser\n' },
    commands: on,
    expect: 'pass',
    trap: 'U-59/2026(1)',
  },
  {
    name: 'a user without authentication',
    host: rocky9,
    ...snmpd('rouser kim noauth\n'),
    expect: 'pass',
    because: 'noauth',
    trap: 'U-59/2026(2)',
  },
  {
    name: 'a community of an included file',
    host: ubuntu22,
    files: {
      '/etc/snmp/snmpd.conf': 'includedir /etc/snmp/snmpd.conf.d\n',
      '/etc/snmp/snmpd.conf.d/a.conf': 'rocommunity6 12:ld:other\n',
    },
    commands: on,
    expect: 'fail',
    because: 'a.conf:1',
  },
  { name: 'no file at all', host: rocky9, commands: on, expect: 'manual' },
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
      ['rouser kim noauth\n', 'only version 3, though a user needs no authentication'],
      ['rouser kim noauth\nrouser lee priv\n', 'only version 3, though a user needs no authentication'],
      ['rouser kim auth\n', 'no community is set: version 3 only'],
      ['agentaddress 127.0.0.1\n', 'no community is set: version 3 only'],
    ] as const
  ).map(([text, because]): HostCase => ({ name: text, host: rocky9, ...snmpd(text), expect: 'pass', because })),
];
