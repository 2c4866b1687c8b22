// Cases of service.anonymous-ftp.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { booted, listens, wanted, xinetdBlock } from '../service-answers.ts';

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
];
