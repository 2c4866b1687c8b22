// Cases of service.r-commands.
import type { HostCase } from '@bongsu/core';
import { al2, debian12, image, rocky8, ubuntu22 } from '../hosts.ts';
import { booted, listens, wanted, xinetdBlock } from '../service-answers.ts';

export const rCommandsCases: readonly HostCase[] = [
  {
    name: 'names that only look alike',
    host: ubuntu22,
    commands: booted(['systemd-logind.service', 'ssh.service', 'pam_exec.service']),
    expect: 'pass',
    trap: 'U-21(4)',
  },
  {
    name: 'syslog at UDP 514 and TCP 514',
    host: al2,
    commands: booted(['rsyslog.service'], [], [listens('udp', 514, 'rsyslogd'), listens('tcp', 514, 'rsyslogd')]),
    expect: 'pass',
    trap: 'U-21(3)',
  },
  {
    name: 'UDP 514 by anybody',
    host: al2,
    commands: booted([], [], [listens('udp', 514, 'java')]),
    expect: 'pass',
    trap: 'U-21(3)',
  },
  {
    name: 'the socket of rsh listens while its service is inactive',
    host: al2,
    commands: booted(['rsh.socket'], ['rsh@.service']),
    expect: 'fail',
    because: 'rsh.socket',
    trap: 'U-21(2)',
  },
  {
    name: 'xinetd serves shell out of a file named rsh',
    host: rocky8,
    files: { '/etc/xinetd.d/rsh': xinetdBlock('shell', 'no') },
    commands: booted(['xinetd.service']),
    expect: 'fail',
    because: 'shell on',
  },
  {
    name: 'xinetd has all three disabled',
    host: rocky8,
    files: {
      '/etc/xinetd.d/rsh': xinetdBlock('shell', 'yes'),
      '/etc/xinetd.d/rlogin': xinetdBlock('login', 'yes'),
      '/etc/xinetd.d/rexec': xinetdBlock('exec', 'yes'),
    },
    commands: booted(['xinetd.service']),
    expect: 'pass',
  },
  {
    name: 'a line of inetd',
    host: debian12,
    files: {
      '/etc/inetd.conf': '#shell stream tcp nowait root /x\nlogin stream tcp nowait root /usr/sbin/tcpd in.rlogind\n',
    },
    commands: booted(['inetd.service']),
    expect: 'fail',
    because: '/etc/inetd.conf:2',
  },
  {
    name: 'a server of its own at port 513',
    host: debian12,
    commands: booted([], [], [listens('tcp', 513, 'in.rlogind')]),
    expect: 'fail',
  },
  {
    name: 'an unknown program at port 512',
    host: ubuntu22,
    commands: booted([], [], [listens('tcp', 512, 'agent')]),
    expect: 'manual',
    because: 'tcp/512',
  },
  {
    name: 'an image whose link would start it',
    host: image(al2),
    files: wanted('rlogin.socket', 'sockets.target'),
    expect: 'fail',
  },
  {
    name: 'a file of xinetd that cannot be read',
    host: al2,
    files: { '/etc/xinetd.d/rsh': 'unreadable' },
    commands: booted(['xinetd.service']),
    expect: 'unknown',
  },

  {
    name: 'two blocks of one file, of which the second is on',
    host: al2,
    files: { '/etc/xinetd.d/rsh': xinetdBlock('shell', 'yes') + xinetdBlock('shell', 'no') },
    commands: booted(['xinetd.service']),
    expect: 'fail',
    because: '/etc/xinetd.d/rsh:6',
    trap: 'U-21(1)',
  },
  ...['rsh', 'rlogin', 'rexec'].flatMap((name): HostCase[] => [
    { name: `${name}.socket`, host: al2, commands: booted([`${name}.socket`]), expect: 'fail', because: 'r services' },
    { name: `${name}.service`, host: al2, commands: booted([`${name}.service`]), expect: 'fail', because: name },
  ]),
  ...['shell', 'login', 'exec', 'rsh', 'rlogin', 'rexec'].map(
    (name): HostCase => ({
      name: `${name} of xinetd`,
      host: rocky8,
      files: { '/etc/xinetd.d/r': xinetdBlock(name, 'no') },
      commands: booted(['xinetd.service']),
      expect: 'fail',
      because: `${name} on`,
    }),
  ),
  ...[
    [514, 'in.rshd'],
    [513, 'in.rlogind'],
    [512, 'in.rexecd'],
    [514, 'rshd'],
    [513, 'rlogind'],
    [512, 'rexecd'],
    [512, 'systemd'],
    [513, 'xinetd'],
    [514, 'inetd'],
    [514, 'inetutils-inetd'],
    [514, 'openbsd-inetd'],
  ].map(
    ([port, program]): HostCase => ({
      name: `${program} at ${port}`,
      host: debian12,
      commands: booted([], [], [listens('tcp', Number(port), String(program))]),
      expect: 'fail',
      because: `tcp/${port}`,
    }),
  ),
  {
    name: 'syslog-ng at TCP 514',
    host: al2,
    commands: booted([], [], [listens('tcp', 514, 'syslog-ng')]),
    expect: 'pass',
    because: 'syslog-ng',
  },
  {
    name: 'a port that two programs hold, one of them known',
    host: debian12,
    commands: booted(
      [],
      [],
      ['tcp LISTEN 0 128 0.0.0.0:513 0.0.0.0:* users:(("java",pid=1,fd=3),("in.rlogind",pid=2,fd=4))'],
    ),
    expect: 'fail',
    because: 'java, in.rlogind',
  },
  {
    name: 'syslog and another program at one port',
    host: debian12,
    commands: booted(
      [],
      [],
      ['tcp LISTEN 0 128 0.0.0.0:514 0.0.0.0:* users:(("java",pid=1,fd=3),("rsyslogd",pid=2,fd=4))'],
    ),
    expect: 'pass',
    because: 'rsyslogd',
  },
];
