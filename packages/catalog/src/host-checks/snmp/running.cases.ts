// Cases of snmp.running.
import type { HostCase } from '@bongsu/core';
import { al2, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';

const units = (list: string, files: string) => ({ units: { stdout: list }, 'unit-files': { stdout: files } });

export const snmpRunningCases: readonly HostCase[] = [
  { name: 'nothing of it', host: al2, commands: units('sshd.service loaded active running\n', ''), expect: 'pass' },
  {
    name: 'it runs',
    host: rocky9,
    commands: units('snmpd.service loaded active running\n', 'snmpd.service enabled\n'),
    expect: 'fail',
  },
  { name: 'it would start', host: rocky9, commands: units('', 'snmpd.service enabled\n'), expect: 'fail' },
  {
    name: 'snmptrapd is another daemon',
    host: ubuntu22,
    commands: units('snmptrapd.service loaded active running\n', 'snmptrapd.service enabled\nsnmpd.service disabled\n'),
    expect: 'pass',
    trap: 'U-66(2)',
  },
  {
    name: 'somebody answers on UDP 161',
    host: debian12,
    commands: { ...units('', ''), listeners: { stdout: 'udp UNCONN 0 0 0.0.0.0:161 0.0.0.0:*\n' } },
    expect: 'fail',
    because: '161',
    trap: 'U-66(3)',
  },
  { name: 'an image where it lies', host: image(debian12), files: { '/usr/sbin/snmpd': '' }, expect: 'pass' },
  { name: 'super-server files hidden', host: al2, files: { '/etc/inetd.conf': 'unreadable' }, expect: 'unknown' },

  {
    name: 'version 3 alone and with a reason is an exception for a person to record',
    host: rocky9,
    files: { '/etc/snmp/snmpd.conf': 'rouser kim priv\n' },
    commands: units('snmpd.service loaded active running\n', 'snmpd.service enabled\n'),
    expect: 'fail',
    trap: 'U-66(1)',
  },
  {
    name: 'it lies there',
    host: al2,
    files: { '/usr/sbin/snmpd': '' },
    commands: units('', ''),
    expect: 'pass',
    because: '/usr/sbin/snmpd',
  },
  {
    name: 'its socket',
    host: rocky9,
    commands: units('', 'snmpd.socket enabled\n'),
    expect: 'fail',
    because: 'snmpd.socket',
  },
  {
    name: 'TCP 161 and UDP 162 are other services',
    host: debian12,
    commands: {
      ...units('', ''),
      listeners: { stdout: 'tcp LISTEN 0 0 0.0.0.0:161 0.0.0.0:*\nudp UNCONN 0 0 0.0.0.0:162 0.0.0.0:*\n' },
    },
    expect: 'pass',
  },
  {
    name: 'it runs and answers',
    host: debian12,
    commands: {
      ...units('snmpd.service loaded active running\n', 'snmpd.service enabled\n'),
      listeners: { stdout: 'udp UNCONN 0 0 0.0.0.0:161 0.0.0.0:*\n' },
    },
    expect: 'fail',
    because: 'systemctl is-active snmpd.service',
  },
];
