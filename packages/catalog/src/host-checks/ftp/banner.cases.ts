// Cases of ftp.banner.
import type { HostCase } from '@bongsu/core';
import { al2, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { wholeEvidence } from '../whole-evidence.ts';

const runs = (unit: string) => ({
  units: { stdout: `${unit} loaded active running\n` },
  'unit-files': { stdout: `${unit} enabled\n` },
});
const vsftpd = (conf: string, path = '/etc/vsftpd/vsftpd.conf') => ({
  files: { [path]: conf },
  commands: runs('vsftpd.service'),
});
const proftpd = (conf: string) => ({
  files: { '/etc/proftpd/proftpd.conf': conf },
  commands: runs('proftpd.service'),
});

const noProduct = 'a greeting without product and version';

export const ftpBannerCases: readonly HostCase[] = [
  {
    name: 'stock',
    host: rocky9,
    ...vsftpd('#ftpd_banner=Welcome.\n'),
    expect: 'fail',
    because: 'version',
    trap: 'U-53/2026(1)',
  },
  { name: 'a warning', host: al2, ...vsftpd('ftpd_banner=Authorized users only\n'), expect: 'pass' },
  {
    name: 'the product again',
    host: rocky9,
    ...vsftpd('ftpd_banner=Welcome to vsFTPd\n'),
    expect: 'fail',
    trap: 'U-53/2026(2)',
  },
  {
    name: 'Debian keeps its file elsewhere',
    host: debian12,
    ...vsftpd('ftpd_banner=Members only\n', '/etc/vsftpd.conf'),
    expect: 'pass',
  },
  {
    name: 'a file wins over the line',
    host: ubuntu22,
    files: {
      '/etc/vsftpd.conf': 'ftpd_banner=Members only\nbanner_file=/etc/banner\n',
      '/etc/banner': 'This is vsftpd 3.0.5\n',
    },
    commands: runs('vsftpd.service'),
    expect: 'fail',
  },
  {
    name: 'a file that is gone',
    host: ubuntu22,
    ...vsftpd('banner_file=/etc/gone\n', '/etc/vsftpd.conf'),
    expect: 'manual',
  },
  {
    name: 'ProFTPD by its built-in',
    host: debian12,
    ...proftpd('ServerName "x"\n'),
    expect: 'fail',
    trap: 'U-53/2026(3)',
  },
  { name: 'ProFTPD off', host: debian12, ...proftpd('ServerIdent off\n'), expect: 'pass' },
  { name: 'ProFTPD with a text', host: debian12, ...proftpd('ServerIdent on "FTP ready"\n'), expect: 'pass' },
  { name: 'Pure-FTPd is for a person', host: debian12, commands: runs('pure-ftpd.service'), expect: 'manual' },
  {
    name: 'no FTP server, whatever its file says',
    host: rocky9,
    files: { '/etc/vsftpd/vsftpd.conf': '' },
    commands: runs('sshd.service'),
    expect: 'notApplicable',
  },
  {
    name: 'an image that would start it',
    host: image(debian12),
    files: {
      '/etc/vsftpd.conf': '',
      '/lib/systemd/system/vsftpd.service': '',
      '/etc/systemd/system/multi-user.target.wants/vsftpd.service': {
        linkTarget: '/lib/systemd/system/vsftpd.service',
      },
    },
    expect: 'fail',
  },
  {
    name: 'a configuration that cannot be read',
    host: rocky9,
    files: { '/etc/vsftpd/vsftpd.conf': 'unreadable' },
    commands: runs('vsftpd.service'),
    expect: 'unknown',
  },
  {
    name: 'without any file of vsftpd',
    host: rocky9,
    commands: runs('vsftpd.service'),
    expect: 'fail',
    because: wholeEvidence(['vsftpd.conf', 'ftpd_banner and banner_file unset', noProduct]),
  },
  {
    name: 'an empty greeting is none',
    host: rocky9,
    ...vsftpd('ftpd_banner=  \nbanner_file=\n'),
    expect: 'fail',
    because: wholeEvidence(['/etc/vsftpd/vsftpd.conf', 'ftpd_banner and banner_file unset', noProduct]),
  },
  {
    name: 'a file of several lines',
    host: ubuntu22,
    files: { '/etc/vsftpd.conf': 'banner_file=/etc/banner\n', '/etc/banner': '\nAuthorized\nusers only\n' },
    commands: runs('vsftpd.service'),
    expect: 'pass',
    because: wholeEvidence(['/etc/banner', 'Authorized users only', noProduct]),
  },
  ...(
    [
      ['ServerIdent OFF\n', 'pass', ['/etc/proftpd/proftpd.conf:1', 'ServerIdent off', noProduct]],
      ['ServerIdent on\n', 'fail', ['/etc/proftpd/proftpd.conf:1', 'ServerIdent on', noProduct]],
      ['ServerIdent on   "FTP ready"\n', 'pass', ['/etc/proftpd/proftpd.conf:1', '"FTP ready"', noProduct]],
      ['ServerIdent on "ProFTPD of us"\n', 'fail', ['/etc/proftpd/proftpd.conf:1', '"ProFTPD of us"', noProduct]],
      ['ServerName "x"\n', 'fail', ['/etc/proftpd/proftpd.conf', 'ServerIdent unset', noProduct]],
    ] as const
  ).map(
    ([conf, expect, proof]): HostCase => ({
      name: `ProFTPD with ${conf}`,
      host: debian12,
      ...proftpd(conf),
      expect,
      because: wholeEvidence(proof),
    }),
  ),
  {
    name: 'ProFTPD without any file',
    host: debian12,
    commands: runs('proftpd.service'),
    expect: 'fail',
    because: wholeEvidence(['proftpd.conf', 'ServerIdent unset', noProduct]),
  },
];
