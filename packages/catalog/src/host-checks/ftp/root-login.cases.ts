// Cases of ftp.root-login.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { wholeEvidence } from '../whole-evidence.ts';

const runs = (unit: string) => ({
  units: { stdout: `${unit} loaded active running\n` },
  'unit-files': { stdout: `${unit} enabled\n` },
});
const pamOf = (path: string) => `auth required pam_listfile.so item=user sense=deny file=${path} onerr=succeed\n`;
const vsftpd = (ftpusers: CaseFile, conf = '', userList: CaseFile = 'absent') => ({
  files: {
    '/etc/vsftpd/vsftpd.conf': `local_enable=YES\npam_service_name=vsftpd\n${conf}`,
    '/etc/pam.d/vsftpd': pamOf('/etc/vsftpd/ftpusers'),
    '/etc/vsftpd/ftpusers': ftpusers,
    '/etc/vsftpd/user_list': userList,
  },
  commands: runs('vsftpd.service'),
});
const proftpd = (conf: string, ftpusers: CaseFile = 'absent') => ({
  files: { '/etc/proftpd/proftpd.conf': conf, '/etc/ftpusers': ftpusers },
  commands: runs('proftpd.service'),
});

export const ftpRootLoginCases: readonly HostCase[] = [
  { name: 'stock of Red Hat', host: rocky9, ...vsftpd('# no\nroot\nbin\n'), expect: 'pass', because: 'ftpusers:2' },
  { name: 'a commented name is no entry', host: rocky9, ...vsftpd('#root\nbin\n'), expect: 'fail', trap: 'U-64(2)' },
  {
    name: 'a user list that denies',
    host: al2,
    ...vsftpd('', 'userlist_enable=YES\n', 'root\n'),
    expect: 'pass',
  },
  {
    name: 'the same file as a list that allows',
    host: al2,
    ...vsftpd('', 'userlist_enable=YES\nuserlist_deny=NO\n', 'root\n'),
    expect: 'fail',
    because: 'allow list',
    trap: 'U-64(1)',
  },
  {
    name: 'a list that allows others only',
    host: rocky8,
    ...vsftpd('', 'userlist_enable=YES\nuserlist_deny=NO\n', 'kim\n'),
    expect: 'pass',
  },
  {
    name: 'the list of PAM holds though the user list is off',
    host: rocky8,
    ...vsftpd('root\n', 'userlist_enable=NO\n'),
    expect: 'pass',
    trap: 'U-64(4)',
  },
  {
    name: 'a list that PAM does not ask',
    host: ubuntu22,
    files: { '/etc/vsftpd.conf': 'local_enable=YES\npam_service_name=vsftpd\n', '/etc/ftpusers': 'root\n' },
    commands: runs('vsftpd.service'),
    expect: 'fail',
  },
  {
    name: 'no local logins at all',
    host: ubuntu22,
    files: { '/etc/vsftpd.conf': 'anonymous_enable=YES\n' },
    commands: runs('vsftpd.service'),
    expect: 'pass',
  },
  {
    name: 'ProFTPD by its built-in',
    host: debian12,
    ...proftpd(''),
    expect: 'pass',
    because: 'built-in off',
    trap: 'U-64(3)',
  },
  { name: 'ProFTPD told to let root in', host: debian12, ...proftpd('RootLogin on\n'), expect: 'fail' },
  { name: 'ProFTPD by its list', host: debian12, ...proftpd('RootLogin on\n', 'root\n'), expect: 'pass' },
  {
    name: 'ProFTPD with its list off',
    host: debian12,
    ...proftpd('RootLogin on\nUseFtpUsers off\n', 'root\n'),
    expect: 'fail',
  },
  {
    name: 'Pure-FTPd by the least UID',
    host: debian12,
    files: { '/etc/pure-ftpd/conf/MinUID': '1000\n' },
    commands: runs('pure-ftpd.service'),
    expect: 'pass',
  },
  { name: 'Pure-FTPd without it', host: debian12, commands: runs('pure-ftpd.service'), expect: 'manual' },
  { name: 'no FTP server', host: rocky9, commands: runs('sshd.service'), expect: 'notApplicable' },
  {
    name: 'an image that would start it',
    host: image(debian12),
    files: {
      '/etc/proftpd/proftpd.conf': 'RootLogin on\n',
      '/lib/systemd/system/proftpd.service': '',
      '/etc/systemd/system/multi-user.target.wants/proftpd.service': {
        linkTarget: '/lib/systemd/system/proftpd.service',
      },
    },
    expect: 'fail',
  },
  { name: 'a list that cannot be read', host: rocky9, ...vsftpd('unreadable'), expect: 'unknown' },
  {
    name: 'xinetd starts a server that is not known here',
    host: rocky9,
    files: { '/etc/xinetd.d/f': 'service ftp\n{\n  disable = no\n}\n', '/etc/ftpusers': 'root\n' },
    commands: {
      units: { stdout: 'xinetd.service loaded active running\n' },
      'unit-files': { stdout: 'xinetd.service enabled\n' },
    },
    expect: 'pass',
    because: 'deny list (ftpd)',
  },
  {
    name: 'a server that is not known here answers',
    host: rocky9,
    files: { '/etc/ftpusers': 'root\n' },
    commands: { units: {}, listeners: { stdout: 'tcp LISTEN 0 32 0.0.0.0:21 0.0.0.0:*\n' } },
    expect: 'pass',
    because: 'deny list (ftpd)',
  },
  {
    name: 'a list that does not name root, and local logins: every proof',
    host: rocky9,
    ...vsftpd('bin\n'),
    expect: 'fail',
    because: `,${wholeEvidence(
      ['/etc/vsftpd/ftpusers', 'root not listed, deny list (/etc/pam.d/vsftpd:1)', 'root refused'],
      ['/etc/vsftpd/vsftpd.conf', 'local_enable YES'],
    ).slice(1)}`,
  },
  {
    name: 'a list that names root: every proof',
    host: rocky9,
    ...vsftpd('bin\nroot\n'),
    expect: 'pass',
    because: wholeEvidence(
      ['/etc/vsftpd/ftpusers:2', 'root listed, deny list (/etc/pam.d/vsftpd:1)', 'root refused'],
      ['/etc/vsftpd/vsftpd.conf', 'local_enable YES'],
    ),
  },
  {
    name: 'vsftpd without its file lets nobody in by a password',
    host: rocky9,
    commands: runs('vsftpd.service'),
    expect: 'pass',
    because: wholeEvidence(['vsftpd.conf', 'local_enable NO']),
  },
  {
    name: 'ProFTPD without its file',
    host: debian12,
    commands: runs('proftpd.service'),
    expect: 'pass',
    because: wholeEvidence(['proftpd.conf', 'RootLogin unset, built-in off']),
  },
  ...(
    [
      ['RootLogin ON\n', 'fail'],
      ['RootLogin off\n', 'pass'],
      ['RootLogin on-request\n', 'pass'],
    ] as const
  ).map(
    ([conf, expect]): HostCase => ({
      name: `ProFTPD with ${conf}`,
      host: debian12,
      ...proftpd(conf),
      expect,
      because: '/etc/proftpd/proftpd.conf:1',
    }),
  ),
  {
    name: 'a server that is not known here, and no list',
    host: rocky9,
    files: { '/etc/pure-ftpd/conf/MinUID': '1000\n' },
    commands: { units: {}, listeners: { stdout: 'tcp LISTEN 0 32 0.0.0.0:21 0.0.0.0:*\n' } },
    expect: 'fail',
    because: wholeEvidence(['ss -l -n -t', 'tcp 0.0.0.0:21']),
  },
  {
    name: 'Pure-FTPd that says nothing',
    host: debian12,
    commands: runs('pure-ftpd.service'),
    expect: 'manual',
    because: `,${wholeEvidence(['pure-ftpd.conf', 'MinUID unset']).slice(1)}`,
  },
  {
    name: 'Pure-FTPd for everybody',
    host: debian12,
    files: { '/etc/pure-ftpd/conf/MinUID': '0\n' },
    commands: runs('pure-ftpd.service'),
    expect: 'fail',
    because: 'MinUID 0',
  },
];
