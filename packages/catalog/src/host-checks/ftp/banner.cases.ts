// Cases of ftp.banner.
import type { HostCase } from '@bongsu/core';
import { al2, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';

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
];
