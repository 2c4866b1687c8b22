// Tests of the reader of MySQL's option files.
import { describe, expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { mysqlArguments, mysqlLast, mysqlOptions, mysqlOptionsWritten, mysqlSwitch } from './mysql-options.ts';

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
const read = (
  text: string,
  more: readonly FileRecord[] = [],
  product: 'MySQL' | 'MariaDB' = 'MySQL',
  version = '8.0.36',
  suffix = '',
) =>
  mysqlOptions({ mains: ['/etc/my.cnf'], product, version, suffix, files: [file('/etc/my.cnf', text), ...more] })
    .options;
const last = (options: ReturnType<typeof read>, key: string) => {
  const found = mysqlLast(options, key);
  return found && [found.value, found.source];
};

describe('option files', () => {
  it('take the last of an option, whatever its spelling and group', () => {
    const text = '[mysqld]\nbind_address = 10.0.0.1\n[server]\nBind-Address=::1\n[client]\nbind-address=*\n';
    expect(last(read(text), 'bind-address')).toEqual(['::1', '/etc/my.cnf:4']);
  });

  it('read includes where they stand', () => {
    const more = [
      file('/etc/my.cnf.d/b.cnf', '[mysqld]\nport=2\n'),
      file('/etc/my.cnf.d/a.cnf', '[mysqld]\nport=1\n'),
      file('/etc/my.cnf.d/z.txt', '[mysqld]\nport=9\n'),
      file('/etc/my.cnf.d/sub/z.cnf', '[mysqld]\nport=8\n'),
    ];
    expect(last(read('[mysqld]\nport=0\n!includedir /etc/my.cnf.d/\n', more), 'port')).toEqual([
      '2',
      '/etc/my.cnf.d/b.cnf:2',
    ]);
    expect(last(read('!includedir /etc/my.cnf.d\n[mysqld]\nport=0\n', more), 'port')).toEqual(['0', '/etc/my.cnf:3']);
    expect(last(read('!include /etc/my.cnf.d/a.cnf\n', more), 'port')).toEqual(['1', '/etc/my.cnf.d/a.cnf:2']);
  });

  it('say which files were not read', () => {
    const missing = (text: string) =>
      mysqlOptions({
        mains: ['/etc/my.cnf'],
        product: 'MySQL',
        version: '',
        suffix: '',
        files: [file('/etc/my.cnf', text)],
      }).missing;
    expect(missing('!include /odd name.cnf\n!includedir /etc/none/\n[mysqld]\n')).toEqual([
      '/odd name.cnf',
      '/etc/none',
    ]);
    expect(missing('[mysqld]\nport=1\n')).toEqual([]);
  });

  it('tell what is not there from what cannot be read', () => {
    const missing = (text: string, more: readonly FileRecord[] = []) =>
      mysqlOptionsWritten(['/etc/my.cnf'], [file('/etc/my.cnf', text), ...more]).missing;
    const other = file('/x.cnf', '');
    expect(missing('!include  /x.cnf', [other])).toEqual([]);
    expect(missing('!include /x.cnf', [{ ...other, state: 'absent' }])).toEqual([]);
    expect(missing('!include /x.cnf', [{ ...other, state: 'unreadable' }])).toEqual(['/x.cnf']);
    const folder: FileRecord = { ...file('/d', ''), type: 'dir' };
    expect(missing('!includedir /d//', [other, folder])).toEqual([]);
    expect(missing('!includedir /d', [other, { ...folder, state: 'unreadable' }])).toEqual(['/d']);
    expect(missing('!includedir /', [{ ...folder, path: '/' }])).toEqual([]);
    expect(missing('[a]\nkey=!include /y.cnf')).toEqual([]);
  });

  it('are read line by line', () => {
    const text = 'early=1\n [ one ]\n  # x\n key = [two]\n\n[two]\nOther_Loose_2\n=3';
    const folder: FileRecord = { ...file('/d', '[x]\na=1'), type: 'dir' };
    expect(mysqlOptionsWritten(['/etc/my.cnf', '/d'], [file('/etc/my.cnf', text), folder])).toEqual({
      options: [
        { key: 'key', value: '[two]', group: 'one', source: '/etc/my.cnf:4' },
        { key: 'other-loose-2', value: null, group: 'two', source: '/etc/my.cnf:7' },
        { key: '', value: '3', group: 'two', source: '/etc/my.cnf:8' },
      ],
      missing: [],
    });
  });

  it('follow ten includes into one another, and no more', () => {
    const chain = Array.from({ length: 12 }, (_, at) => file(`/${at}`, `[a]\nkey=${at}\n!include /${at + 1}`));
    const values = mysqlOptionsWritten(['/0'], chain).options.map(({ value }) => value);
    expect(values).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
  });

  it('end in a file that includes itself', () => {
    expect(read('[mysqld]\nport=1\n!include /etc/my.cnf\n').length).toBeLessThan(20);
  });

  it.each<[string, 'MySQL' | 'MariaDB', string, string, boolean]>([
    ['mysqld-8.0', 'MySQL', '8.0.36', '', true],
    ['mysqld-8.4', 'MySQL', '8.0.36', '', false],
    ['mysqld-8.4', 'MySQL', '', '', true],
    ['mariadb', 'MySQL', '8.0.36', '', false],
    ['mariadb', 'MariaDB', '10.11.6', '', true],
    ['mariadb-10.11', 'MariaDB', '10.11.6', '', true],
    ['mariadb-10.1', 'MariaDB', '10.11.6', '', false],
    ['mysqld2', 'MySQL', '8.0.36', '2', true],
    ['mysqld2', 'MySQL', '8.0.36', '', false],
    ['mysqld_safe', 'MySQL', '8.0.36', '', false],
    ['mariadbd', 'MariaDB', '10.11.6', '', true],
    ['galera', 'MariaDB', '10.11.6', '', true],
    ['client-server', 'MariaDB', '10.11.6', '', true],
    ['mysqld-a.b', 'MySQL', '8.0.36', '-a.b', true],
    ['mysqld-axb', 'MySQL', '8.0.36', '-a.b', false],
    ['mysqld-ab', 'MySQL', '8.0.36', '-a.b', false],
  ])('group %s of %s %s with suffix %j: %s', (group, product, version, suffix, counts) => {
    expect(read(`[${group}]\nport=1\n`, [], product, version, suffix)).toHaveLength(counts ? 1 : 0);
  });

  it.each([
    ['key = "a # b" # c', 'a # b'],
    ["key='x'", 'x'],
    ['key=a\\sb', 'a b'],
    ['key=10.0.0.1 # inside', '10.0.0.1'],
    ['  key  =  1  \r', '1'],
    ['key=', ''],
    ['key', null],
    ['loose_key=1', '1'],
    ["key='a # b' # c", 'a # b'],
    ['key="it\'s" # c', "it's"],
    ['key=a"b"', 'a"b"'],
    ['key="a"b', '"a"b'],
    ['key="a # b', '"a # b'],
    ['key # c', null],
    ['key=a\\sb\\tc\\nd\\re\\bf\\\\g\\"h\\\'i\\xj', 'a b\tc\nd\re\bf\\g"h\'i\\xj'],
  ])('%j', (line, value) => {
    expect(last(read(`[mysqld]\n${line}\n`), 'key')?.[0]).toBe(value);
  });

  it('leave comments, and options before any group, out', () => {
    expect(read('port=1\n# [mysqld]\n;x=1\n[mysqld]\n#port=2\n')).toEqual([]);
  });
});

it('reads arguments with values attached or apart, and nothing else', () => {
  const said = mysqlArguments(
    ['/usr/sbin/mysqld', '--bind-address=1.2.3.4', '--port', '3307', '--skip_networking', '-u', 'x'],
    'pid 1',
  );
  expect(said.map(({ key, value }) => [key, value])).toEqual([
    ['bind-address', '1.2.3.4'],
    ['port', '3307'],
    ['skip-networking', null],
  ]);
  expect(mysqlArguments(['x--port=1', '--a.b', '--port=1', 'x', '--key'], 'pid 1')).toEqual([
    { key: 'port', value: '1', group: '', source: 'pid 1' },
    { key: 'key', value: null, group: '', source: 'pid 1' },
  ]);
});

it('finds the last of an option among others', () => {
  expect(last(read('[mysqld]\nport=1\nport=2\nuser=x\n'), 'port')?.[0]).toBe('2');
  expect(mysqlLast(read('[mysqld]\nuser=x\n'), 'port')).toBeUndefined();
});

it.each<[string, string, boolean | undefined]>([
  ['skip-networking', 'skip-networking', true],
  ['skip-networking', 'skip_networking=1', true],
  ['skip-networking', 'skip-networking=OFF', false],
  ['skip-networking', 'networking=0', true],
  ['local-infile', 'local-infile', true],
  ['local-infile', 'skip-local-infile', false],
  ['local-infile', 'disable-local-infile', false],
  ['local-infile', 'local_infile = OFF', false],
  ['local-infile', 'local_infile = 1\nskip-local-infile', false],
  ['local-infile', 'skip-local-infile\nlocal_infile = 1', true],
  ['local-infile', 'port=1', undefined],
  ['local-infile', 'enable-local-infile', true],
  ['local-infile', 'enable-local-infile=0', false],
  ['local-infile', 'local_infile = 10', true],
  ['local-infile', 'local_infile = 0.5', true],
  ['slave-skip-errors', 'slave-skip-errors=1', true],
])('switch %s in %j is %s', (key, lines, on) => {
  expect(mysqlSwitch(read(`[mysqld]\n${lines}\n`), key)?.on).toBe(on);
});
