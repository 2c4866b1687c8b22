// Cases of mail.sendmail-expn-vrfy.
import type { HostCase } from '@bongsu/core';
import { al2, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { booted, listens, wanted } from '../service-answers.ts';

const sendmail = (cf: string) => ({
  files: { '/etc/mail/sendmail.cf': cf },
  commands: booted(['sendmail.service']),
});

export const sendmailExpnVrfyCases: readonly HostCase[] = [
  { name: 'both flags', host: rocky9, ...sendmail('O PrivacyOptions=authwarnings,NoExpn,novrfy\n'), expect: 'pass' },
  { name: 'one of two', host: al2, ...sendmail('O PrivacyOptions=novrfy\n'), expect: 'fail' },
  { name: 'no option at all', host: rocky8, ...sendmail(''), expect: 'fail', because: 'unset' },
  {
    name: 'goaway holds both',
    host: al2,
    ...sendmail('O PrivacyOptions=goaway,restrictqrun\n'),
    expect: 'pass',
    trap: 'U-70(1)',
  },
  {
    name: 'Postfix runs: the 2021 edition asks about Sendmail alone',
    host: ubuntu22,
    files: { '/etc/postfix/main.cf': '' },
    commands: booted(['postfix.service']),
    expect: 'notApplicable',
    because: 'postfix is',
    trap: 'the editions ask different things under one code',
  },
  {
    name: 'the wrapper of another server is no Sendmail',
    host: ubuntu22,
    files: { '/usr/sbin/sendmail': { mode: '0755' } },
    commands: booted(['ssh.service']),
    expect: 'notApplicable',
  },
  {
    name: 'somebody unknown answers at the port of mail',
    host: debian12,
    commands: booted(['ssh.service'], [], [listens('tcp', 25)]),
    expect: 'manual',
  },
  {
    name: 'an image that would start it',
    host: image(debian12),
    files: { ...wanted('sendmail.service'), '/etc/mail/sendmail.cf': 'O PrivacyOptions=novrfy\n' },
    expect: 'fail',
  },
  {
    name: 'a configuration that cannot be read',
    host: rocky9,
    files: { '/etc/mail/sendmail.cf': 'unreadable' },
    commands: booted(['sendmail.service']),
    expect: 'unknown',
  },
];
