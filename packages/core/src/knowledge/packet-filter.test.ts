// Tests of the readers of packet filters and of the TCP wrappers.
import { describe, expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { parseRecords } from '../records.ts';
import type { PacketFilter } from './packet-filter.ts';
import { firewalldFilter, iptablesFilter, nftablesFilter, ufwFilter } from './packet-filter.ts';
import { wrapperDenial, wrapperRules } from './tcp-wrappers.ts';

const brief = (filter: PacketFilter | null): string =>
  filter ? `${filter.denies ? 'denies' : 'accepts'}; ${filter.openToAll.join(', ')}` : 'none';

it.each([
  ['-P INPUT ACCEPT', 'accepts; all'],
  ['-P INPUT DROP\n-A INPUT -i lo -j ACCEPT\n-A INPUT -s 10.0.0.0/8 -p tcp --dport 22 -j ACCEPT', 'denies; '],
  ['-P INPUT DROP\n-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT', 'denies; -p tcp -m tcp --dport 22'],
  ['-P INPUT DROP\n-A INPUT -j ACCEPT', 'accepts; all'],
  [
    '-P INPUT ACCEPT\n-A INPUT -m state --state RELATED,ESTABLISHED -j ACCEPT\n-A INPUT -j REJECT --reject-with icmp-host-prohibited',
    'denies; ',
  ],
  [':INPUT DROP [0:0]\n:FORWARD ACCEPT [0:0]', 'denies; '],
  ['-P INPUT ACCEPT\n-A INPUT -p tcp -m multiport --dports 22 -j f2b-sshd\n-A INPUT -j KUBE-FIREWALL', 'accepts; all'],
])('iptables %j', (text, expected) => {
  expect(brief(iptablesFilter(text.split('\n')))).toBe(expected);
});

const chain = (policy: string, rules: string, hook = 'input', family = 'inet'): string[] =>
  `table ${family} filter {\n\tchain x {\n\t\ttype filter hook ${hook} priority filter; policy ${policy};\n${rules}\n\t}\n}`.split(
    '\n',
  );

describe('nftables', () => {
  it.each([
    ['accept', '', 'accepts; all'],
    [
      'drop',
      'iifname "lo" accept\nct state established,related accept\nip saddr 10.0.0.0/8 tcp dport 22 counter packets 1 bytes 2 accept',
      'denies; ',
    ],
    ['drop', 'tcp dport { 22, 443 } accept', 'denies; tcp dport { 22, 443 }'],
    ['accept', 'tcp dport 443 accept\ncounter packets 0 bytes 0 drop', 'denies; tcp dport 443'],
    ['accept', 'log prefix "no: " reject with icmpx admin-prohibited', 'denies; '],
    ['drop', 'accept', 'accepts; all'],
    ['drop', 'ip saddr 10.0.0.0/8 tcp dport {\n22,\n443 } accept', 'denies; '],
    ['drop', 'tcp dport { 443,\n8443 } accept', 'denies; tcp dport { 443, 8443 }'],
  ])('policy %s, %j', (policy, rules, expected) => {
    expect(brief(nftablesFilter(chain(policy, rules)))).toBe(expected);
  });
  it('looks at input alone, and at IPv4', () => {
    expect(nftablesFilter(chain('drop', '', 'forward'))).toBeNull();
    expect(nftablesFilter(chain('drop', '', 'input', 'ip6'))).toBeNull();
  });
});

it('knows whether IPv6 is bound too', () => {
  expect(nftablesFilter(chain('drop', ''))?.deniesIpv6).toBe(true);
  expect(nftablesFilter(chain('drop', '', 'input', 'ip'))?.deniesIpv6).toBe(false);
  expect(nftablesFilter([...chain('drop', '', 'input', 'ip'), ...chain('drop', '', 'input', 'ip6')])?.deniesIpv6).toBe(
    true,
  );
  expect(iptablesFilter(['-P INPUT DROP'])?.deniesIpv6).toBe(false);
  expect(iptablesFilter(['-P INPUT DROP'], ['-P INPUT DROP'])?.deniesIpv6).toBe(true);
});

it('firewalld: the bound zones decide', () => {
  const zone = (target: string): string[] => [
    'public (active)',
    `  target: ${target}`,
    '  interfaces: eth0',
    '  sources: ',
    '  services: ssh cockpit',
    '  ports: 8080/tcp',
    'trusted',
    '  target: ACCEPT',
    '  interfaces: ',
  ];
  expect(brief(firewalldFilter(zone('default'), 'public'))).toBe('denies; ssh, cockpit, 8080/tcp');
  expect(brief(firewalldFilter(zone('ACCEPT'), 'public'))).toBe('accepts; all');
  expect(brief(firewalldFilter(zone('default'), 'trusted'))).toBe('accepts; all');
});

it('ufw: the default and the rules for Anywhere', () => {
  const rules = (more: string): string[] =>
    `Status: active\nDefault: deny (incoming), allow (outgoing), disabled (routed)\n${more}`.split('\n');
  expect(brief(ufwFilter(rules('22/tcp                     ALLOW IN    10.0.0.0/8')))).toBe('denies; ');
  expect(brief(ufwFilter(rules('22/tcp (OpenSSH)           LIMIT IN    Anywhere')))).toBe('denies; 22/tcp (OpenSSH)');
  expect(brief(ufwFilter(rules('Anywhere                   ALLOW IN    Anywhere')))).toBe('accepts; all');
  expect(ufwFilter(['Status: inactive'])).toBeNull();
});

describe('TCP wrappers', () => {
  const file = (path: string, text: string): FileRecord =>
    parseRecords(
      `#file\t${path}\tpresent\tfile\t644\t0\t0\t1\t\n${text
        .split('\n')
        .map((line) => `|${line}\n`)
        .join('')}`,
    )[0] as FileRecord;
  const denial = (allow: string, deny: string): string | undefined =>
    wrapperDenial(wrapperRules(file('/etc/hosts.allow', allow), file('/etc/hosts.deny', deny)), 'sshd')?.text;
  it.each([
    ['sshd: 10.0.0.0/8', 'ALL: ALL', 'ALL: ALL'],
    ['sshd: ALL', 'ALL: ALL', undefined],
    ['', '# ALL: ALL', undefined],
    ['', 'vsftpd: ALL', undefined],
    ['', 'sshd : ALL EXCEPT 10.', 'sshd : ALL EXCEPT 10.'],
    ['sshd: 10.0.0.0/8\nsshd: ALL: deny', '', 'sshd: ALL: deny'],
    ['sshd: [fd00::]/8 : allow', 'ALL:ALL', 'ALL:ALL'],
  ])('allow %j, deny %j', (allow, deny, expected) => {
    expect(denial(allow, deny)).toBe(expected);
  });
});
