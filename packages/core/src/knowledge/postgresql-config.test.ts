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

it('gives what is set and nothing else', () => {
  const folder: FileRecord = { ...file('/etc/postgresql/15/main/dir', 'port = 9'), type: 'dir' };
  const text =
    "a = 1\n  B.c  'x\\yz' # d\ninclude_if_exists 'none'\ninclude 'dir'\nlong_name=long_value#x\n= 3\n\n1a = 2";
  expect(pgSettings(main, [file(main, text), folder])).toEqual([
    { name: 'a', value: '1', source: `${main}:1` },
    { name: 'b.c', value: 'xyz', source: `${main}:2` },
    { name: 'long_name', value: 'long_value', source: `${main}:5` },
  ]);
  expect(pgSettings('/none', [])).toEqual([]);
  expect(value('port = 1\nport = 2\nuser = 3', 'port')?.value).toBe('2');
});

it('follows ten includes into one another, and a folder’s own files alone', () => {
  const chain = (length: number) =>
    Array.from({ length }, (_, at) => file(`/c/${at}`, at === length - 1 ? 'port = 1' : `include '${at + 1}'`));
  expect(pgSettings('/m', [file('/m', "include '/c/0'"), ...chain(10)])).toHaveLength(1);
  expect(pgSettings('/m', [file('/m', "include '/c/0'"), ...chain(11)])).toEqual([]);
  const names = ['/d/one.conf', '/d/sub/x.conf', '/d/one.conf.bak', '/d/.x.conf', '/e/x.conf', '/d/ab.conf'];
  const found = pgSettings('/m', [file('/m', "include_dir '/d//'"), ...names.map((name) => file(name, 'port = 1'))]);
  expect(found.map(({ source }) => source)).toEqual(['/d/ab.conf:1', '/d/one.conf:1']);
  const circle = [file('/m', "include_dir '/d'"), file('/d/a.conf', "include_dir '/d'\nport = 1")];
  expect(pgSettings('/m', circle)).toHaveLength(10);
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

it('takes nothing for an argument that is none', () => {
  expect(
    pgArguments(['a=b', '-k', '/run', '-c', '1a=b', '--c-d=e=f', '--=x', '-D', 'g=h', '-x', 'i=j', '-p'], 's').map(
      (one) => `${one.name}=${one.value}`,
    ),
  ).toEqual(['unix_socket_directories=/run', 'c_d=e=f', 'data_directory=g=h', 'port=']);
});

it.each<[string, boolean | null]>([
  [' on ', true],
  ['y', true],
  ['no', false],
  ['n', false],
  ['of', false],
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
