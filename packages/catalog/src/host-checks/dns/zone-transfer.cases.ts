// Cases of dns.zone-transfer.
import type { HostCase } from '@bongsu/core';
import { al2, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { wholeEvidence } from '../whole-evidence.ts';

const on = {
  units: { stdout: 'named.service loaded active running\n' },
  'unit-files': { stdout: 'named.service enabled\n' },
};
const limited = 'allow-transfer of named hosts or keys, or none';
const zone = (body: string, name = 'example.com') => `zone "${name}" IN { type master; file "x"; ${body} };\n`;
const conf = (text: string) => ({ files: { '/etc/named.conf': text }, commands: on });

export const zoneTransferCases: readonly HostCase[] = [
  {
    name: 'named says so itself',
    host: rocky9,
    files: { '/etc/named.conf': 'wrong' },
    commands: {
      ...on,
      checkconf: { stdout: `options {\n\tallow-transfer { "none"; };\n};\n${zone('')}` },
      version: { stdout: 'BIND 9.16.23-RH (Extended Support Version)\n' },
    },
    expect: 'pass',
    because: 'named-checkconf',
  },
  { name: 'unset means any', host: al2, ...conf(zone('')), expect: 'fail', because: 'example.com', trap: 'U-34(1)' },
  { name: 'any by name', host: rocky9, ...conf(zone('allow-transfer { any; };')), expect: 'fail' },
  {
    name: 'a zone overrides options',
    host: rocky8,
    ...conf(`options { allow-transfer { none; }; };\n${zone('allow-transfer { any; };')}`),
    expect: 'fail',
    trap: 'U-34(2)',
  },
  {
    name: 'a view overrides options',
    host: rocky8,
    ...conf(`options { allow-transfer { any; }; };\nview "in" { allow-transfer { 10.0.0.2; }; ${zone('')} };`),
    expect: 'pass',
    trap: 'U-34(2)',
  },
  {
    name: 'a key, with its secret left on the host',
    host: rocky9,
    ...conf(`key "k" { algorithm hmac-sha256; secret "hidden"; };\n${zone('allow-transfer { key "k"; };')}`),
    expect: 'pass',
    because: 'key k',
    trap: 'U-34(4)',
  },
  {
    name: 'everybody through an ACL',
    host: rocky9,
    ...conf(`acl friends { 10.0.0.1; any; };\n${zone('allow-transfer { friends; };')}`),
    expect: 'fail',
  },
  {
    name: 'a commented setting is none',
    host: rocky9,
    ...conf(`options {\n // allow-transfer { none; };\n};\n${zone('')}`),
    expect: 'fail',
  },
  {
    name: 'Debian: included files hold the zones',
    host: debian12,
    files: {
      '/etc/bind/named.conf': 'include "/etc/bind/named.conf.options";\ninclude "/etc/bind/named.conf.local";\n',
      '/etc/bind/named.conf.options': 'options { directory "/var/cache/bind"; };\n',
      '/etc/bind/named.conf.local': zone(''),
    },
    commands: on,
    expect: 'fail',
    because: 'named.conf.local:1',
  },
  {
    name: 'a pure resolver',
    host: ubuntu22,
    ...conf('options { recursion yes; };\nzone "." { type hint; file "named.ca"; };\n'),
    expect: 'pass',
    because: 'resolver',
    trap: 'U-34(3)',
  },
  {
    name: 'a branch whose built-in is not known here',
    host: rocky9,
    files: { '/etc/named.conf': zone('') },
    commands: { ...on, version: { stdout: 'BIND 9.20.4 (Stable Release)\n' } },
    expect: 'manual',
    trap: 'U-34(1)',
  },
  { name: 'no DNS server', host: ubuntu22, files: { '/usr/sbin/named': 'absent' }, expect: 'notApplicable' },
  {
    name: 'an image is parsed',
    host: image(debian12),
    files: {
      '/etc/bind/named.conf': zone('allow-transfer { 10.0.0.2; };'),
      '/lib/systemd/system/named.service': '',
      '/etc/systemd/system/multi-user.target.wants/named.service': { linkTarget: '/lib/systemd/system/named.service' },
    },
    expect: 'pass',
  },
  {
    name: 'an include that was not read',
    host: debian12,
    files: { '/etc/bind/named.conf': 'include "/opt/zones.conf";\n' },
    commands: on,
    expect: 'unknown',
  },
  {
    name: 'a file that cannot be read',
    host: rocky9,
    files: { '/etc/named.conf': 'unreadable' },
    commands: on,
    expect: 'unknown',
  },
  {
    name: 'installed and off',
    host: rocky9,
    files: { '/usr/sbin/named': '' },
    commands: { units: {}, 'unit-files': { stdout: 'named.service disabled\n' } },
    expect: 'notApplicable',
    because: '/usr/sbin/named',
  },
  ...['primary', 'master', 'secondary', 'slave', 'mirror'].map(
    (kind): HostCase => ({
      name: `a zone of type ${kind} is held`,
      host: rocky9,
      ...conf(`zone "example.com" { type ${kind}; file "x"; };\n`),
      expect: 'fail',
      because: 'example.com',
    }),
  ),
  ...['forward', 'stub', 'static-stub', 'redirect'].map(
    (kind): HostCase => ({
      name: `a zone of type ${kind} is not`,
      host: rocky9,
      ...conf(`zone "example.com" { type ${kind}; };\n`),
      expect: 'pass',
      because: 'resolver',
    }),
  ),
  {
    name: 'zones of every kind: every proof, the open ones first',
    host: rocky9,
    ...conf(
      zone('allow-transfer { none; };', 'closed.example') +
        zone('', 'unset.example') +
        zone('allow-transfer { any; };', 'open.example'),
    ),
    expect: 'fail',
    because: wholeEvidence(
      ['/etc/named.conf (parsed)', '3 zones held'],
      ['/etc/named.conf:3', 'zone open.example: allow-transfer { any; }', limited],
      ['/etc/named.conf:2', 'zone unset.example: allow-transfer unset', limited],
      ['/etc/named.conf:1', 'zone closed.example: allow-transfer { none; }', limited],
    ),
  },
  {
    name: 'a statement without its list sets nothing',
    host: rocky9,
    ...conf(zone('allow-transfer;')),
    expect: 'fail',
    because: 'allow-transfer unset',
  },
  {
    name: 'the last branch whose built-in is any',
    host: rocky9,
    files: { '/etc/named.conf': zone('') },
    commands: { ...on, version: { stdout: 'BIND 9.18.29 (Extended Support Version)\n' } },
    expect: 'fail',
  },
];
