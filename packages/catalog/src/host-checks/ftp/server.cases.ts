// Cases of ftp.server.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, rocky9, ubuntu24 } from '../hosts.ts';

const runs = (unit: string, state = 'enabled') => ({
  units: { stdout: `${unit} loaded active running\n` },
  'unit-files': { stdout: `${unit} ${state}\n` },
});

export const ftpServerCases: readonly HostCase[] = [
  { name: 'none', host: al2023, commands: runs('sshd.service'), expect: 'pass' },
  { name: 'vsftpd', host: debian12, commands: runs('vsftpd.service'), expect: 'fail', because: 'vsftpd' },
  {
    name: 'TLS does not help in 2021',
    host: rocky9,
    files: { '/etc/vsftpd/vsftpd.conf': 'ssl_enable=YES\nanonymous_enable=NO\n' },
    commands: runs('vsftpd.service'),
    expect: 'fail',
    trap: 'the editions ask different things under one code',
  },
  {
    name: 'the subsystem of SSH is no FTP',
    host: ubuntu24,
    files: { '/etc/ssh/sshd_config': 'Subsystem sftp /usr/lib/openssh/sftp-server\n' },
    commands: runs('ssh.service'),
    expect: 'pass',
    trap: 'U-61(1)',
  },
  { name: 'tftp is another item', host: rocky9, commands: runs('tftp.socket'), expect: 'pass', trap: 'U-61(3)' },
  {
    name: 'enabled and not yet started',
    host: rocky9,
    commands: {
      units: { stdout: 'sshd.service loaded active running\n' },
      'unit-files': { stdout: 'vsftpd.service enabled\n' },
    },
    expect: 'fail',
  },
];
