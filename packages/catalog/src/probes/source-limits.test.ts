// What bounds who may connect: packet filters by their own word or by the files of an image, and the wrappers; a filter that did not answer is no filter that lets all in.
import { describe, expect, it } from 'vitest';
import { sourceLimits } from './source-limits.ts';
import { factOf, faultOf, file, hidden, note, said } from './testing/records.ts';

type Told = Parameters<typeof factOf>[1][];
const tools = (...records: Told) =>
  factOf(sourceLimits, ...records).filters.map(({ tool, denies, deniesIpv6 }) => `${tool} ${denies} ${deniesIpv6}`);
const drop = '-P INPUT DROP';
const nft = (family = 'inet') =>
  `table ${family} filter {\nchain input {\ntype filter hook input priority 0; policy drop;\n}\n}`;
const zones =
  'public (active)\n  target: default\n  interfaces: eth0\n  services: ssh\n\nwork\n  target: ACCEPT\n  interfaces: ';

it('does not guess where a file is hidden', () => {
  expect(faultOf(sourceLimits, hidden('/etc/hosts.deny'))).toBe('/etc/hosts.deny could not be read');
});

describe('a filter that did not answer', () => {
  it.each([
    'ufw',
    'firewalld-default',
    'firewalld-zones',
    'nft',
    'iptables',
    'ip6tables',
    'iptables-legacy',
    'ip6tables-legacy',
  ])('%s leaves all unknown', (label) => {
    const refused = said(label, '', { exitCode: 4, stderr: ['x'.repeat(200), 'more'] });
    expect(faultOf(sourceLimits, refused)).toBe(`${label} did not answer (exit code 4): ${'x'.repeat(120)}`);
    expect(faultOf(sourceLimits, said(label, '', { exitCode: 1 }))).toBe(`${label} did not answer (exit code 1): `);
  });

  it('is none where firewalld does not run, or it was no filter that was asked', () => {
    expect(faultOf(sourceLimits, said('firewalld-state', 'not running', { exitCode: 252 }))).toBeNull();
    for (const label of ['sshd-T', 'my-ufw', 'nftables', 'iptables-save', 'iptables-legacy-x', 'xnft', 'ufw-x'])
      expect(faultOf(sourceLimits, said(label, '', { exitCode: 1 }))).toBeNull();
  });
});

it('says how each filter was asked', () => {
  const fact = factOf(
    sourceLimits,
    said('firewalld-state', 'not running', { exitCode: 252 }),
    file('/etc/hosts.allow'),
    said('sshd-T', ''),
    said('iptables-legacy', drop),
    note('nft', 'not-loaded'),
    note('nft'),
  );
  expect(fact.asked).toEqual([
    'firewalld-state: exit code 252',
    'iptables-legacy: exit code 0',
    'nft: not-loaded',
    'nft: ',
  ]);
});

describe('filters that answer', () => {
  it('are told by their tool', () => {
    expect(tools()).toEqual([]);
    expect(tools(said('nft', nft()))).toEqual(['nftables true true']);
    expect(tools(said('iptables', drop))).toEqual(['iptables true false']);
    expect(tools(said('iptables', drop), said('ip6tables', drop))).toEqual(['iptables true true']);
    expect(tools(said('iptables', drop), said('ip6tables-legacy', drop))).toEqual(['iptables true false']);
    expect(tools(said('iptables-legacy', drop), said('ip6tables-legacy', drop))).toEqual(['iptables true true']);
    expect(tools(said('nft', nft()), said('iptables-legacy', drop))).toEqual([
      'nftables true true',
      'iptables true false',
    ]);
  });

  it('are those of ufw or firewalld where these write the rules', () => {
    const ufw = said('ufw', 'Status: active\nDefault: deny (incoming), allow (outgoing), disabled (routed)');
    expect(tools(ufw, said('nft', nft())).map((one) => one.split(' ')[0])).toEqual(['ufw']);
    const firewalld = [said('firewalld-default', ' public \n'), said('firewalld-zones', zones), said('nft', nft())];
    expect(tools(...firewalld).map((one) => one.split(' ')[0])).toEqual(['firewalld']);
    const opened = (...records: Told) => factOf(sourceLimits, said('firewalld-zones', zones), ...records).filters[0];
    expect(opened(said('firewalld-default', '  work  '))?.openToAll).not.toEqual(opened()?.openToAll);
    expect(opened(said('firewalld-default', ''))).toEqual(opened());
    const named = zones.replace('work', 'Stryker was here!');
    expect(factOf(sourceLimits, said('firewalld-zones', named)).filters[0]).toEqual(opened());
  });
});

it.each([
  ['/etc/nftables.conf', nft()],
  ['/etc/sysconfig/nftables.conf', nft()],
  ['/etc/sysconfig/iptables', ':INPUT DROP [0:0]'],
  ['/etc/iptables/rules.v4', ':INPUT DROP [0:0]'],
])('an image has the filter of %s', (path, text) => {
  const [filter, ...others] = factOf(sourceLimits, file(path, text)).filters;
  expect(others).toEqual([]);
  expect(filter).toMatchObject({ denies: true });
  expect(filter?.said[0]).toBe(path);
  expect(factOf(sourceLimits, file(path, '# nothing')).filters).toEqual([]);
});

it('knows of addresses, of wrappers and of their rules', () => {
  expect(factOf(sourceLimits)).toMatchObject({ ipv6: false, wrapped: false, rules: [] });
  const fact = factOf(
    sourceLimits,
    note('ipv6-global', 'yes'),
    note('sshd-wrapped', '/usr/sbin/sshd'),
    file('/etc/hosts.allow', 'sshd: 10.0.0.0/8'),
    file('/etc/hosts.deny', 'ALL: ALL'),
  );
  expect(fact).toMatchObject({ ipv6: true, wrapped: true });
  expect(fact.rules).toHaveLength(2);
});
