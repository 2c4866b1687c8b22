// Cases of service.telnet.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { booted, casesOfNames, listens, wanted, xinetdBlock } from '../service-answers.ts';

const xinetd = '/etc/xinetd.d/telnet';

export const telnetCases: readonly HostCase[] = [
  {
    name: 'SSH alone',
    host: ubuntu22,
    commands: booted(['ssh.service'], [], [listens('tcp', 22, 'sshd')]),
    expect: 'pass',
  },
  {
    name: 'neither SSH nor Telnet, SSM alone',
    host: al2023,
    commands: booted(['amazon-ssm-agent.service']),
    expect: 'pass',
    trap: 'U-60(5)',
  },
  {
    name: 'a client is no server',
    host: rocky9,
    commands: booted(['sshd.service']),
    files: { '/usr/bin/telnet': '' },
    expect: 'pass',
    trap: 'U-60(3)',
  },
  {
    name: 'the socket listens while the service is inactive',
    host: rocky8,
    commands: booted(['telnet.socket'], ['telnet@.service']),
    expect: 'fail',
    because: 'telnet.socket',
    trap: 'U-60(2)',
  },
  { name: 'installed and off', host: rocky8, commands: booted([], ['telnet.socket']), expect: 'pass' },
  {
    name: 'two blocks of xinetd, of which the second is on',
    host: al2,
    files: { [xinetd]: xinetdBlock('telnet', 'yes') + xinetdBlock('telnet', 'no') },
    commands: booted(['xinetd.service']),
    expect: 'fail',
    because: '/etc/xinetd.d/telnet:6',
    trap: 'U-60(1)',
  },
  {
    name: 'the defaults of xinetd disable it over its block',
    host: al2,
    files: { '/etc/xinetd.conf': 'defaults\n{\n  disabled = telnet\n}\n', [xinetd]: xinetdBlock('telnet', 'no') },
    commands: booted(['xinetd.service']),
    expect: 'pass',
    trap: 'U-60(1)',
  },
  {
    name: 'a line of inetd, bound to an address',
    host: debian12,
    files: { '/etc/inetd.conf': '10.0.0.5:telnet stream tcp nowait root /usr/sbin/tcpd /usr/sbin/telnetd\n' },
    commands: booted(['inetd.service']),
    expect: 'fail',
    because: '/etc/inetd.conf:1',
  },
  {
    name: 'a server that no unit knows answers at port 23',
    host: ubuntu22,
    commands: booted([], [], [listens('tcp', 23, 'in.telnetd')]),
    expect: 'fail',
    because: 'tcp/23',
  },
  {
    name: 'something else answers at port 23',
    host: ubuntu22,
    commands: booted([], [], [listens('tcp', 23, 'cowrie')]),
    expect: 'manual',
    because: 'cowrie',
  },
  {
    name: 'an image whose link would start it',
    host: image(rocky9),
    files: wanted('telnet.socket', 'sockets.target'),
    expect: 'fail',
  },
  {
    name: 'an image without it',
    host: image(debian12),
    files: { '/usr/lib/systemd/system/ssh.service': '' },
    expect: 'pass',
  },
  {
    name: 'ss did not answer',
    host: al2,
    commands: { ...booted(['sshd.service']), listeners: { missing: true } },
    expect: 'unknown',
  },
  ...casesOfNames(al2, {
    units: ['telnet.socket', 'telnetd.socket', 'telnetd.service', 'inetutils-telnetd.service'],
    inetd: ['telnet'],
    programs: ['/usr/sbin/in.telnetd'],
    ports: [
      ['tcp', 23, 'in.telnetd'],
      ['tcp', 23, 'telnetd'],
      ['tcp', 23, 'utelnetd'],
      ['tcp', 23, 'systemd'],
    ],
  }),
  {
    name: 'what is on is said',
    host: rocky8,
    commands: booted(['telnet.socket']),
    expect: 'fail',
    because: '"Telnet: on"',
  },
];
