// Cases of mail.version.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';

const runs = (unit: string) => ({
  units: { stdout: `${unit} loaded active running\n` },
  'unit-files': { stdout: `${unit} enabled\n` },
});
const fresh = [['lists-age-seconds', '3600']] as const;
const waiting = 'postfix 3.6.4-1ubuntu1 3.6.4-1ubuntu1.3 install ubuntu_dists_jammy-security_main_Packages\n';

export const versionCases: readonly HostCase[] = [
  {
    name: 'nothing waits, by fresh lists',
    host: ubuntu22,
    commands: {
      ...runs('postfix.service'),
      apt: { stdout: 'vim 1 2 install ubuntu_dists_jammy-security_main_Packages\n' },
      installed: { stdout: 'postfix 3.6.4-1ubuntu1.3 installed\nbind9 1 not-installed\n' },
    },
    notes: fresh,
    expect: 'pass',
    because: 'postfix 3.6.4',
    trap: 'U-30(1)',
  },
  {
    name: 'an update of the server waits',
    host: ubuntu22,
    commands: { ...runs('postfix.service'), apt: { stdout: waiting } },
    notes: fresh,
    expect: 'fail',
    because: 'jammy-security',
  },
  {
    name: 'the security archive holds a fix that was overtaken',
    host: debian12,
    commands: {
      ...runs('exim4.service'),
      apt: {
        stdout: 'exim4-base 4.96-15+deb12u6 4.96-15+deb12u5 install debian_dists_bookworm-security_main_Packages\n',
      },
    },
    notes: fresh,
    expect: 'pass',
  },
  {
    name: 'an advisory of dnf',
    host: rocky9,
    commands: {
      ...runs('postfix.service'),
      dnf: { stdout: 'RLSA-2024:1234 Moderate/Sec. postfix-2:3.5.25-1.el9.x86_64\n' },
    },
    notes: fresh,
    expect: 'fail',
    because: 'RLSA',
  },
  {
    name: 'lists too old to tell',
    host: al2,
    commands: { ...runs('postfix.service'), yum: { stdout: '' } },
    notes: [['lists-age-seconds', '864000']],
    expect: 'manual',
    because: '10 days',
  },
  {
    name: 'a locked release shows nothing',
    host: al2023,
    commands: { ...runs('postfix.service'), dnf: { stdout: '' } },
    notes: fresh,
    expect: 'manual',
    because: 'check-release-update',
  },
  {
    name: 'no cache to ask',
    host: rocky9,
    commands: {
      ...runs('sendmail.service'),
      dnf: { exitCode: 1, stderr: 'Error: Cache-only enabled but no cache for baseos\n' },
    },
    expect: 'manual',
    because: 'no cache for baseos',
    trap: 'U-30(2)',
  },
  {
    name: 'no mail server, whatever waits',
    host: ubuntu22,
    files: { '/usr/sbin/sendmail': '' },
    commands: { ...runs('ssh.service'), apt: { stdout: waiting } },
    expect: 'notApplicable',
    trap: 'U-30(3)',
  },
  {
    name: 'an image has nobody to ask',
    host: image(debian12),
    files: {
      '/lib/systemd/system/exim4.service': '',
      '/etc/systemd/system/multi-user.target.wants/exim4.service': { linkTarget: '/lib/systemd/system/exim4.service' },
    },
    expect: 'manual',
  },
  {
    name: 'services that cannot be seen',
    host: rocky9,
    files: { '/etc/inetd.conf': 'unreadable' },
    expect: 'unknown',
  },
  {
    name: 'a site that fetches lists once a month',
    host: al2,
    commands: { ...runs('postfix.service'), yum: { stdout: '' } },
    notes: [['lists-age-seconds', '864000']],
    parameters: { freshDays: 31 },
    expect: 'pass',
  },
  ...(
    [
      ['postfix', 'postfix-2:3.5.25-1.el9.x86_64', 'fail'],
      ['postfix', 'postfix-pcre-2:3.5.25-1.el9.x86_64', 'fail'],
      ['postfix', 'pcp-pmda-postfix-6.2.2-1.el9.x86_64', 'pass'],
      ['sendmail', 'sendmail-8.16.1-11.el9.x86_64', 'fail'],
      ['sendmail', 'sendmail-milter-8.16.1-11.el9.x86_64', 'fail'],
      ['sendmail', 'libmail-sendmail-0.80-1.el9.noarch', 'pass'],
      ['exim', 'exim-4.98-1.el9.x86_64', 'fail'],
      ['exim', 'exim4-4.98-1.el9.x86_64', 'fail'],
      ['exim', 'exim4-daemon-light-4.98-1.el9.x86_64', 'fail'],
      ['exim', 'sa-exim-4.2.1-1.el9.x86_64', 'pass'],
      ['exim', 'eximon4-4.98-1.el9.x86_64', 'pass'],
    ] as const
  ).map(
    ([server, waits, expect]): HostCase => ({
      name: `${server} runs, ${waits} waits`,
      host: rocky9,
      commands: {
        ...runs(`${server}.service`),
        dnf: { stdout: `RLSA-2024:1 Moderate/Sec. ${waits}\n` },
      },
      notes: fresh,
      expect,
    }),
  ),
];
