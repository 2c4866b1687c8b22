// Tests of the reader of pg_hba.conf and pg_ident.conf.
import { expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { hbaFromAnywhere, hbaLoopback, hbaMayMeet, pgHba, pgIdent } from './pg-hba.ts';

const main = '/data/pg_hba.conf';
function file(path: string, text: string): FileRecord {
  const lines = text.split('\n');
  return {
    kind: 'file',
    path,
    state: 'present',
    type: 'file',
    mode: 0o600,
    uid: 26,
    gid: 26,
    sizeBytes: text.length,
    linkTarget: '',
    lines,
  };
}
const read = (text: string, more: readonly FileRecord[] = []) => pgHba(main, [file(main, text), ...more]);
const shown = (text: string, more: readonly FileRecord[] = []) =>
  read(text, more).lines.map((one) =>
    [one.type, one.databases.join(), one.users.join(), one.address, one.method].join('|'),
  );

it.each([
  ['local all postgres peer map=admins', ['local|all|postgres||peer']],
  ['host all all 10.0.0.0/8 scram-sha-256', ['host|all|all|10.0.0.0/8|scram-sha-256']],
  ['host all all 10.0.0.0 255.0.0.0 md5', ['host|all|all|10.0.0.0 255.0.0.0|md5']],
  ['hostssl a,b "all", c .example.com cert', ['hostssl|a,b|"all",c|.example.com|cert']],
  ['host all all all trust # open', ['host|all|all|all|trust']],
  ['host all "a b" samenet \\\n  reject', ['host|all|a b|samenet|reject'.replace('a b', '"a b"')]],
  ['# host all all all trust', []],
  ['host all all cafe.de ident', ['host|all|all|cafe.de|ident']],
  ['host all all fe80::10 ffff:: md5', ['host|all|all|fe80::10 ffff::|md5']],
  ['host all all ::1/128 md5', ['host|all|all|::1/128|md5']],
  ['local @ "a""b",c , d trust\r', ['local|@|"a"b",c,d||trust']],
  ['local all\rall trust', ['local|all|all||trust']],
  ['local all all trust \\', ['local|all|all||trust']],
  ['local all all \\\r\ntrust', ['local|all|all||trust']],
])('%j', (text, expected) => {
  expect(shown(text)).toEqual(expected);
});

it('follows lists and includes, and says what was not read', () => {
  const more = [
    file('/data/admins', 'alice\nbob # note\n'),
    file('/data/hba.d/20.conf', 'host all all all reject'),
    file('/data/hba.d/10.conf', 'local all all trust'),
  ];
  expect(shown('host all @admins 10.1.1.1/32 md5', more)).toEqual(['host|all|alice,bob|10.1.1.1/32|md5']);
  expect(shown('include_dir hba.d', more)).toEqual(['local|all|all||trust', 'host|all|all|all|reject']);
  expect(read('include_if_exists none').missing).toEqual([]);
  expect(read('include none').missing).toEqual(['/data/none']);
  expect(read('host all @none all md5').missing).toEqual(['/data/none']);
  expect(read('include pg_hba.conf').lines).toEqual([]);
});

it('reads the options behind the method, and no comment', () => {
  const [line] = read('local all all peer map=admins include_realm=1, x # peer').lines;
  expect(line).toMatchObject({ options: ['map=admins', 'include_realm=1', 'x'], source: `${main}:1` });
});

it('takes a relative name from the folder of the file that says it', () => {
  const more = [file('/data/sub/list', '@more'), file('/data/sub/more', 'carol'), file('/data/more', 'wrong')];
  expect(shown('local all @sub/list peer', more)).toEqual(['local|all|carol||peer']);
});

it('reads a folder’s own files alone', () => {
  const rule = 'local all all trust';
  const names = ['a.conf', '.hidden.conf', 'a.conf.bak', 'sub/b.conf', 'c.txt'];
  const more = [...names.map((name) => file(`/data/hba.d/${name}`, rule)), file('/data/alt.d/b.conf', rule)];
  expect(read('include_dir hba.d', more).lines.map(({ source }) => source)).toEqual(['/data/hba.d/a.conf:1']);
});

it('tells a file that is not there from one that cannot be read', () => {
  const other = file('/data/x', 'local all all trust');
  expect(read('include_if_exists x', [other]).lines).toHaveLength(1);
  expect(read('include_if_exists x', [{ ...other, state: 'absent' }])).toEqual({ lines: [], missing: [], broken: [] });
  expect(read('include_if_exists x', [{ ...other, state: 'unreadable' }]).missing).toEqual(['/data/x']);
  expect(read('include x', [{ ...other, type: 'dir' }]).missing).toEqual(['/data/x']);
});

it('follows ten includes into one another, and no more', () => {
  const chain = (length: number) =>
    Array.from({ length }, (_, at) =>
      file(`/data/${at}`, at === length - 1 ? 'local all all peer' : `include ${at + 1}`),
    );
  expect(read('include 0', chain(10))).toMatchObject({ lines: [{ method: 'peer' }], missing: [] });
  expect(read('include 0', chain(11))).toMatchObject({ lines: [], missing: ['/data/10'] });
  const names = (length: number) =>
    Array.from({ length }, (_, at) => file(`/data/${at}`, at === length - 1 ? 'alice' : `@${at + 1}`));
  expect(shown('local all @0 peer', names(10))).toEqual(['local|all|alice||peer']);
  expect(read('local all @0 peer', names(11)).missing).toEqual(['/data/10']);
});

it('keeps lines apart that the server would refuse', () => {
  expect(read('hostx all all all trust\nhost all all all\nlocal all all peer')).toMatchObject({
    lines: [{ type: 'local' }],
    broken: ['/data/pg_hba.conf:1', '/data/pg_hba.conf:2'],
  });
  for (const text of ['include', '"include" x', 'xinclude x', 'includes x', 'xlocal all all all trust'])
    expect(read(text), text).toEqual({ lines: [], missing: [], broken: ['/data/pg_hba.conf:1'] });
});

const one = (text: string) => {
  const [line] = read(text).lines;
  if (!line) throw new Error(`no line in ${text}`);
  return line;
};

it.each([
  ['host all all 0.0.0.0/0 md5', true, false],
  ['host all all ::/0 md5', true, false],
  ['host all all ::0/00 md5', true, false],
  ['host all all all md5', true, false],
  ['host all all 0.0.0.0 0.0.0.0 md5', true, false],
  ['host all all 128.0.0.0/1 md5', true, false],
  ['host all all 10.0.0.0/8 md5', false, false],
  ['host all all samenet md5', false, false],
  ['host all all 127.0.0.1/32 md5', false, true],
  ['host all all 127.0.0.1 255.255.255.255 md5', false, true],
  ['host all all ::1/128 md5', false, true],
  ['host all all localhost md5', false, true],
  ['host all all 127.0.0.1/0 md5', true, false],
  ['local all all md5', false, true],
  ['host all all 10.0.0.0 000.000.000.000 md5', true, false],
  ['host all all fe80::1 :: md5', true, false],
  ['host all all fe80::1 ::1 md5', false, false],
  ['host all all ball md5', false, false],
  ['host all all all.example.com md5', false, false],
  ['host all all localhost.example.com md5', false, false],
  ['host all all mylocalhost md5', false, false],
  ['host all all 127.0.0.0/8 md5', false, true],
  ['host all all 127.0.0.0 254.0.0.0 md5', false, false],
  ['host all all 10.127.0.1/32 md5', false, false],
  ['host all all ::1 FFFF:ffff:ffff:ffff:ffff:ffff:ffff:ffff md5', false, true],
  ['host all all ::1/64 md5', false, false],
  ['host all all fe80::1/128 md5', false, false],
])('%j: anywhere %s, loopback %s', (text, anywhere, loopback) => {
  expect([hbaFromAnywhere(one(text)), hbaLoopback(one(text))]).toEqual([anywhere, loopback]);
});

it.each([
  ['local all all peer', true],
  ['local all postgres peer', true],
  ['local all "postgres" peer', true],
  ['local all "all" peer', false],
  ['local all +dba peer', true],
  ['local all app peer', false],
  ['local all app+dba peer', false],
  ['local all app,postgres peer', true],
  ['local all "/^post,x" peer', true],
  ['local all "+dba" peer', false],
])('%j may meet postgres: %s', (text, meets) => {
  expect(hbaMayMeet(one(text), 'postgres')).toBe(meets);
});

it('reads maps', () => {
  expect(
    pgIdent('/data/pg_ident.conf', [
      file('/data/pg_ident.conf', '# x\nadmins root postgres\nbroken\ntwo words\n"" a b\na "" b\n'),
    ]),
  ).toEqual([{ map: 'admins', system: 'root', role: 'postgres', source: '/data/pg_ident.conf:2' }]);
});
