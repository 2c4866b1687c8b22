// named.conf: comments, includes, views and address-match lists.
import { expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { matchesAnybody, namedAcls, namedList, namedStatement, namedStatements, namedZones } from './named-config.ts';

const file = (path: string, text: string): FileRecord => ({
  kind: 'file',
  path,
  state: 'present',
  type: 'file',
  mode: 0o644,
  uid: 0,
  gid: 0,
  sizeBytes: text.length,
  linkTarget: '',
  lines: text.split('\n'),
});
const parse = (text: string, more: readonly FileRecord[] = []) => {
  const found = namedStatements('/n', [file('/n', text), ...more]);
  if ('missing' in found) throw new Error(`missing ${found.missing}`);
  return found;
};

it('reads statements, and none of a comment of three kinds', () => {
  const [options] = parse(
    '// a { b; };\n/* options {\n x; }; */\n# y;\noptions {\n  listen-on port 53 { 10.0.0.0/8; !any; };\n};',
  );
  expect(options?.source).toBe('/n:5');
  const listen = namedStatement(options?.block ?? [], 'listen-on');
  expect(listen?.words).toEqual(['listen-on', 'port', '53']);
  expect(namedList(listen?.block ?? [])).toBe('10.0.0.0/8; !any;');
});

it('follows includes, where they stand, and says which is missing', () => {
  const found = parse('include "/z";\nzone "b" { type hint; };', [file('/z', 'zone "a" IN { type master; };')]);
  expect(namedZones(found).map(({ name, kind, source }) => [name, kind, source])).toEqual([
    ['a', 'master', '/z:1'],
    ['b', 'hint', '/n:2'],
  ]);
  expect(namedStatements('/n', [file('/n', 'include "/gone";')])).toEqual({ missing: '/gone' });
});

it('reads words, strings and blocks as they stand', () => {
  const shown = (text: string) =>
    parse(text).map(({ words, block, source }) => [words, block && namedList(block), source]);
  expect(shown('a "# b" 10.0.0.0/8 /var/x; /* c\n */ d // e\n#f;\n g; "}" ";"; /* never closed; h;')).toEqual([
    [['a', '# b', '10.0.0.0/8', '/var/x'], null, '/n:1'],
    [['d', 'g'], null, '/n:2'],
    [['}', ';'], null, '/n:4'],
  ]);
  expect(shown(';\n{ a };\nx\n{ { b; !c; }; key "k" };;\nd')).toEqual([
    [[], 'a;', '/n:2'],
    [['x'], '{ b; !c; }; key k;', '/n:3'],
    [['d'], null, '/n:5'],
  ]);
  expect(shown('x { };')).toEqual([[['x'], '', '/n:1']]);
});

it('includes a file in each place that asks for it, and in itself not', () => {
  const snippet = file('/s', 'allow-transfer { none; };\ninclude "/s";');
  const zones = namedZones(
    parse('{ x; };\nzone "a" { include "/s"; };\nzone "b" { type Primary; include "/s"; };', [snippet]),
  );
  expect(zones.map(({ name, kind, scopes }) => [name, kind, scopes[0]?.map(({ words }) => words[0])])).toEqual([
    ['a', '', ['allow-transfer']],
    ['b', 'primary', ['type', 'allow-transfer']],
  ]);
  expect(namedStatements('/n', [file('/n', 'x { include "/gone"; };')])).toEqual({ missing: '/gone' });
  expect(namedStatements('/n', [file('/n', 'include "/s";'), { ...snippet, state: 'absent' }])).toEqual({
    missing: '/s',
  });
  expect(namedStatements('/n', [file('/n', 'include "/s";'), { ...snippet, type: 'dir' }])).toEqual({ missing: '/s' });
  expect(parse('include;\nInclude "/gone";').map(({ words }) => words)).toEqual([['include'], ['Include', '/gone']]);
});

it('reads a thousand files and no more', () => {
  const many = (count: number) => namedStatements('/n', [file('/n', 'include "/s";'.repeat(count)), file('/s', 'x;')]);
  expect(many(999)).toHaveLength(999);
  expect(many(1000)).toEqual({ missing: '/s' });
});

it('knows what is no zone, no view and no ACL', () => {
  const found = parse(
    '{ x; };\nzone "none";\nview "none";\nother { zone "none" { type hint; }; };\nacl "none";\nACL "Friends" { any; };\nzone { };\nVIEW v { zone "z" { type; }; };',
  );
  expect(namedZones(found).map(({ name, kind, source, scopes }) => [name, kind, source, scopes.length])).toEqual([
    ['', '', '/n:7', 2],
    ['z', '', '/n:8', 3],
  ]);
  expect([...namedAcls(found).keys()]).toEqual(['friends']);
  expect(namedZones(parse('zone "z" { };'))[0]?.scopes).toEqual([[], []]);
  expect([...namedAcls(parse('acl { x; };')).keys()]).toEqual(['']);
});

it('follows ten ACLs into one another, and no circle', () => {
  const acls = (count: number) =>
    Array.from({ length: count }, (_, at) => `acl a${at} { ${at === count - 1 ? 'any' : `a${at + 1}`}; };`).join('');
  const open = (text: string) => {
    const found = parse(`${text} x { a0; };`);
    return matchesAnybody(namedStatement(found, 'x')?.block ?? [], namedAcls(found));
  };
  expect(open(acls(10))).toBe(true);
  expect(open(acls(11))).toBe(false);
  expect(open('acl a0 { a1; }; acl a1 { a0; };')).toBe(false);
});

it('looks from zone to view to options', () => {
  const [zone] = namedZones(parse('options { a 1; };\nview "v" { b 2; zone "z" { type primary; }; };'));
  expect(zone?.scopes.map((scope) => scope.map((one) => one.words[0]))).toEqual([['type'], ['b', 'zone'], ['a']]);
});

it.each([
  ['any;', true],
  ['none;', false],
  ['10.0.0.1; any;', true],
  ['!any; any;', false],
  ['! any; any;', false],
  ['none; any;', false],
  ['everyone;', true],
  ['friends;', false],
  ['{ 10.0.0.1; any; };', true],
  ['0.0.0.0/0;', true],
  ['!10.0.0.1; any;', true],
  ['key "k";', false],
  ['ANY;', true],
  ['! { any; }; any;', false],
  ['!none; any;', true],
  ['0/0;', true],
  ['::/0;', true],
  ['10.0.0.0/0;', false],
  ['many; anyone; 0.0.0.0/08;', false],
  ['', false],
])('{ %s } lets anybody in: %s', (list, open) => {
  const found = parse(`acl everyone { all2; }; acl all2 { any; }; acl "friends" { 10.1.1.1; };\nx { ${list} };`);
  expect(matchesAnybody(namedStatement(found, 'x')?.block ?? [], namedAcls(found))).toBe(open);
});
