// Cases of dns.dynamic-update.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky9, ubuntu24 } from '../hosts.ts';
import { wholeEvidence } from '../whole-evidence.ts';

const on = {
  units: { stdout: 'named.service loaded active running\n' },
  'unit-files': { stdout: 'named.service enabled\n' },
};
const limited = 'none, keys or named addresses';
const zone = (body: string) => `zone "example.com" { type primary; file "x"; ${body} };\n`;
const conf = (text: string) => ({ files: { '/etc/named.conf': text }, commands: on });

export const dynamicUpdateCases: readonly HostCase[] = [
  {
    name: 'unset means none',
    host: rocky9,
    ...conf(zone('')),
    expect: 'pass',
    because: 'unset: none',
    trap: 'U-51/2026(1)',
  },
  { name: 'none', host: al2023, ...conf(zone('allow-update { none; };')), expect: 'pass' },
  { name: 'anybody', host: rocky9, ...conf(zone('allow-update { any; };')), expect: 'fail', because: 'example.com' },
  {
    name: 'anybody for every zone',
    host: ubuntu24,
    ...conf(`options { allow-update { any; }; };\n${zone('')}`),
    expect: 'fail',
  },
  {
    name: 'anybody through ACLs',
    host: ubuntu24,
    ...conf(`acl a { b; }; acl b { any; };\n${zone('allow-update { a; };')}`),
    expect: 'fail',
    trap: 'U-51/2026(3)',
  },
  {
    name: 'an address is enough for the guide, and the reason warns',
    host: rocky9,
    ...conf(zone('allow-update { 10.0.0.5; };')),
    expect: 'pass',
    because: 'forged',
    trap: 'U-51/2026(2)',
  },
  {
    name: 'a policy with a key',
    host: debian12,
    ...conf(zone('update-policy { grant k zonesub any; };')),
    expect: 'pass',
  },
  { name: 'no DNS server', host: debian12, expect: 'notApplicable' },
  {
    name: 'an image is parsed',
    host: image(debian12),
    files: {
      '/etc/bind/named.conf': zone('allow-update { any; };'),
      '/lib/systemd/system/bind9.service': '',
      '/etc/systemd/system/multi-user.target.wants/bind9.service': { linkTarget: '/lib/systemd/system/bind9.service' },
    },
    expect: 'fail',
  },
  { name: 'on, but its configuration is elsewhere', host: rocky9, files: {}, commands: on, expect: 'manual' },
  {
    name: 'a file that cannot be read',
    host: rocky9,
    files: { '/etc/named.conf': 'unreadable' },
    commands: on,
    expect: 'unknown',
  },
  {
    name: 'zones of every kind: every proof, the open ones first',
    host: rocky9,
    ...conf(
      zone('') +
        'zone "policy.example" { type primary;\n update-policy { grant k zonesub any; };\n};\n' +
        'zone "open.example" { type primary; allow-update { any; }; };\n',
    ),
    expect: 'fail',
    because: wholeEvidence(
      ['/etc/named.conf (parsed)', '3 zones held'],
      ['/etc/named.conf:5', 'zone open.example: allow-update { any; }', limited],
      ['/etc/named.conf:1', 'zone example.com: allow-update unset: none', limited],
      ['/etc/named.conf:3', 'zone policy.example: update-policy', limited],
    ),
  },
  ...(
    [
      ['key "host1.example";', 'dynamic updates are off or limited'],
      ['key k; 10.0.0.5;', 'limited by address'],
      ['!10.0.0.5; key k;', 'limited by address'],
      ['! 10.0.0.5; key k;', 'limited by address'],
      ['2001:db8::5;', 'limited by address'],
      ['::1;', 'limited by address'],
    ] as const
  ).map(
    ([list, because]): HostCase => ({
      name: `for ${list}`,
      host: rocky9,
      ...conf(zone(`allow-update { ${list} };`)),
      expect: 'pass',
      because,
    }),
  ),
  {
    name: 'one zone of two by address',
    host: rocky9,
    ...conf(`${zone('')}zone "b.example" { type primary; allow-update { 10.0.0.5; }; };\n`),
    expect: 'pass',
    because: 'limited by address',
  },
];
