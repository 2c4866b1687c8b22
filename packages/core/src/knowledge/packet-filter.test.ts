// Tests of the readers of packet filters and of the TCP wrappers.
import { describe, expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { parseRecords } from '../records.ts';
import type { PacketFilter } from './packet-filter.ts';
import { firewalldFilter, iptablesFilter, nftablesFilter, ufwFilter } from './packet-filter.ts';
import { wrapperDenial, wrapperRules } from './tcp-wrappers.ts';

const brief = (filter: PacketFilter | null): string =>
  filter ? `${filter.denies ? 'denies' : 'accepts'}; ${filter.openToAll.join(', ')}` : 'none';

describe('iptables', () => {
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
    ['  :INPUT DROP [0:0]', 'denies; '],
    [
      '-P INPUT ACCEPT\n-A INPUT -p tcp -m multiport --dports 22 -j f2b-sshd\n-A INPUT -j KUBE-FIREWALL',
      'accepts; all',
    ],
    // What ends nothing lets the next rules be reached; what ends all does not.
    ['-P INPUT DROP\n-A INPUT -j LOG\n-A INPUT -p udp -j ACCEPT', 'denies; -p udp'],
    ['-P INPUT ACCEPT\n-A INPUT -j DROP\n-A INPUT -p tcp --dport 22 -j ACCEPT', 'denies; '],
    ['-P INPUT ACCEPT\n-A INPUT -p tcp --dport 23 -j DROP\n-A INPUT -j DROPLOG', 'accepts; all'],
    ['-P INPUT DROP\n-A INPUT -p tcp --dport 23 -j DROP\n-A INPUT -p udp -j UNDROP', 'denies; '],
    // Comments.
    ['-P INPUT ACCEPT\n-A INPUT -p tcp -m comment --comment "-P INPUT DROP" -j ACCEPT', 'accepts; all'],
    [
      '-P INPUT DROP\n-A INPUT -p tcp -m comment --comment "x -j DROP y" --dport 22 -j ACCEPT',
      'denies; -p tcp --dport 22',
    ],
    ['-P INPUT DROP\n-A INPUT -p tcp -m comment --comment ssh --dport 22 -j ACCEPT', 'denies; -p tcp --dport 22'],
    ['-P INPUT ACCEPT\n-A INPUT -m comment --comment "the rest" -j DROP', 'denies; '],
    // Sources.
    ['-P INPUT DROP\n-A INPUT ! -s 10.0.0.1/32 -p udp -j ACCEPT', 'denies; ! -s 10.0.0.1/32 -p udp'],
    ['-P INPUT DROP\n-A INPUT -p udp ! -s 10.0.0.1/32 -j ACCEPT', 'denies; -p udp ! -s 10.0.0.1/32'],
    ['-P INPUT DROP\n-A INPUT -s 0.0.0.0/0 -p udp -j ACCEPT', 'denies; -s 0.0.0.0/0 -p udp'],
    ['-P INPUT DROP\n-A INPUT -m set --match-set office src -j ACCEPT', 'denies; '],
    ['-P INPUT DROP\n-A INPUT -m set --match-set ports dst -j ACCEPT', 'denies; -m set --match-set ports dst'],
    ['-P INPUT DROP\n-A INPUT -m iprange --src-range 10.0.0.1-10.0.0.9 -j ACCEPT', 'denies; '],
    // Known connections, unless new ones are among them.
    ['-P INPUT DROP\n-A INPUT -m conntrack --ctstate UNTRACKED,ESTABLISHED -j ACCEPT', 'denies; '],
    ['-P INPUT DROP\n-A INPUT -m state --state INVALID,RELATED -j ACCEPT', 'denies; '],
    [
      '-P INPUT DROP\n-A INPUT -m state --state NEW,RELATED,ESTABLISHED -j ACCEPT',
      'denies; -m state --state NEW,RELATED,ESTABLISHED',
    ],
    ['-P INPUT DROP\n-A INPUT -m state --state ESTABLISHED,NEW -j ACCEPT', 'denies; -m state --state ESTABLISHED,NEW'],
    ['-P INPUT DROP\n-A INPUT -i long0 -j ACCEPT', 'denies; -i long0'],
    ['-P INPUT DROP\n-A INPUT -p icmp -j ACCEPT\n-A INPUT -p ipv6-icmp -j ACCEPT', 'denies; '],
    // None.
    ['-P FORWARD DROP\n# -P INPUT DROP', 'none'],
    ['', 'none'],
  ])('%j', (text, expected) => {
    expect(brief(iptablesFilter(text.split('\n')))).toBe(expected);
  });
  it('shows the lines of the chain, at most twenty', () => {
    const lines = ['-P FORWARD DROP', '-P INPUT DROP', ...Array.from({ length: 30 }, () => '-A INPUT -j LOG')];
    const filter = iptablesFilter(lines);
    expect(filter?.said).toEqual(lines.slice(1, 21));
    expect(filter?.tool).toBe('iptables');
  });
});

