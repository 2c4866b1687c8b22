// Cases of patch.policy.
import type { Host, HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';

const at = (day: string, ageSeconds = '3600') =>
  [
    ['today', day],
    ['lists-age-seconds', ageSeconds],
  ] as const;
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
    commands: { apt: { stdout: 'Inst openssl [3.0.1] (3.0.2 Debian-Security:12/stable-security [amd64])\n' } },
    notes: at('2026-01-10'),
    expect: 'manual',
    because: '1 security updates wait',
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
];
