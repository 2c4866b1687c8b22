// Tests of the reader of postgresql.conf.
import { expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { pgArguments, pgBoolean, pgLast, pgPath, pgSettings } from './postgresql-config.ts';

const main = '/etc/postgresql/15/main/postgresql.conf';
function file(path: string, text: string): FileRecord {
  const lines = text.split('\n');
  return {
    kind: 'file',
    path,
    state: 'present',
    type: 'file',
    mode: 0o644,
    uid: 0,
    gid: 0,
    sizeBytes: text.length,
    linkTarget: '',
    lines,
  };
}
const value = (text: string, name: string, more: readonly FileRecord[] = []) =>
  pgLast(pgSettings(main, [file(main, text), ...more]), name);

it.each([
  ["listen_addresses = '*'", '*'],
  ["listen_addresses='localhost, 10.0.0.1' # here", 'localhost, 10.0.0.1'],
  ["Listen_Addresses 'a''b\\'c'", "a'b'c"],
  ['listen_addresses = *', '*'],
  ["#listen_addresses = '*'", undefined],
  ["listen_addresses = '*'\nlisten_addresses = ''", ''],
  ["listen_addresses'*'", '*'],
  ["listen_addresses = 'open", undefined],
])('%j', (text, expected) => {
  expect(value(text, 'listen_addresses')?.value).toBe(expected);
});

it('follows includes in their place, relative to the file that names them', () => {
  const more = [
    file('/etc/postgresql/15/main/conf.d/20.conf', 'port = 20'),
    file('/etc/postgresql/15/main/conf.d/10.conf', 'port = 10'),
    file('/etc/postgresql/15/main/conf.d/.30.conf', 'port = 30'),
    file('/etc/postgresql/15/main/conf.d/40.txt', 'port = 40'),
    file('/etc/shared.conf', 'port = 50'),
  ];
  expect(value("port = 1\ninclude_dir = 'conf.d'", 'port', more)?.source).toBe(
    '/etc/postgresql/15/main/conf.d/20.conf:1',
  );
  expect(value("include_dir 'conf.d'\nport = 1", 'port', more)?.value).toBe('1');
  expect(value("include '../../../shared.conf'", 'port', more)?.value).toBe('50');
  expect(value("port = 1\ninclude_if_exists 'none.conf'", 'port', more)?.value).toBe('1');
});

it('ends in a file that includes itself', () => {
  expect(value("port = 1\ninclude 'postgresql.conf'", 'port')?.value).toBe('1');
});

it('answers a long line of blanks at once', () => {
  expect(value(`port${' '.repeat(200000)}`, 'port')).toBeUndefined();
});

it('reads arguments', () => {
  const said = pgArguments(
    ['postgres', '-D', '/data', '-p5433', '-c', 'config_file=/x.conf', '--hba-file=/y', '-i', '-h', '::1'],
    'pid 1',
  );
  expect(said.map((one) => `${one.name}=${one.value}`)).toEqual([
    'data_directory=/data',
    'port=5433',
    'config_file=/x.conf',
    'hba_file=/y',
    'listen_addresses=*',
    'listen_addresses=::1',
  ]);
});

it.each<[string, boolean | null]>([
  ['on', true],
  ['TRUE', true],
  ['t', true],
  ['1', true],
  ['off', false],
  ['f', false],
  ['0', false],
  ['o', null],
  ['maybe', null],
  ['', null],
])('%j is %s', (text, expected) => {
  expect(pgBoolean(text)).toBe(expected);
});

it('takes paths as they lie', () => {
  expect(pgPath('/a/b/c.conf', '../d/./e')).toBe('/a/d/e');
  expect(pgPath('/a/b/c.conf', '/x')).toBe('/x');
});
