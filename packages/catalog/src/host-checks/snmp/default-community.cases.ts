// Cases of snmp.default-community.
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

export const defaultCommunityCases: readonly HostCase[] = [
  { name: 'stock', host: al2, ...snmpd('com2sec notConfigUser default 6:l:public\n'), expect: 'fail' },
  { name: 'private', host: debian12, ...snmpd('rwcommunity 7:l:private\n'), expect: 'fail' },
  { name: 'short and of its own', host: rocky9, ...snmpd('rocommunity 5:l:other\n'), expect: 'pass' },
  { name: 'none', host: rocky9, ...snmpd('rouser kim priv\n'), expect: 'pass' },
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
];
