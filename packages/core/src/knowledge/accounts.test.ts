// passwd and group as the C library reads them, and whose shell is none.
import { expect, it } from 'vitest';
import { hasLoginShell, parseGroup, parsePasswd } from './accounts.ts';

it('reads the fields of an account with its line', () => {
  expect(parsePasswd(['', 'kim:x:1000:1001:Kim:/home/kim:/bin/sh \r'])).toEqual([
    { name: 'kim', password: 'x', uid: 1000, gid: 1001, home: '/home/kim', shell: '/bin/sh', line: 2 },
  ]);
  expect(parsePasswd(['kim:'])).toEqual([
    { name: 'kim', password: '', uid: null, gid: null, home: '', shell: '', line: 1 },
  ]);
});

it.each([
  ['0', 0],
  [' 01000 ', 1000],
  ['4294967295', 4294967295],
  ['', null],
  ['x', null],
  ['1x', null],
  ['x1', null],
  ['-1', null],
  ['12345678901', null],
])('the number %j is %s', (field, id) => {
  expect(parsePasswd([`kim:x:${field}:${field}::/:/bin/sh`])[0]).toMatchObject({ uid: id, gid: id });
  expect(parseGroup([`g:x:${field}:`])[0]?.gid).toBe(id);
});

it.each(['#kim:x:0:0::/:', '+kim:x:0:0::/:', '-kim:x:0:0::/:', ' #kim:x:0:0::/:', ':x:0:0::/:', 'kim', ''])(
  '%j is no local account',
  (text) => {
    expect(parsePasswd([text])).toEqual([]);
    expect(parseGroup([text])).toEqual([]);
  },
);

it('passes over blanks before a name, as the C library does', () => {
  expect(parsePasswd(['  kim:x:1:1::/:'])[0]?.name).toBe('kim');
});

it('reads members, and none of a group without', () => {
  expect(parseGroup(['wheel:x:10: kim,lee, \r', 'adm:x:4:', 'odd:x:5'])).toEqual([
    { name: 'wheel', gid: 10, members: ['kim', 'lee'], line: 1 },
    { name: 'adm', gid: 4, members: [], line: 2 },
    { name: 'odd', gid: 5, members: [], line: 3 },
  ]);
});

it.each([
  ['/sbin/nologin', false],
  ['/usr/sbin/nologin', false],
  ['/bin/false', false],
  ['/bin/sync', false],
  ['/sbin/shutdown', false],
  ['/sbin/halt', false],
  ['/bin/true', false],
  ['/bin/bash', true],
  ['', true],
  ['/bin/nologin2', true],
])('%j lets in: %s', (shell, may) => {
  expect(parsePasswd([`kim:x:1:1::/:${shell}`]).map(hasLoginShell)).toEqual([may]);
});

it('takes a line end of DOS off the last field alone', () => {
  expect(parsePasswd(['a\rb:x:-00:1:g:/h\r'])).toEqual([
    { name: 'a\rb', password: 'x', uid: 0, gid: 1, home: '/h', shell: '', line: 1 },
  ]);
  expect(parsePasswd(['kim:x'])).toMatchObject([{ uid: null, gid: null, home: '', shell: '' }]);
});
