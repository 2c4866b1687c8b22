// Cases of patch.policy.
import type { Host, HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { wholeEvidence } from '../whole-evidence.ts';

const at = (day: string, ageSeconds = '3600') =>
  [
    ['today', day],
    ['lists-age-seconds', ageSeconds],
  ] as const;
const aptAsked = 'lists of apt against the packages of dpkg';
const centos7: Host = { ...rocky9, distro: 'centos', version: '7', prettyName: 'CentOS Linux 7 (Core)' };
const debian10: Host = { ...debian12, version: '10', prettyName: 'Debian GNU/Linux 10 (buster)' };

export const patchPolicyCases: readonly HostCase[] = [
  {
    name: 'nothing waits and it patches itself: the policy is still for a person',
    host: ubuntu22,
    files: { '/etc/apt/apt.conf.d/20auto-upgrades': 'APT::Periodic::Unattended-Upgrade "1";\n' },
    commands: { apt: { stdout: '' }, kernel: { stdout: '5.15.0-100-generic\n' } },
    notes: at('2026-01-10'),
    expect: 'manual',
    because: 'Unattended-Upgrade',
    trap: 'U-42(3)',
  },
  {
    name: 'updates wait',
    host: debian12,
    commands: { apt: { stdout: 'openssl 3.0.1 3.0.2 install debian_dists_bookworm-security_main_Packages\n' } },
    notes: at('2026-01-10'),
    expect: 'manual',
    because: '1 security updates wait',
  },
  {
    name: 'what is held is as open as the rest',
    host: debian12,
    commands: { apt: { stdout: 'openssl 3.0.1 3.0.2 hold debian_dists_bookworm-security_main_Packages\n' } },
    notes: at('2026-01-10'),
    expect: 'manual',
    because: 'openssl [3.0.1, held]',
  },
  {
    name: 'a version that cannot be compared may be a fix',
    host: debian12,
    commands: { apt: { stdout: 'vim 1 1 install a_Packages\nopenssl 3.0.1 3;0 install a_Packages\n' } },
    notes: at('2026-01-10'),
    expect: 'manual',
    because: 'cannot be compared: openssl',
  },
  {
    name: 'lists that nobody fetched tell of nothing',
    host: debian12,
    commands: { apt: { exitCode: 1, stderr: 'no list of a security archive in /var/lib/apt/lists' } },
    notes: at('2026-01-10'),
    expect: 'manual',
    because: 'waiting updates are not known',
  },
  {
    name: 'lists are as old as what the archive said in them',
    host: ubuntu22,
    files: {
      '/var/lib/apt/lists/ubuntu_dists_jammy-security_InRelease':
        'Origin: Ubuntu\nDate: Wed, 31 Dec 2025 00:00:00 UTC\n',
      '/var/lib/apt/lists/esm_dists_jammy-infra-security_InRelease':
        'Origin: UbuntuESM\nDate: Fri, 01 Aug 2025 00:00:00 UTC\n',
    },
    commands: { apt: { stdout: '' } },
    notes: [
      ['today', '2026-01-10'],
      ['now', String(Date.UTC(2026, 0, 10) / 1000)],
    ],
    expect: 'manual',
    because: 'lists fetched 10 days ago',
  },
  {
    name: 'nothing waits by lists of last month',
    host: rocky9,
    commands: { dnf: { stdout: '' } },
    notes: at('2026-01-10', '2678400'),
    expect: 'manual',
    because: 'lists are old',
    trap: 'U-42(1)',
  },
  {
    name: 'installed, and not rebooted',
    host: al2023,
    commands: {
      dnf: { stdout: '' },
      kernel: { stdout: '6.1.100-1.amzn2023.x86_64\n' },
      kernels: { stdout: '1700000000 6.1.112-1.amzn2023.x86_64\n1600000000 6.1.100-1.amzn2023.x86_64\n' },
    },
    notes: at('2026-01-10'),
    expect: 'manual',
    because: 'a reboot is due',
    trap: 'U-42(2)',
  },
  {
    name: 'a note that a reboot is due',
    host: ubuntu22,
    files: { '/run/reboot-required': '' },
    commands: { apt: { stdout: '' } },
    notes: at('2026-01-10'),
    expect: 'manual',
    because: 'a reboot is due',
  },
  {
    name: 'past standard support, with an end that may move',
    host: al2,
    commands: { yum: { stdout: '' } },
    notes: at('2026-08-01'),
    expect: 'manual',
    because: 'standard support has ended',
  },
  {
    name: 'out of support, whatever waits',
    host: centos7,
    commands: { yum: { stdout: '' } },
    notes: at('2026-01-10'),
    expect: 'fail',
    because: '2024-06-30',
  },
  {
    name: 'an image out of support',
    host: image(debian10),
    notes: [['today', '2026-01-10']],
    expect: 'fail',
  },
  {
    name: 'an image has nobody to ask',
    host: image(debian12),
    notes: [['today', '2026-01-10']],
    expect: 'manual',
    because: 'not known',
  },
  { name: 'no date', host: rocky9, commands: { dnf: { stdout: '' } }, expect: 'unknown' },

  {
    name: 'a policy that takes lists of last month',
    host: rocky9,
    commands: { dnf: { stdout: '' } },
    notes: at('2026-01-10', '2678400'),
    parameters: { listsFreshDays: 60 },
    expect: 'manual',
    because: 'is it followed?"',
  },
  {
    name: 'nothing is doubted: every proof',
    host: ubuntu22,
    files: { '/etc/apt/apt.conf.d/20auto-upgrades': 'APT::Periodic::Unattended-Upgrade "1";\n' },
    commands: {
      apt: { stdout: '' },
      kernel: { stdout: '5.15.0-100-generic\n' },
      kernels: { stdout: '1700000000 5.15.0-100-generic\n' },
    },
    notes: at('2027-04-30', '604800'),
    expect: 'manual',
    because: `"is there a patch policy, and is it followed?",${wholeEvidence(
      ['/etc/os-release', 'Ubuntu 22.04.5 LTS; support until 2027-04-30, at last 2037-04-30; today 2027-04-30'],
      [aptAsked, '0 security updates wait; lists fetched 7 days ago'],
      ['uname -r', '5.15.0-100-generic; installed last: 5.15.0-100-generic'],
      ['/etc/apt/apt.conf.d/20auto-upgrades', 'APT::Periodic::Unattended-Upgrade "1";'],
    )}`,
  },
  {
    name: 'everything is doubted: every proof',
    host: ubuntu22,
    files: { '/run/reboot-required': '' },
    commands: {
      apt: { stdout: 'openssl 3.0.1 3.0.2 install ubuntu_dists_jammy-security_main_Packages\n' },
      kernel: { stdout: '5.15.0-100-generic\n' },
    },
    notes: [['today', '2027-05-01']],
    expect: 'manual',
    because: `"is there a patch policy, and is it followed? (standard support has ended, 1 security updates wait, the package lists are old, a reboot is due)",${wholeEvidence(
      ['/etc/os-release', 'Ubuntu 22.04.5 LTS; support until 2027-04-30, at last 2037-04-30; today 2027-05-01'],
      [aptAsked, '1 security updates wait; lists fetched ? days ago'],
      [aptAsked, 'openssl [3.0.1] (3.0.2 ubuntu_dists_jammy-security_main_Packages)'],
      ['uname -r', '5.15.0-100-generic; installed last: not known'],
      ['/run/reboot-required', 'present'],
      ['automatic updates', 'none found'],
    )}`,
  },
  {
    name: 'a host that nobody can ask: every proof',
    host: image(al2),
    notes: [['today', '2026-01-10']],
    expect: 'manual',
    because: `"is there a patch policy, and is it followed? (waiting updates are not known)",${wholeEvidence(
      ['/etc/os-release', 'Amazon Linux 2; support until 2026-06-30, at last ?; today 2026-01-10'],
      [
        'package manager',
        'no package manager was asked: the root has no lists of apt, and is not booted or has no other',
      ],
      ['automatic updates', 'none found'],
    )}`,
  },
  {
    name: 'a release that is not known here',
    host: { ...debian12, family: 'other', distro: 'alpine', version: '3.20', prettyName: 'Alpine Linux v3.20' },
    notes: at('2026-01-10'),
    expect: 'manual',
    because: 'Alpine Linux v3.20; support not known here; today 2026-01-10',
  },
  {
    name: 'the last day of support',
    host: centos7,
    commands: { yum: { stdout: '' } },
    notes: at('2024-06-30'),
    expect: 'manual',
    because: 'is it followed?"',
  },
  ...(
    [
      ['the kernel that was installed last is not known', { kernel: { stdout: '6.1.1\n' } }],
      ['the kernel that runs is not known', { kernels: { stdout: '1700000000 6.1.1\n' } }],
      [
        'the kernel that runs is the newest',
        { kernel: { stdout: '6.1.1\n' }, kernels: { stdout: '1700000000 6.1.1\n1600000000 6.1.0\n' } },
      ],
    ] as const
  ).map(
    ([name, kernels]): HostCase => ({
      name,
      host: rocky9,
      commands: { dnf: { stdout: '' }, ...kernels },
      notes: at('2026-01-10'),
      expect: 'manual',
      because: 'is it followed?"',
    }),
  ),
];
