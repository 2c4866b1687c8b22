// Cases of service.finger.
import type { HostCase } from '@bongsu/core';
import { al2, debian12, image, rocky8, ubuntu22 } from '../hosts.ts';
import { casesOfNames } from '../service-answers.ts';

const xinetd = '/etc/xinetd.d/finger';
const block = (disable: string) =>
  `# default: off\nservice finger\n{\n  socket_type = stream\n  disable = ${disable}\n}\n`;
const units = (list: string, files: string) => ({ units: { stdout: list }, 'unit-files': { stdout: files } });
const runs = units('xinetd.service loaded active running Xinetd\n', 'xinetd.service enabled\n');

export const fingerCases: readonly HostCase[] = [
  {
    name: 'nothing of it',
    host: ubuntu22,
    commands: units('ssh.service loaded active running\n', 'ssh.service enabled\n'),
    expect: 'pass',
  },
  {
    name: 'xinetd serves it',
    host: al2,
    files: { [xinetd]: block('no') },
    commands: runs,
    expect: 'fail',
    because: 'finger on',
  },
  { name: 'xinetd has it disabled', host: al2, files: { [xinetd]: block('yes') }, commands: runs, expect: 'pass' },
  {
    name: 'its file says no, but xinetd neither runs nor would',
    host: rocky8,
    files: { [xinetd]: block('no') },
    commands: units('xinetd.service loaded inactive dead\n', 'xinetd.service disabled\n'),
    expect: 'pass',
  },
  {
    name: 'an inetd line',
    host: debian12,
    files: { '/etc/inetd.conf': 'finger stream tcp nowait nobody /usr/sbin/tcpd /usr/sbin/in.fingerd\n' },
    commands: units('inetd.service loaded active running\n', 'inetd.service enabled\n'),
    expect: 'fail',
  },
  {
    name: 'a commented inetd line',
    host: debian12,
    files: { '/etc/inetd.conf': '#finger stream tcp nowait nobody /usr/sbin/in.fingerd\n' },
    commands: units('inetd.service loaded active running\n', ''),
    expect: 'pass',
  },
  {
    name: 'a socket unit that is enabled and not yet active',
    host: rocky8,
    commands: units('', 'finger.socket enabled\n'),
    expect: 'fail',
    trap: 'U-19(2)',
  },
  {
    name: 'a masked unit',
    host: rocky8,
    commands: units('finger.socket masked inactive dead\n', 'finger.socket masked\n'),
    expect: 'pass',
  },
  {
    name: 'an image whose link would start it',
    host: image(rocky8),
    files: {
      '/usr/lib/systemd/system/finger.socket': '',
      '/etc/systemd/system/sockets.target.wants/finger.socket': { linkTarget: '/usr/lib/systemd/system/finger.socket' },
    },
    expect: 'fail',
  },
  {
    name: 'an image in which it only lies there',
    host: image(debian12),
    files: { '/usr/lib/systemd/system/finger.socket': '', '/usr/sbin/in.fingerd': '' },
    expect: 'pass',
  },
  {
    name: 'a super-server file that cannot be read',
    host: al2,
    files: { '/etc/inetd.conf': 'unreadable' },
    commands: runs,
    expect: 'unknown',
  },

  {
    name: 'two blocks of one file, of which the second is on',
    host: al2,
    files: { [xinetd]: block('yes') + block('no') },
    commands: runs,
    expect: 'fail',
    because: 'finger on',
    trap: 'U-19(1)',
  },
  {
    name: 'the client and a reader of fingerprints',
    host: ubuntu22,
    files: { '/usr/bin/finger': { mode: '0755' } },
    commands: units('fprintd.service loaded active running\n', 'fprintd.service enabled\n'),
    expect: 'pass',
    trap: 'U-19(3)',
  },
  ...casesOfNames(al2, {
    units: ['finger.socket', 'finger.service', 'fingerd.service'],
    inetd: ['finger'],
    programs: ['/usr/sbin/in.fingerd'],
  }),
];
