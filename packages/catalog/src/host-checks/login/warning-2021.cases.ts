// Cases of login.warning-2021: SSH is not among its places; the texts themselves are the cases of login.warning.
import type { HostCase } from '@bongsu/core';
import { al2, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';

const warn = 'WARNING: Authorized users only. All activity is monitored.\n';
const units = (...names: string[]) => ({
  units: { stdout: names.map((name) => `${name} loaded active running\n`).join('') },
  'unit-files': { stdout: names.map((name) => `${name} enabled\n`).join('') },
});
const silentSsh = { '/usr/sbin/sshd': '', '/etc/ssh/sshd_config': '#Banner none\n' };

export const warning2021Cases: readonly HostCase[] = [
  {
    name: 'SSH without a banner is no fault of this edition',
    host: rocky9,
    files: { '/etc/motd': warn, ...silentSsh },
    commands: units('sshd.service'),
    expect: 'pass',
    because: 'server (motd, issue)',
    trap: 'the editions name different services',
  },
  {
    name: 'stock texts are no warning',
    host: debian12,
    files: { '/etc/motd': '', '/etc/issue': 'Debian GNU/Linux 12 \\n \\l\n', ...silentSsh },
    commands: units('ssh.service'),
    expect: 'fail',
    because: 'server (motd, issue)',
    trap: 'U-68(1)',
  },
  {
    name: 'a mail server that runs and names its product',
    host: al2,
    files: { '/etc/motd': warn, '/etc/postfix/main.cf': '', '/etc/postfix/master.cf': 'smtp inet n - n - - smtpd\n' },
    commands: { ...units('postfix.service'), postconf: { stdout: 'smtpd_banner = $myhostname ESMTP $mail_name\n' } },
    expect: 'fail',
    because: 'SMTP',
  },
  {
    name: 'a mail server that lies there and does not run',
    host: ubuntu22,
    files: { '/etc/motd': warn, '/etc/postfix/main.cf': '', '/usr/sbin/postfix': '' },
    commands: {
      units: { stdout: 'ssh.service loaded active running\n' },
      'unit-files': { stdout: 'ssh.service enabled\npostfix.service disabled\n' },
    },
    expect: 'pass',
    trap: 'U-68(3)',
  },
  {
    name: 'a text that only a person can judge',
    host: image(ubuntu22),
    files: { '/etc/motd': 'Welcome to the shop\n' },
    expect: 'manual',
  },
  {
    name: 'a text that cannot be read',
    host: rocky9,
    files: { '/etc/issue': 'unreadable' },
    commands: units('sshd.service'),
    expect: 'unknown',
  },
];
