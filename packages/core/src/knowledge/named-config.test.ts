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
  ['', false],
])('{ %s } lets anybody in: %s', (list, open) => {
  const found = parse(`acl everyone { all2; }; acl all2 { any; }; acl "friends" { 10.1.1.1; };\nx { ${list} };`);
  expect(matchesAnybody(namedStatement(found, 'x')?.block ?? [], namedAcls(found))).toBe(open);
});
