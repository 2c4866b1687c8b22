// The configuration of BIND: its own word first, else its files with all that they include, else none.
import { describe, expect, it } from 'vitest';
import { namedConfig } from './named-config.ts';
import { factOf, faultOf, file, gone, hidden, said } from './testing/records.ts';

type Told = Parameters<typeof factOf>[1][];
const names = (...records: Told) => {
  const { statements, source } = factOf(namedConfig, ...records);
  return [source, ...(statements ?? ['none']).map((one) => (typeof one === 'string' ? one : one.words.join(' ')))];
};
const main = file('/etc/named.conf', 'options { recursion no; };\ninclude "/etc/named.zones";');
const zones = file('/etc/named.zones', 'zone "a" { type master; };');

describe('the version', () => {
  it.each([
    ['BIND 9.18.28-0ubuntu0.22.04.1-Ubuntu (Extended Support Version) <id:>', '9.18.28'],
    ['BIND 9.20 <id:>', '9.20'],
    ['BIND 10.12.345 <id:>', '10.12.345'],
    ['x\nBIND\n9.16.23-RH', '9.16.23'],
    ['named 9.18.28', ''],
    ['BIND x.18', ''],
    ['', ''],
  ])('of %j is %j', (answer, version) => expect(factOf(namedConfig, said('version', answer)).version).toBe(version));

  it('is not known where nobody was asked', () => expect(factOf(namedConfig).version).toBe(''));
});

it('is what named-checkconf says, whatever the files are', () => {
  const answer = said('checkconf', 'options {\n\trecursion no;\n};\nzone "b" {\n\ttype master;\n};');
  const whole = ['named-checkconf -px', 'options', 'zone b'];
  expect(names(answer, main)).toEqual(whole);
  expect(names(answer, hidden('/etc/named.conf'))).toEqual(whole);
});

it.each<[string, Told]>([
  ['failed', [said('checkconf', 'options { };', { exitCode: 1 })]],
  ['said nothing', [said('checkconf', '')]],
  ['named a file that nobody has', [said('checkconf', 'include "/gone";')]],
])('is that of its files where named-checkconf %s', (_why, records) => {
  expect(names(...records, main, zones)).toEqual(['/etc/named.conf (parsed)', 'options', 'zone a']);
});

it('is the first main file that is there', () => {
  const mains = ['/etc/bind/named.conf', '/etc/named.conf', '/var/named/chroot/etc/named.conf'];
  for (const first of mains.keys())
    expect(names(...mains.map((path, at) => (at < first ? gone(path) : file(path))))[0]).toBe(
      `${mains[first]} (parsed)`,
    );
  expect(names(...mains.map(gone))).toEqual([mains.join(', '), 'none']);
});

it('is not told where a part is hidden or was not read', () => {
  expect(faultOf(namedConfig, main)).toBe('/etc/named.zones is included and was not read');
  for (const path of ['/etc/named.zones', '/etc/bind/named.conf', '/var/named/chroot/etc/x'])
    expect(faultOf(namedConfig, main, hidden(path))).toBe(`${path} could not be read`);
  expect(faultOf(namedConfig, main, zones, hidden('/etc/other'), file('/etc/bind/x'))).toBeNull();
});
