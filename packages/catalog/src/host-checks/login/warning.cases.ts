// Cases of login.warning.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';

const warn = 'WARNING: Authorized users only. All activity is monitored.\n';
const sshd = (banner: string) => ({ '/usr/sbin/sshd': '', '/etc/ssh/sshd_config': banner });
const units = (...names: string[]) => ({
  units: { stdout: names.map((name) => `${name} loaded active running\n`).join('') },
  'unit-files': { stdout: names.map((name) => `${name} enabled\n`).join('') },
});
const fine = { '/etc/motd': warn, '/etc/issue.net': warn, ...sshd('Banner /etc/issue.net\n') };

export const warningCases: readonly HostCase[] = [
  { name: 'server and SSH warn', host: rocky9, files: fine, commands: units('sshd.service'), expect: 'pass' },
  {
    name: 'a warning in Korean, in issue',
    host: debian12,
    files: { ...fine, '/etc/motd': 'absent', '/etc/issue': '경고: 허가된 사용자만 접속할 수 있습니다.\n' },
    commands: units('ssh.service'),
    expect: 'pass',
  },
  {
    name: 'stock: only the name of the system',
    host: debian12,
    files: { '/etc/motd': '', '/etc/issue': 'Debian GNU/Linux 12 \\n \\l\n', ...sshd('#Banner none\n') },
    commands: units('ssh.service'),
    expect: 'fail',
    because: 'server (motd, issue), SSH',
    trap: 'U-68(1)',
  },
  {
    name: 'the drawing of the release is no warning',
    host: al2023,
    files: { ...fine, '/etc/motd': '   ,     #_\n   ~\\_  ####_        Amazon Linux 2023\n' },
    commands: units('sshd.service'),
    expect: 'fail',
  },
  {
    name: 'issue.net is not shown by SSH of itself',
    host: ubuntu22,
    files: { ...fine, ...sshd('') },
    commands: units('ssh.service'),
    expect: 'fail',
    because: 'by: SSH',
    trap: 'U-68(2)',
  },
  {
    name: 'a text that only a person can judge',
    host: ubuntu22,
    files: { ...fine, '/etc/motd': 'Welcome to the shop\n' },
    commands: units('ssh.service'),
    expect: 'manual',
    because: 'server',
    trap: 'U-68(1)',
  },
  {
    name: 'a mail server that names its product',
    host: al2,
    files: { ...fine, '/etc/postfix/main.cf': '', '/etc/postfix/master.cf': 'smtp inet n - n - - smtpd\n' },
    commands: {
      ...units('sshd.service', 'postfix.service'),
      postconf: { stdout: 'smtpd_banner = $myhostname ESMTP $mail_name\n' },
    },
    expect: 'fail',
    because: 'SMTP',
  },
  {
    name: 'an FTP server that warns too',
    host: rocky9,
    files: { ...fine, '/etc/vsftpd/vsftpd.conf': 'ftpd_banner=Unauthorized access is prohibited\n' },
    commands: units('sshd.service', 'vsftpd.service'),
    expect: 'pass',
    because: 'FTP',
  },
  {
    name: 'a DNS server without a text',
    host: rocky9,
    files: { ...fine, '/etc/named.conf': 'options { recursion no; };\n' },
    commands: units('sshd.service', 'named.service'),
    expect: 'fail',
    because: 'DNS',
  },
  {
    name: 'Telnet shows issue.net',
    host: rocky9,
    files: {
      ...fine,
      '/etc/issue.net': '\\S\nKernel \\r on an \\m\n',
      '/etc/ssh/banner': warn,
      ...sshd('Banner /etc/ssh/banner\n'),
    },
    commands: { ...units('sshd.service'), 'active telnet.socket': { stdout: 'active\n' } },
    expect: 'fail',
    because: 'Telnet',
    trap: 'U-68(4)',
  },
  {
    name: 'an image is read',
    host: image(debian12),
    files: { '/etc/motd': warn, ...sshd('Banner /etc/gone\n') },
    expect: 'fail',
    because: 'SSH',
  },
  {
    name: 'a text that cannot be read',
    host: rocky9,
    files: { ...fine, '/etc/issue': 'unreadable' },
    commands: units('sshd.service'),
    expect: 'unknown',
  },
];
