// Cases of snmp.community.
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

export const communityCases: readonly HostCase[] = [
  {
    name: 'stock',
    host: al2,
    ...snmpd('com2sec notConfigUser default 6:l:public\n'),
    expect: 'fail',
    because: 'a community is public or private',
    trap: 'U-67(1)',
  },
  { name: 'private', host: debian12, ...snmpd('rwcommunity 7:l:private 10.0.0.1\n'), expect: 'fail' },
  { name: '10 of letters and digits', host: rocky9, ...snmpd('rocommunity 10:lud:other\n'), expect: 'pass' },
  { name: '8 with special ones', host: rocky9, ...snmpd('rocommunity 8:lds:other\n'), expect: 'pass' },
  { name: '9 without', host: rocky9, ...snmpd('rocommunity 9:ld:other\n'), expect: 'fail', because: 'too simple' },
  { name: 'long, letters alone', host: debian12, ...snmpd('rocommunity 30:lu:other\n'), expect: 'fail' },
  {
    name: 'one of two is simple',
    host: ubuntu22,
    ...snmpd('rocommunity 12:ld:other\ncom2sec a default 5:l:other\n'),
    expect: 'fail',
  },
  {
    name: 'version 3 with stored keys',
    host: rocky9,
    ...snmpd('rouser kim priv\nusmuser\n'),
    expect: 'manual',
    trap: 'U-67(3)',
  },
  {
    name: 'version 3 with a simple passphrase',
    host: rocky9,
    ...snmpd('rouser kim priv\ncreateuser kim SHA 8:l:other AES 8:l:other\n'),
    expect: 'fail',
  },
  { name: 'no community', host: rocky9, ...snmpd('agentaddress 127.0.0.1\n'), expect: 'pass' },
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

  {
    name: 'a site that asks for more',
    host: rocky9,
    ...snmpd('rocommunity 10:lud:other\n'),
    parameters: { plain: 16 },
    expect: 'fail',
  },
  {
    name: 'a site that asks for less',
    host: rocky9,
    ...snmpd('rocommunity 6:lds:other\n'),
    parameters: { special: 6 },
    expect: 'pass',
  },
  {
    name: 'a user of version 3 whose keys are not here',
    host: rocky9,
    ...snmpd('rouser kim priv\n'),
    expect: 'pass',
  },
  { name: 'keys of version 3 alone', host: rocky9, ...snmpd('usmuser\n'), expect: 'manual', because: 'stored as keys' },
  { name: 'no file at all', host: rocky9, commands: on, expect: 'manual', because: 'its file was not found' },
];
