// Cases of service.anonymous-ftp.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { booted, listens, wanted, xinetdBlock } from '../service-answers.ts';
import { wholeEvidence } from '../whole-evidence.ts';

const rhelConf = '/etc/vsftpd/vsftpd.conf';
const debianConf = '/etc/vsftpd.conf';
const vsftpd = booted(['vsftpd.service'], [], [listens('tcp', 21, 'vsftpd')]);
const proftpd = booted(['proftpd.service']);
const proftpdConf = '/etc/proftpd/proftpd.conf';

export const anonymousFtpCases: readonly HostCase[] = [
  {
    name: 'the stock account ftp and no server; sftp-server is none',
    host: rocky9,
    files: { '/etc/passwd': 'ftp:x:14:50:FTP User:/var/ftp:/sbin/nologin\n' },
    commands: booted(['sshd.service', 'sftp-server.service']),
    expect: 'pass',
    trap: 'U-20(2)',
  },
  {
    name: 'installed and off, whatever its file says',
    host: al2,
    files: { [rhelConf]: 'anonymous_enable=YES\n' },
    commands: booted([], ['vsftpd.service']),
    expect: 'pass',
  },
  {
    name: 'refused',
    host: ubuntu22,
    files: { [debianConf]: 'listen=NO\nanonymous_enable=NO\n' },
    commands: vsftpd,
    expect: 'pass',
    because: '/etc/vsftpd.conf:2',
  },
  {
    name: 'let in',
    host: al2023,
    files: { [rhelConf]: 'anonymous_enable=YES\n' },
    commands: vsftpd,
    expect: 'fail',
    because: '/etc/vsftpd/vsftpd.conf:1',
  },
  {
    name: 'a commented key leaves the built-in',
    host: debian12,
    files: { [debianConf]: '#anonymous_enable=NO\n' },
    commands: vsftpd,
    expect: 'fail',
    because: 'built-in YES',
    trap: 'U-20(1)',
  },
  {
    name: 'blanks around the sign',
    host: debian12,
    files: { [debianConf]: 'anonymous_enable = NO\n' },
    commands: vsftpd,
    expect: 'fail',
    trap: 'U-20(3)',
  },
  { name: 'no file at all', host: al2, commands: vsftpd, expect: 'fail', because: 'built-in' },
  {
    name: 'false in small letters',
    host: rocky8,
    files: { [rhelConf]: 'anonymous_enable=false\n' },
    commands: vsftpd,
    expect: 'pass',
  },
  {
    name: 'a second instance lets in',
    host: rocky9,
    files: { [rhelConf]: 'anonymous_enable=NO\n', '/etc/vsftpd/pub.conf': 'anonymous_enable=YES\n' },
    commands: booted(['vsftpd.service', 'vsftpd@pub.service']),
    expect: 'fail',
    because: 'vsftpd@pub.service',
    trap: 'U-20(4)',
  },
  {
    name: 'the file of an instance that is off',
    host: rocky9,
    files: { [rhelConf]: 'anonymous_enable=NO\n', '/etc/vsftpd/pub.conf': 'anonymous_enable=YES\n' },
    commands: booted(['vsftpd.service'], ['vsftpd@pub.service']),
    expect: 'pass',
  },
  {
    name: 'a block of ProFTPD',
    host: ubuntu22,
    files: { [proftpdConf]: 'ServerType standalone\n<Anonymous ~ftp>\n</Anonymous>\n' },
    commands: proftpd,
    expect: 'fail',
    because: `${proftpdConf}:2`,
  },
  {
    name: 'a block of ProFTPD in an included folder',
    host: debian12,
    files: {
      [proftpdConf]: 'Include /etc/proftpd/conf.d/\n',
      '/etc/proftpd/conf.d/pub.conf': '<Anonymous ~ftp>\n</Anonymous>\n',
    },
    commands: proftpd,
    expect: 'fail',
    because: '/etc/proftpd/conf.d/pub.conf:1',
    trap: 'U-20(5)',
  },
  {
    name: 'the block of EPEL waits for a name that nobody defines',
    host: rocky9,
    files: {
      '/etc/proftpd.conf': '<IfDefine ANONYMOUS_FTP>\n<Anonymous ~ftp>\n</Anonymous>\n</IfDefine>\n',
      '/etc/sysconfig/proftpd': '',
    },
    commands: proftpd,
    expect: 'pass',
  },
  {
    name: 'the start-up options define it',
    host: rocky9,
    files: {
      '/etc/proftpd.conf': '<IfDefine ANONYMOUS_FTP>\n<Anonymous ~ftp>\n</Anonymous>\n</IfDefine>\n',
      '/etc/sysconfig/proftpd': '-DANONYMOUS_FTP\n',
    },
    commands: proftpd,
    expect: 'fail',
  },
  {
    name: 'Pure-FTPd refuses',
    host: debian12,
    files: { '/etc/pure-ftpd/conf/NoAnonymous': 'yes\n' },
    commands: booted(['pure-ftpd.service']),
    expect: 'pass',
  },
  {
    name: 'Pure-FTPd does not say',
    host: al2,
    files: { '/etc/pure-ftpd/pure-ftpd.conf': '# NoAnonymous yes\n' },
    commands: booted(['pure-ftpd.service']),
    expect: 'fail',
  },
  {
    name: 'vsftpd behind xinetd',
    host: al2,
    files: { '/etc/xinetd.d/vsftpd': xinetdBlock('ftp', 'no'), [rhelConf]: 'anonymous_enable=YES\n' },
    commands: booted(['xinetd.service'], ['vsftpd.service'], [listens('tcp', 21, 'xinetd')]),
    expect: 'fail',
  },
  {
    name: 'another server behind inetd',
    host: debian12,
    files: { '/etc/inetd.conf': 'ftp stream tcp nowait root /usr/sbin/tcpd /usr/sbin/in.ftpd\n' },
    commands: booted(['inetd.service']),
    expect: 'manual',
    because: 'inetd',
  },
  {
    name: 'an unknown program at port 21',
    host: ubuntu22,
    commands: booted([], [], [listens('tcp', 21, 'java')]),
    expect: 'manual',
    because: 'java',
  },
  {
    name: 'an image that would start it',
    host: image(al2023),
    files: { ...wanted('vsftpd.service'), [rhelConf]: '' },
    expect: 'fail',
  },
  {
    name: 'a file that cannot be read',
    host: al2,
    files: { [rhelConf]: 'unreadable' },
    commands: vsftpd,
    expect: 'unknown',
  },
  ...['vsftpd.service', 'proftpd.service', 'pure-ftpd.service'].map(
    (unit): HostCase => ({
      name: `${unit} is off`,
      host: al2023,
      commands: booted([], [unit]),
      expect: 'pass',
      because: wholeEvidence([`systemctl is-enabled ${unit}`, 'disabled']),
    }),
  ),
  {
    name: 'xinetd has it disabled',
    host: al2,
    files: { '/etc/xinetd.d/f': xinetdBlock('ftp', 'yes') },
    commands: booted(['xinetd.service']),
    expect: 'pass',
    because: 'ftp off',
  },
  ...(
    [
      [al2, debianConf, rhelConf],
      [rocky9, debianConf, rhelConf],
      [debian12, rhelConf, debianConf],
      [ubuntu22, rhelConf, debianConf],
    ] as const
  ).map(
    ([host, other, own]): HostCase => ({
      name: `of two files, that of the distribution: ${own}`,
      host,
      files: { [other]: 'anonymous_enable=YES\n', [own]: 'anonymous_enable=NO\n' },
      commands: vsftpd,
      expect: 'pass',
      because: `${own}:1`,
    }),
  ),
  ...(
    [
      ['vsftpd', rhelConf, 'anonymous_enable=YES\n'],
      ['proftpd', proftpdConf, '<Anonymous ~ftp>\n</Anonymous>\n'],
      ['pure-ftpd', '/etc/pure-ftpd/pure-ftpd.conf', 'NoAnonymous no\n'],
    ] as const
  ).flatMap(([server, path, text]): HostCase[] => [
    {
      name: `${server} holds the port without a unit`,
      host: rocky9,
      files: { [path]: text },
      commands: booted([], [], [listens('tcp', 22, 'sshd'), listens('tcp', 21, server)]),
      expect: 'fail',
      because: `"${server} lets anonymous users in",[{"source":"ss -l -n -p tcp/21","found":"${server}"}`,
    },
    {
      name: `${server} at other ports is no FTP server`,
      host: rocky9,
      files: { [path]: text },
      commands: booted([], [], [listens('tcp', 2121, server), listens('udp', 21, server)]),
      expect: 'pass',
      because: 'no FTP server is on',
    },
  ]),
  ...['vsftpd.socket', 'vsftpd@vsftpd.service'].map(
    (unit): HostCase => ({
      name: `${unit} runs`,
      host: al2,
      files: { [rhelConf]: 'anonymous_enable=YES\n' },
      commands: booted([unit]),
      expect: 'fail',
      because: '"vsftpd lets anonymous users in"',
    }),
  ),
  ...['proftpd.service', 'proftpd.socket'].map(
    (unit): HostCase => ({
      name: `${unit} runs`,
      host: al2,
      files: { [proftpdConf]: '<Anonymous ~ftp>\n</Anonymous>\n' },
      commands: booted([unit]),
      expect: 'fail',
      because: '"proftpd lets anonymous users in"',
    }),
  ),
  ...['pure-ftpd.service', 'pure-ftpd-mysql.service', 'pure-ftpd-ldap.service'].map(
    (unit): HostCase => ({
      name: `${unit} runs`,
      host: debian12,
      files: { '/etc/pure-ftpd/conf/NoAnonymous': 'no\n' },
      commands: booted([unit]),
      expect: 'fail',
      because: '"pure-ftpd lets anonymous users in"',
    }),
  ),
  {
    name: 'two programs hold the port, one of them known',
    host: rocky9,
    files: { [rhelConf]: 'anonymous_enable=NO\n' },
    commands: booted(
      [],
      [],
      ['tcp LISTEN 0 128 0.0.0.0:21 0.0.0.0:* users:(("java",pid=1,fd=3),("vsftpd",pid=2,fd=4))'],
    ),
    expect: 'pass',
    because: wholeEvidence(
      ['ss -l -n -p tcp/21', 'java, vsftpd'],
      ['/etc/vsftpd/vsftpd.conf:1', 'anonymous_enable=NO', 'anonymous_enable=NO'],
    ),
  },
  {
    name: 'an instance alone holds the port, whatever the main file says',
    host: rocky9,
    files: { [rhelConf]: 'anonymous_enable=YES\n', '/etc/vsftpd/pub.conf': 'anonymous_enable=NO\n' },
    commands: booted(['vsftpd@pub.service'], ['vsftpd.service'], [listens('tcp', 21, 'vsftpd')]),
    expect: 'pass',
    because: 'vsftpd@pub.service',
  },
  {
    name: 'what vsftpd has built in',
    host: al2,
    commands: vsftpd,
    expect: 'fail',
    because: '"vsftpd","found":"no conf',
  },
  {
    name: 'xinetd could start either of two',
    host: al2,
    files: {
      '/etc/xinetd.d/f': xinetdBlock('ftp', 'no'),
      [rhelConf]: 'anonymous_enable=NO\n',
      [proftpdConf]: 'ServerType inetd\n',
    },
    commands: booted(['xinetd.service']),
    expect: 'manual',
    because: 'does ftp (inetd) refuse anonymous users?',
  },
  {
    name: 'a port in nobody’s hands',
    host: ubuntu22,
    commands: booted([], [], [listens('tcp', 21)]),
    expect: 'manual',
    because: `"does tcp/21 refuse anonymous users?",${wholeEvidence(['ss -l -n -p tcp/21', 'no process named'])}`,
  },
  {
    name: 'other ports in strange hands',
    host: ubuntu22,
    commands: booted([], [], [listens('tcp', 22, 'sshd'), listens('udp', 21, 'java')]),
    expect: 'pass',
    because: 'no FTP server is on',
  },
  ...['systemd', 'xinetd', 'inetd', 'inetutils-inetd', 'openbsd-inetd'].map(
    (program): HostCase => ({
      name: `${program} holds the port for something that no unit and no file names`,
      host: debian12,
      commands: booted([], [], [listens('tcp', 21, program)]),
      expect: 'manual',
      because: program,
    }),
  ),
  {
    name: 'systemd holds the port for a socket of vsftpd',
    host: debian12,
    files: { [debianConf]: 'anonymous_enable=NO\n' },
    commands: booted(['vsftpd.socket'], [], [listens('tcp', 21, 'systemd')]),
    expect: 'pass',
  },
  {
    name: 'a file where another distribution has it',
    host: rocky9,
    files: { [debianConf]: 'anonymous_enable=NO\n' },
    commands: vsftpd,
    expect: 'pass',
    because: '/etc/vsftpd.conf:1',
  },
  ...(
    [
      ['proftpd', proftpdConf, 'ServerType standalone\n'],
      ['pure-ftpd', '/etc/pure-ftpd/pure-ftpd.conf', 'NoAnonymous yes\n'],
    ] as const
  ).map(
    ([server, path, text]): HostCase => ({
      name: `${server} holds the port without a unit, and refuses`,
      host: debian12,
      files: { [path]: text },
      commands: booted([], [], [listens('tcp', 21, server)]),
      expect: 'pass',
      because: `"ss -l -n -p tcp/21","found":"${server}"`,
    }),
  ),
  {
    name: 'a stranger at the port beside vsftpd',
    host: rocky9,
    files: { [rhelConf]: 'anonymous_enable=NO\n' },
    commands: booted(['vsftpd.service'], [], [listens('tcp', 21, 'java', '10.0.0.5')]),
    expect: 'manual',
    because: 'does tcp/21 refuse anonymous users?',
  },
];
