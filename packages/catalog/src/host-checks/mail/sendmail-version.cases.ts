// Cases of mail.sendmail-version.
import type { HostCase } from '@bongsu/core';
import { al2, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { booted, wanted } from '../service-answers.ts';

const fresh = [['lists-age-seconds', '3600']] as const;
const on = booted(['sendmail.service']);

export const sendmailVersionCases: readonly HostCase[] = [
  {
    name: 'nothing waits, by fresh lists',
    host: debian12,
    commands: { ...on, apt: { stdout: '' }, installed: { stdout: 'sendmail 8.17.1 installed\n' } },
    notes: fresh,
    expect: 'pass',
    because: 'sendmail 8.17.1',
    trap: 'U-30(1)',
  },
  {
    name: 'an advisory waits',
    host: rocky9,
    commands: { ...on, dnf: { stdout: 'RLSA-2024:1 Moderate/Sec. sendmail-8.16.1-11.el9_3.x86_64\n' } },
    notes: fresh,
    expect: 'fail',
    because: 'RLSA',
  },
  {
    name: 'an advisory of another package',
    host: rocky9,
    commands: { ...on, dnf: { stdout: 'RLSA-2024:1 Moderate/Sec. postfix-2:3.5.25-1.el9.x86_64\n' } },
    notes: fresh,
    expect: 'pass',
  },
  {
    name: 'lists too old to tell',
    host: al2,
    commands: { ...on, yum: { stdout: '' } },
    notes: [['lists-age-seconds', '864000']],
    expect: 'manual',
    because: '10 days',
  },
  {
    name: 'Postfix runs: the 2021 edition asks about Sendmail alone',
    host: ubuntu22,
    commands: {
      ...booted(['postfix.service']),
      apt: { stdout: 'postfix 1 2 install ubuntu_dists_jammy-security_main_Packages\n' },
    },
    notes: fresh,
    expect: 'notApplicable',
    trap: 'the editions ask different things under one code',
  },
  { name: 'an image has nobody to ask', host: image(debian12), files: wanted('sendmail.service'), expect: 'manual' },
  { name: 'services that cannot be seen', host: rocky9, files: { '/etc/inetd.conf': 'unreadable' }, expect: 'unknown' },
  {
    name: 'an advisory of a package whose name ends so',
    host: rocky9,
    commands: { ...on, dnf: { stdout: 'RLSA-2024:1 Moderate/Sec. libmail-sendmail-0.80-1.el9.noarch\n' } },
    notes: fresh,
    expect: 'pass',
  },
  {
    name: 'a site that fetches lists once a month',
    host: al2,
    commands: { ...on, yum: { stdout: '' } },
    notes: [['lists-age-seconds', '864000']],
    parameters: { freshDays: 31 },
    expect: 'pass',
  },
];
