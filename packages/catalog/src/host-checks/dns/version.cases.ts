// Cases of dns.version.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';

const runs = (unit: string) => ({
  units: { stdout: `${unit} loaded active running\n` },
  'unit-files': { stdout: `${unit} enabled\n` },
});
const fresh = [['lists-age-seconds', '86400']] as const;

export const dnsVersionCases: readonly HostCase[] = [
  {
    name: 'nothing waits',
    host: debian12,
    commands: { ...runs('named.service'), apt: { stdout: '' }, installed: { stdout: 'bind9 1:9.18.28-1 installed\n' } },
    notes: fresh,
    expect: 'pass',
    because: '9.18.28',
    trap: 'U-33(2)',
  },
  {
    name: 'a security update waits',
    host: ubuntu22,
    commands: {
      ...runs('named.service'),
      apt: { stdout: 'bind9 1:9.18.1-1 1:9.18.28-0 install ubuntu_dists_jammy-security_main_Packages\n' },
    },
    notes: fresh,
    expect: 'fail',
  },
  {
    name: 'its chroot unit counts too',
    host: rocky9,
    commands: {
      ...runs('named-chroot.service'),
      dnf: { stdout: 'RHSA-2024:5524 Important/Sec. bind-32:9.16.23-18.el9.x86_64\n' },
    },
    notes: fresh,
    expect: 'fail',
  },
  {
    name: 'locked releases tell nothing',
    host: al2023,
    commands: { ...runs('named.service'), dnf: { stdout: '' } },
    notes: fresh,
    expect: 'manual',
    trap: 'U-33(3)',
  },
  {
    name: 'a resolver on port 53 is no BIND',
    host: ubuntu22,
    commands: {
      ...runs('systemd-resolved.service'),
      listeners: { stdout: 'udp UNCONN 0 0 127.0.0.53%lo:53 0.0.0.0:*\n' },
    },
    expect: 'notApplicable',
    trap: 'U-33(1)',
  },
  {
    name: 'an image that would start it',
    host: image(debian12),
    files: {
      '/lib/systemd/system/named.service': '',
      '/etc/systemd/system/multi-user.target.wants/named.service': { linkTarget: '/lib/systemd/system/named.service' },
    },
    expect: 'manual',
  },
  { name: 'services that cannot be seen', host: rocky9, files: { '/etc/inetd.conf': 'unreadable' }, expect: 'unknown' },
  {
    name: 'a site that fetches lists once a month',
    host: debian12,
    commands: { ...runs('named.service'), apt: { stdout: '' } },
    notes: [['lists-age-seconds', '1728000']],
    parameters: { freshDays: 31 },
    expect: 'pass',
  },
  ...(
    [
      ['rpcbind-1.2.6-7.el9.x86_64', 'pass'],
      ['bind-chroot-32:9.16.23-18.el9.x86_64', 'fail'],
      ['bind9.18-libs-32:9.18.29-1.el9.x86_64', 'fail'],
      ['bindfs-1.17-1.el9.x86_64', 'pass'],
    ] as const
  ).map(
    ([waits, expect]): HostCase => ({
      name: `${waits} waits`,
      host: rocky9,
      commands: { ...runs('named.service'), dnf: { stdout: `RHSA-2024:5524 Important/Sec. ${waits}\n` } },
      notes: fresh,
      expect,
    }),
  ),
];
