// Servers that run, by the notes of the database probes: who, where, with which arguments and addresses; and what came of asking them.
import { recordsOf } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import { note, said } from '../testing/records.ts';
import { helloFields, refusalOf } from './login.ts';
import { serverName, serverProcesses } from './processes.ts';

const server = (...values: string[]) => note('server', ...values);
const mysqld = server('811', '27', 'mysql', 'here', '/usr/sbin/mysqld', '/var/lib/mysql');

it('tells each server from the others', () => {
  const records = recordsOf([
    mysqld,
    server('900', '999', '', 'elsewhere', '/usr/sbin/mariadbd (deleted)', ''),
    server('901', '0', 'root', 'here', '/opt/x (deleted)/mysqld', '/data'),
    server(),
    note('argument', '811', '/usr/sbin/mysqld'),
    note('argument', '811', '--port=3307'),
    note('argument', '900', 'mariadbd'),
    note('argument', '811'),
    note('listen', '811', 'tcp', '127.0.0.1:3307'),
    note('listen', '811', 'unix', '/run/mysqld/mysqld.sock'),
    note('listen', '811', 'unix', '@abstract'),
    note('listen', '811', 'unix'),
    note('listen', '811', 'odd', '/run/odd/'),
    note('listen', '811', 'tcp'),
    note('listen', '900', 'unix', '/run/other.sock'),
  ]);
  expect(serverProcesses(records)).toEqual([
    {
      pid: '811',
      uid: 27,
      account: 'mysql',
      elsewhere: false,
      program: '/usr/sbin/mysqld',
      replaced: false,
      folder: '/var/lib/mysql',
      words: ['/usr/sbin/mysqld', '--port=3307', ''],
      addresses: ['127.0.0.1:3307', ''],
      sockets: ['/run/mysqld/mysqld.sock'],
    },
    {
      pid: '900',
      uid: 999,
      account: '999',
      elsewhere: true,
      program: '/usr/sbin/mariadbd',
      replaced: true,
      folder: '',
      words: ['mariadbd'],
      addresses: [],
      sockets: ['/run/other.sock'],
    },
    {
      pid: '901',
      uid: 0,
      account: 'root',
      elsewhere: false,
      program: '/opt/x (deleted)/mysqld',
      replaced: false,
      folder: '/data',
      words: [],
      addresses: null,
      sockets: [],
    },
    {
      pid: '',
      uid: 0,
      account: '',
      elsewhere: false,
      program: '',
      replaced: false,
      folder: '',
      words: [],
      addresses: null,
      sockets: [],
    },
  ]);
});

it('knows no address where the host did not tell of sockets', () => {
  const records = recordsOf([mysqld, note('listen', '811', 'tcp', '*:3306'), note('sockets-unknown', 'no ss')]);
  expect(serverProcesses(records)[0]?.addresses).toBeNull();
});

it.each([
  [mysqld, 'mysqld /var/lib/mysql'],
  [server('1', '27', 'mysql', 'here', '/usr/sbin/mysqld', ''), 'mysqld'],
  [server('1', '27', 'mysql', 'here', '', '/data'), 'stock /data'],
  [server('1', '27', 'mysql', 'elsewhere', '/usr/sbin/mariadbd', '/var/lib/mysql'), 'mariadbd in a container'],
])('%j is called %s', (one, name) => {
  const [process] = serverProcesses(recordsOf([one]));
  expect(process && serverName(process, 'stock')).toBe(name);
});

describe('a login', () => {
  const unasked = new Map([['no-socket', 'not asked: no socket']]);
  const asked = [note('login', '9', 'no-socket'), note('login', '811', 'asked', '/run/mysqld/mysqld.sock')];
  const why = (...records: Parameters<typeof recordsOf>[0]) => refusalOf('811', recordsOf([...records]), unasked);
  const refused = (label: string, exitCode: number, ...stderr: string[]) => said(label, '', { exitCode, stderr });

  it('that did not take place says why', () => {
    expect(why()).toBe('not asked');
    expect(why(note('login', '9', 'no-socket'))).toBe('not asked');
    expect(why(note('login', '811'))).toBe('not asked');
    expect(why(note('login', '811', 'no-socket'))).toBe('not asked: no socket');
    expect(why(note('login', '811', 'no-socket'), refused('hello 811', 1, 'old'))).toBe('not asked: no socket');
  });

  it('that failed says what the client said', () => {
    const denied = "ERROR 1698 (28000): Access denied for user 'root'@'localhost'";
    expect(why(...asked, refused('hello 811', 1, 'mysql: Deprecated program name', denied))).toBe(denied);
    expect(why(...asked, refused('hello 811', 2, 'psql: error: no password', 'saw ERROR'))).toBe(
      'psql: error: no password',
    );
    expect(why(...asked, refused('hello 811', 1, 'x'.repeat(300)))).toBe('x'.repeat(200));
    expect(why(...asked, refused('hello 811', 124))).toBe('exit code 124');
    expect(why(...asked, refused('hello 811', 1, ''))).toBe('exit code 1');
    expect(why(...asked, said('hello 811', 'x'), refused('answers 811', 0, denied))).toBe(denied);
    expect(why(...asked, said('hello 811', 'x'), refused('answers 811', 3))).toBe('exit code 3');
    expect(why(...asked, refused('hello 9', 1, 'another'))).toBe('');
  });

  it('that went well says nothing', () => {
    expect(why(...asked, said('hello 811', 'x'), said('answers 811', 'y'))).toBe('');
    expect(why(...asked)).toBe('');
  });

  it('tells the fields of the first row, where it was let in', () => {
    const fields = (...records: Parameters<typeof recordsOf>[0]) => helloFields('811', recordsOf([...records]));
    expect(fields(said('hello 811', '8.0.36\tMySQL\troot@localhost\nmore\tx'))).toEqual([
      '8.0.36',
      'MySQL',
      'root@localhost',
    ]);
    expect(fields(said('hello 811', '8.0.36\tMySQL', { exitCode: 1 }))).toEqual([]);
    expect(fields(said('hello 811', ''))).toEqual([]);
    expect(fields(said('hello 9', '8.0.36'))).toEqual([]);
  });
});
