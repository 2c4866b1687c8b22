// Cases of ftp.plain-text.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu24 } from '../hosts.ts';
import { wholeEvidence } from '../whole-evidence.ts';

const runs = (unit: string) => ({
  units: { stdout: `${unit} loaded active running\n` },
  'unit-files': { stdout: `${unit} enabled\n` },
});
const vsftpd = (conf: string) => ({ files: { '/etc/vsftpd/vsftpd.conf': conf }, commands: runs('vsftpd.service') });
const proftpd = (conf: string) => ({
  files: { '/etc/proftpd/proftpd.conf': 'Include /etc/proftpd/conf.d/\n', '/etc/proftpd/conf.d/tls.conf': conf },
  commands: runs('proftpd.service'),
});

export const plainTextCases: readonly HostCase[] = [
  {
    name: 'none, and the subsystem of SSH is no FTP',
    host: al2023,
    files: { '/etc/ssh/sshd_config': 'Subsystem sftp /usr/libexec/openssh/sftp-server\n' },
    commands: runs('sshd.service'),
    expect: 'pass',
  },
  { name: 'stock vsftpd', host: debian12, ...vsftpd('ssl_enable=NO\n'), expect: 'fail', because: 'ssl_enable' },
  {
    name: 'TLS for all',
    host: rocky9,
    ...vsftpd('anonymous_enable=NO\nssl_enable=YES\n'),
    expect: 'pass',
    because: 'enforces TLS',
  },
  {
    name: 'TLS offered and not enforced',
    host: rocky9,
    ...vsftpd('anonymous_enable=NO\nssl_enable=YES\nforce_local_data_ssl=NO\n'),
    expect: 'fail',
    trap: 'U-61(2)',
  },
  {
    name: 'the anonymous user stays in clear text',
    host: rocky8,
    ...vsftpd('ssl_enable=YES\n'),
    expect: 'fail',
    because: 'force_anon_logins_ssl',
  },
  { name: 'ProFTPD enforces', host: debian12, ...proftpd('TLSEngine on\nTLSRequired on\n'), expect: 'pass' },
  { name: 'ProFTPD offers', host: debian12, ...proftpd('TLSEngine on\n#TLSRequired on\n'), expect: 'fail' },
  {
    name: 'Pure-FTPd encrypts logins only',
    host: ubuntu24,
    files: { '/etc/pure-ftpd/conf/TLS': '2\n' },
    commands: runs('pure-ftpd.service'),
    expect: 'fail',
  },
  {
    name: 'Pure-FTPd encrypts all',
    host: ubuntu24,
    files: { '/etc/pure-ftpd/conf/TLS': '3\n' },
    commands: runs('pure-ftpd.service'),
    expect: 'pass',
  },
  {
    name: 'a super-server starts one',
    host: al2,
    files: { '/etc/xinetd.d/gssftp': 'service ftp\n{\n  disable = no\n}\n' },
    commands: runs('xinetd.service'),
    expect: 'fail',
  },
  {
    name: 'somebody listens on 21',
    host: rocky9,
    commands: { ...runs('sshd.service'), listeners: { stdout: 'tcp LISTEN 0 32 *:21 *:*\n' } },
    expect: 'fail',
    because: ':21',
  },
  {
    name: 'tftp is another item',
    host: rocky9,
    commands: runs('tftp.socket'),
    expect: 'pass',
  },
  { name: 'an image where it lies', host: image(debian12), files: { '/usr/sbin/vsftpd': '' }, expect: 'pass' },
  {
    name: 'a configuration that cannot be read',
    host: rocky9,
    files: { '/etc/vsftpd/vsftpd.conf': 'unreadable' },
    commands: runs('vsftpd.service'),
    expect: 'unknown',
  },
  ...[
    'vsftpd.service',
    'vsftpd.socket',
    'proftpd.service',
    'proftpd.socket',
    'pure-ftpd.service',
    'pure-ftpd-mysql.service',
    'pure-ftpd-postgresql.service',
    'pure-ftpd-ldap.service',
    'ftpd.service',
    'inetutils-ftpd.service',
  ].flatMap((unit): HostCase[] => [
    { name: `${unit} runs`, host: ubuntu24, commands: runs(unit), expect: 'fail', because: unit },
    ...(/^(?:ftpd|inetutils)/.test(unit)
      ? []
      : [
          {
            name: `${unit} is off`,
            host: ubuntu24,
            commands: { units: {}, 'unit-files': { stdout: `${unit} disabled\n` } },
            expect: 'pass' as const,
            because: unit,
          },
        ]),
  ]),
  ...['ftp', 'ftps', 'vsftpd'].flatMap((name): HostCase[] =>
    (['no', 'yes'] as const).map((disable) => ({
      name: `${name} of xinetd, disabled: ${disable}`,
      host: rocky8,
      files: { '/etc/xinetd.d/f': `service ${name}\n{\n  disable = ${disable}\n}\n` },
      commands: runs('xinetd.service'),
      expect: disable === 'no' ? 'fail' : 'pass',
      because: disable === 'no' ? `${name} on` : `${name} off`,
    })),
  ),
  {
    name: 'xinetd starts the server that is installed',
    host: rocky8,
    files: {
      '/etc/xinetd.d/f': 'service ftp\n{\n  disable = no\n}\n',
      '/usr/sbin/vsftpd': '',
      '/etc/vsftpd/vsftpd.conf': 'anonymous_enable=NO\nssl_enable=YES\n',
    },
    commands: runs('xinetd.service'),
    expect: 'pass',
    because: 'vsftpd enforces TLS',
  },
  {
    name: 'somebody answers at TCP 21',
    host: al2,
    commands: { units: {}, listeners: { stdout: 'tcp LISTEN 0 32 0.0.0.0:21 0.0.0.0:*\n' } },
    expect: 'fail',
    because: 'tcp 0.0.0.0:21',
  },
  {
    name: 'TCP 22 and UDP 21 are no FTP',
    host: al2,
    commands: {
      units: {},
      listeners: { stdout: 'tcp LISTEN 0 32 0.0.0.0:22 0.0.0.0:*\nudp UNCONN 0 0 0.0.0.0:21 0.0.0.0:*\n' },
    },
    expect: 'pass',
  },
  {
    name: 'the port of a server that is known is not one more server',
    host: rocky9,
    files: { '/etc/vsftpd/vsftpd.conf': 'anonymous_enable=NO\nssl_enable=YES\n' },
    commands: { ...runs('vsftpd.service'), listeners: { stdout: 'tcp LISTEN 0 32 0.0.0.0:21 0.0.0.0:*\n' } },
    expect: 'pass',
  },
  {
    name: 'xinetd starts the one that is installed, not another',
    host: rocky8,
    files: {
      '/etc/xinetd.d/f': 'service ftp\n{\n  disable = no\n}\n',
      '/usr/sbin/proftpd': '',
      '/etc/proftpd/proftpd.conf': 'TLSEngine on\nTLSRequired on\n',
      '/etc/vsftpd/vsftpd.conf': 'ssl_enable=NO\n',
    },
    commands: runs('xinetd.service'),
    expect: 'pass',
    because: 'proftpd enforces TLS',
  },
  {
    name: 'vsftpd by its built-ins: every proof',
    host: rocky9,
    ...vsftpd('anonymous_enable=NO\nforce_local_data_ssl=YES\n'),
    expect: 'fail',
    because: `,${wholeEvidence(
      ['/etc/vsftpd/vsftpd.conf', 'ssl_enable unset, built-in NO', 'ssl_enable=YES'],
      ['/etc/vsftpd/vsftpd.conf', 'force_local_logins_ssl unset, built-in YES', 'force_local_logins_ssl=YES'],
      ['/etc/vsftpd/vsftpd.conf:2', 'force_local_data_ssl=YES', 'force_local_data_ssl=YES'],
    ).slice(1)}`,
  },
  {
    name: 'logins in clear text',
    host: rocky9,
    ...vsftpd('anonymous_enable=NO\nssl_enable=YES\nforce_local_logins_ssl=NO\n'),
    expect: 'fail',
    because: 'force_local_logins_ssl=NO',
  },
  {
    name: 'vsftpd without its file',
    host: rocky9,
    commands: runs('vsftpd.service'),
    expect: 'fail',
    because: '"vsftpd.conf","found":"ssl_enable unset',
  },
  ...(
    [
      ['TLSEngine on\nTLSRequired auth+data\n', 'pass', 'conf.d/tls.conf:2","found":"TLSRequired auth+data'],
      ['TLSEngine ON\nTLSRequired On\n', 'pass', 'conf.d/tls.conf:1","found":"TLSEngine ON'],
      ['TLSEngine on\nTLSRequired auth\n', 'fail', 'TLSRequired auth'],
      ['TLSEngine off\nTLSRequired on\n', 'fail', 'TLSEngine off'],
      ['TLSEngine on\nTLSRequired auth+data+more\n', 'fail', 'auth+data+more'],
    ] as const
  ).map(
    ([conf, expect, because]): HostCase => ({
      name: `ProFTPD with ${conf}`,
      host: debian12,
      ...proftpd(conf),
      expect,
      because,
    }),
  ),
  {
    name: 'ProFTPD that says nothing: every proof',
    host: debian12,
    ...proftpd('#TLSEngine on\n'),
    expect: 'fail',
    because: `,${wholeEvidence(
      ['/etc/proftpd/proftpd.conf', 'TLSEngine unset', 'TLSEngine on'],
      ['/etc/proftpd/proftpd.conf', 'TLSRequired unset', 'TLSRequired on'],
    ).slice(1)}`,
  },
  {
    name: 'ProFTPD without its file',
    host: debian12,
    commands: runs('proftpd.service'),
    expect: 'fail',
    because: '"proftpd.conf","found":"TLSEngine unset"',
  },
  {
    name: 'what Pure-FTPd would do is nothing to the server that answers',
    host: al2,
    files: { '/etc/pure-ftpd/conf/TLS': '3\n' },
    commands: { units: {}, listeners: { stdout: 'tcp LISTEN 0 32 0.0.0.0:21 0.0.0.0:*\n' } },
    expect: 'fail',
    because: wholeEvidence(['ss -l -n -t', 'tcp 0.0.0.0:21']),
  },
  {
    name: 'Pure-FTPd that says nothing',
    host: ubuntu24,
    commands: runs('pure-ftpd.service'),
    expect: 'fail',
    because: `,${wholeEvidence(['pure-ftpd.conf', 'TLS unset, built-in 0', 'TLS 3']).slice(1)}`,
  },
];
