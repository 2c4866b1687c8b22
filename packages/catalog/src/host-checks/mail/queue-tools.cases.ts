// Cases of mail.queue-tools.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { wholeEvidence } from '../whole-evidence.ts';

const runs = (unit: string) => ({
  units: { stdout: `${unit} loaded active running\n` },
  'unit-files': { stdout: `${unit} enabled\n` },
});
const quiet = {
  units: { stdout: 'sshd.service loaded active running\n' },
  'unit-files': { stdout: 'sshd.service enabled\n' },
};
const main = { '/etc/postfix/main.cf': '', '/usr/sbin/postfix': { mode: '0755' } };

export const queueToolsCases: readonly HostCase[] = [
  {
    name: 'stock Postfix',
    host: al2,
    files: { ...main, '/usr/sbin/postsuper': { mode: '0755' } },
    commands: runs('postfix.service'),
    expect: 'fail',
    because: 'stock mode 0755',
    trap: 'U-32(1)',
  },
  {
    name: 'others lost the right',
    host: rocky9,
    files: { ...main, '/usr/sbin/postsuper': { mode: '0754' } },
    commands: runs('postfix.service'),
    expect: 'pass',
  },
  {
    name: 'Postfix lies there and is off',
    host: rocky8,
    files: { ...main, '/usr/sbin/postsuper': { mode: '0755' } },
    commands: { units: { stdout: '' }, 'unit-files': { stdout: 'postfix.service disabled\n' } },
    expect: 'notApplicable',
    trap: 'U-32(3)',
  },
  {
    name: 'Exim with a tool for everybody',
    host: debian12,
    files: { '/usr/sbin/exim4': { mode: '4755' }, '/usr/sbin/exiqgrep': { mode: '0755' } },
    commands: runs('exim4.service'),
    expect: 'fail',
    because: 'exiqgrep',
  },
  {
    name: 'Exim without its tool',
    host: debian12,
    files: { '/usr/sbin/exim4': { mode: '4755' }, '/usr/sbin/exiqgrep': 'absent' },
    commands: runs('exim4.service'),
    expect: 'manual',
  },
  {
    name: 'Sendmail with the flag on the second line',
    host: rocky9,
    files: { '/etc/mail/sendmail.cf': 'O PrivacyOptions=authwarnings,novrfy,noexpn,\n\trestrictqrun\n' },
    commands: runs('sendmail.service'),
    expect: 'pass',
    trap: 'U-32(2)',
  },
  {
    name: 'goaway does not hold restrictqrun',
    host: al2,
    files: { '/etc/mail/sendmail.cf': 'O PrivacyOptions=goaway\n' },
    commands: runs('sendmail.service'),
    expect: 'fail',
    because: 'restrictqrun is missing',
  },
  {
    name: 'a commented line is no setting',
    host: al2,
    files: { '/etc/mail/sendmail.cf': '#O PrivacyOptions=restrictqrun\n' },
    commands: runs('sendmail.service'),
    expect: 'fail',
  },
  {
    name: 'the wrapper alone is no mail server',
    host: ubuntu22,
    files: { '/usr/sbin/sendmail': { mode: '0755' } },
    commands: quiet,
    expect: 'notApplicable',
  },
  {
    name: 'somebody else listens on 25',
    host: ubuntu22,
    commands: { ...quiet, listeners: { stdout: 'tcp LISTEN 0 100 0.0.0.0:25 0.0.0.0:*\n' } },
    expect: 'manual',
  },
  {
    name: 'an image that would start Postfix',
    host: image(al2023),
    files: {
      ...main,
      '/usr/lib/systemd/system/postfix.service': '',
      '/etc/systemd/system/multi-user.target.wants/postfix.service': {
        linkTarget: '/usr/lib/systemd/system/postfix.service',
      },
      '/usr/sbin/postsuper': { mode: '0755' },
    },
    expect: 'fail',
  },
  {
    name: 'a configuration that cannot be read',
    host: rocky9,
    files: { '/etc/mail/sendmail.cf': 'unreadable' },
    commands: runs('sendmail.service'),
    expect: 'unknown',
  },
  ...(
    [
      ['nobody looked', {}, 'not seen'],
      ['it is not there', { '/usr/sbin/postsuper': 'absent' }, 'absent'],
      ['a folder lies there', { '/usr/sbin/postsuper': { type: 'dir', mode: '0755' } }, 'present'],
    ] as const
  ).map(
    ([name, tool, found]): HostCase => ({
      name: `the tool of Postfix: ${name}`,
      host: rocky9,
      files: { ...main, ...tool },
      commands: runs('postfix.service'),
      expect: 'manual',
      because: wholeEvidence(['/usr/sbin/postsuper', found]),
    }),
  ),
  {
    name: 'a mode that is not stock',
    host: rocky9,
    files: { ...main, '/usr/sbin/postsuper': { mode: '0751' } },
    commands: runs('postfix.service'),
    expect: 'fail',
    because: '"others may execute /usr/sbin/postsuper"',
  },
];