const chain = (policy: string, rules: string, hook = 'input', family = 'inet'): string[] =>
  `table ${family} filter {\n\tchain input {\n\t\ttype filter hook ${hook} priority filter; policy ${policy};\n${rules}\n\t}\n}`.split(
    '\n',
  );

describe('nftables', () => {
  it.each([
    ['accept', '', 'accepts; all'],
    [
      'drop',
      'iifname "lo" accept\nct state established,related accept\nip saddr 10.0.0.0/8 tcp dport 22 counter packets 10 bytes 200 accept',
      'denies; ',
    ],
    ['drop', 'tcp dport { 22, 443 } accept', 'denies; tcp dport { 22, 443 }'],
    ['accept', 'tcp dport 443 accept\ncounter packets 0 bytes 0 drop', 'denies; tcp dport 443'],
    ['accept', 'log prefix "no: " reject with icmpx admin-prohibited', 'denies; '],
    ['drop', 'accept', 'accepts; all'],
    ['drop', 'ip saddr 10.0.0.0/8 tcp dport {\n22,\n443 } accept', 'denies; '],
    ['drop', 'tcp dport { 443,\n8443 } accept', 'denies; tcp dport { 443, 8443 }'],
    [
      'drop',
      'udp dport 1 drop\ntcp dport {\n443\n} accept\nudp dport 2 accept',
      'denies; tcp dport { 443 }, udp dport 2',
    ],
    ['drop', 'udp dport 1 drop\ntcp dport vmap {\n22 : accept\n}\ntcp dport 443 accept', 'denies; tcp dport 443'],
    // What is no condition.
    [
      'accept',
      'udp dport 53 counter accept # dns\ncounter packets 12 bytes 345 drop comment "all # of it"',
      'denies; udp dport 53',
    ],
    ['accept', 'log level info flags all drop\ntcp dport 22 accept', 'denies; '],
    ['accept', 'log prefix "a b" level debug counter drop', 'denies; '],
    ['accept', 'log drop# all', 'denies; '],
    ['accept', 'log\ncounter\ntcp dport 22 jump ssh', 'accepts; all'],
    ['drop', 'log\ntcp dport 22 accept comment "ssh"', 'denies; tcp dport 22'],
    ['drop', 'ip saddr @drop_list accept', 'denies; '],
    ['drop', 'tcp dport @drop_ports accept', 'denies; tcp dport @drop_ports'],
    // Who is bound.
    ['drop', 'iif lo accept\niif "lo" accept\niifname lo accept', 'denies; '],
    ['drop', 'iifname "long0" accept', 'denies; iifname "long0"'],
    ['drop', 'ip saddr != 10.0.0.1 udp dport 1 accept', 'denies; ip saddr != 10.0.0.1 udp dport 1'],
    ['drop', 'ip saddr 0.0.0.0/0 accept\nip6 saddr ::/0 accept', 'denies; ip saddr 0.0.0.0/0, ip6 saddr ::/0'],
    ['drop', 'ct state { related, established } accept', 'denies; '],
    ['drop', 'ct state established,new accept', 'denies; ct state established,new'],
    ['drop', 'ct state new tcp dport 22 accept', 'denies; ct state new tcp dport 22'],
    ['drop', 'meta l4proto ipv6-icmp accept\nicmp type echo-request accept\nip protocol icmp accept', 'denies; '],
  ])('policy %s, %j', (policy, rules, expected) => {
    expect(brief(nftablesFilter(chain(policy, rules)))).toBe(expected);
  });
  it('looks at input alone, and at IPv4', () => {
    expect(nftablesFilter(chain('drop', '', 'forward'))).toBeNull();
    expect(nftablesFilter(chain('drop', '', 'input', 'ip6'))).toBeNull();
    expect(brief(nftablesFilter(chain('drop', '', 'input', 'ip')))).toBe('denies; ');
    expect(brief(nftablesFilter([...chain('accept', ''), ...chain('drop', '')]))).toBe('denies; ');
    expect(nftablesFilter(chain('drop', 'accept comment "type filter hook input"', 'forward'))).toBeNull();
    expect(nftablesFilter(chain('drop', '').map((line) => line.replace('type filter', 'type nat')))).toBeNull();
  });
  it('takes comments for nothing, and shows the rules', () => {
    const rules = '# table ip6 x {\n# chain y {\n#\n\ntcp dport 22 accept\n}\n}\nno chain: drop';
    const filter = nftablesFilter(chain('drop', rules));
    expect(filter).toEqual({
      tool: 'nftables',
      denies: true,
      deniesIpv6: true,
      openToAll: ['tcp dport 22'],
      said: ['type filter hook input priority filter; policy drop;', 'tcp dport 22 accept'],
    });
    const open = chain('accept', 'tcp dport 22 accept\ndrop').map((line) => line.replace(/;$/, ''));
    expect(brief(nftablesFilter(open))).toBe('denies; tcp dport 22');
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
  expect(iptablesFilter(['-P INPUT DROP'], ['-P INPUT ACCEPT'])?.deniesIpv6).toBe(false);
});

describe('firewalld', () => {
  const zones = (target: string): string[] => [
    '',
    'public (default, active)',
    `  target: ${target}`,
    '  interfaces: eth0',
    '  sources: ',
    '  services: ssh  cockpit',
    '  ports: 8080/tcp',
    '  rich rules: ',
    '\trule family="ipv4" source address="10.0.0.0/8" accept',
    '',
    'trusted',
    '  target: ACCEPT',
    '  interfaces: ',
    'drop',
    '  target: DROP',
    '  interfaces: eth9',
    '  services: none',
    'internal (active)',
    '  target: default',
    '  interfaces: ',
    '  sources: 10.0.0.0/8',
    '  services: samba',
  ];
  const dmz = ['dmz (active)', '  target: default', '  interfaces: eth1', '  ports: 1/tcp 2/udp'];
  it('lets the bound zones decide', () => {
    expect(brief(firewalldFilter(zones('default'), 'public'))).toBe('denies; ssh, cockpit, 8080/tcp');
    expect(brief(firewalldFilter(zones('ACCEPT'), 'public'))).toBe('accepts; all');
    expect(brief(firewalldFilter(zones('default'), 'trusted'))).toBe('accepts; all');
    expect(brief(firewalldFilter([...zones('default'), ...dmz], 'public'))).toBe(
      'denies; ssh, cockpit, 8080/tcp, 1/tcp, 2/udp',
    );
    expect(firewalldFilter(['public', '  interfaces: '], 'home')).toBeNull();
  });
  it('shows what it found', () => {
    expect(firewalldFilter(zones('%%REJECT%%'), 'public')).toEqual({
      tool: 'firewalld',
      denies: true,
      deniesIpv6: true,
      openToAll: ['ssh', 'cockpit', '8080/tcp'],
      said: ['public: target: %%REJECT%%; interfaces: eth0; sources: ; services: ssh  cockpit; ports: 8080/tcp'],
    });
    expect(firewalldFilter(dmz, 'public')?.said).toEqual([
      'dmz: target: default; interfaces: eth1; sources: ; services: ; ports: 1/tcp 2/udp',
    ]);
    expect(firewalldFilter(zones('ACCEPT'), 'public')?.deniesIpv6).toBe(false);
  });
});

describe('ufw', () => {
  const rules = (more: string, incoming = 'deny'): string[] =>
    `Status: active\nLogging: on (low)\nDefault: ${incoming} (incoming), allow (outgoing), disabled (routed)\n${more}`.split(
      '\n',
    );
  it.each([
    ['22/tcp                     ALLOW IN    10.0.0.0/8', 'denies; '],
    ['22/tcp (OpenSSH)           LIMIT IN    Anywhere', 'denies; 22/tcp (OpenSSH)'],
    ['80/tcp                     ALLOW       Anywhere', 'denies; 80/tcp'],
    ['443/tcp                    DENY IN     Anywhere', 'denies; '],
    ['22/tcp (v6)                ALLOW IN    Anywhere (v6)', 'denies; '],
    ['Anywhere                   ALLOW IN    Anywhere', 'accepts; all'],
  ])('%s', (rule, expected) => {
    expect(brief(ufwFilter(rules(rule)))).toBe(expected);
    expect(brief(ufwFilter(rules(rule, 'reject')))).toBe(expected);
    expect(brief(ufwFilter(rules(`${rule}   # Default: deny (incoming)`, 'allow')))).toBe('accepts; all');
  });
  it('tells IPv6 apart, and shows what it found', () => {
    const all = rules('Anywhere (v6)              ALLOW IN    Anywhere (v6)');
    expect(ufwFilter(all)).toEqual({
      tool: 'ufw',
      denies: true,
      deniesIpv6: false,
      openToAll: [],
      said: [all[0], all[2], all[3]],
    });
    expect(ufwFilter(rules('Anywhere   ALLOW IN    Anywhere'))?.deniesIpv6).toBe(true);
    expect(ufwFilter(rules('', 'allow'))?.deniesIpv6).toBe(false);
  });
  it('is none where it is not active', () => {
    expect(ufwFilter(['Status: inactive'])).toBeNull();
  });
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
