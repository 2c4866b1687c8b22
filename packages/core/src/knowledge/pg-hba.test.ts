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

it('keeps lines apart that the server would refuse', () => {
  expect(read('hostx all all all trust\nhost all all all\nlocal all all peer')).toMatchObject({
    lines: [{ type: 'local' }],
    broken: ['/data/pg_hba.conf:1', '/data/pg_hba.conf:2'],
  });
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
])('%j may meet postgres: %s', (text, meets) => {
  expect(hbaMayMeet(one(text), 'postgres')).toBe(meets);
});

it('reads maps', () => {
  expect(pgIdent('/data/pg_ident.conf', [file('/data/pg_ident.conf', '# x\nadmins root postgres\nbroken\n')])).toEqual([
    { map: 'admins', system: 'root', role: 'postgres', source: '/data/pg_ident.conf:2' },
  ]);
});
