// Postfix's files: logical lines, overrides, expansion and what counts as closed.
import { describe, expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { holdsEverybody, loopbackOnly, postfixExpand, postfixMain, refusesStrangers, smtpServers } from './postfix.ts';

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

describe('main.cf', () => {
  it('joins lines that begin with a blank, over comments between them', () => {
    expect(postfixMain(file('/m', 'a = 1,\n# no\n  2\n\nb=\r\n#c = 3'))).toEqual([
      { key: 'a', value: '1, 2', source: '/m:1' },
      { key: 'b', value: '', source: '/m:5' },
    ]);
  });
});

describe('main.cf in detail', () => {
  it('takes what stands there, and no more', () => {
    expect(postfixMain(file('/m', '  a = 1  \n\n  2\na-b = 1\n= 3\nlong_key=x=y\nnone'))).toEqual([
      { key: 'a', value: '1 2', source: '/m:1' },
      { key: 'long_key', value: 'x=y none'.slice(0, 3), source: '/m:6' },
    ]);
    expect(postfixMain(undefined)).toEqual([]);
  });
});

describe('master.cf', () => {
  it('knows the smtpd servers and their overrides in both forms', () => {
    const text =
      'smtp inet n - y - - smtpd -o a=1\n  -o b=x,y\n  -o { c = p q }\n#smtps inet n - y - - smtpd\nrelay unix - - y - - smtp\n';
    expect(smtpServers(file('/x', text))).toEqual([
      {
        name: 'smtp',
        source: '/x:1',
        overrides: [
          { key: 'a', value: '1', source: '/x:1' },
          { key: 'b', value: 'x,y', source: '/x:1' },
          { key: 'c', value: 'p q', source: '/x:1' },
        ],
      },
    ]);
  });
});

describe('master.cf in detail', () => {
  it('looks at inet services of smtpd alone', () => {
    const text =
      'pickup  unix  n  -  y  -  -  smtpd\nsmtp  inet  n  -  y  -  -  qmqpd\n465  inet  n  -  y  -  -  smtpd -oaa=1 -o {long_key=v w} -o { k  =  v }\n';
    expect(
      smtpServers(file('/x', text)).map(({ name, overrides }) => [
        name,
        overrides.map(({ key, value }) => [key, value]),
      ]),
    ).toEqual([
      [
        '465',
        [
          ['aa', '1'],
          ['long_key', 'v w'],
          ['k', 'v'],
        ],
      ],
    ]);
    expect(smtpServers(file('/x', 'smtp inet\n'))).toEqual([]);
  });
});

it('expands ten times, and no more', () => {
  const known = (key: string) => (key === 'end' ? 'x' : key.length < 11 ? `\${${key}a}` : '$(end)');
  expect(postfixExpand('${aa}', known)).toBe('x');
  expect(postfixExpand('${a}', known)).toBe('$(end)');
});

describe('values', () => {
  it('are expanded, and a circle ends', () => {
    const known = (key: string) => ({ a: '$b', b: '1', c: '$c' })[key];
    expect(postfixExpand('$a ${b} $(b) $z', known)).toBe('1 1 1 $z');
    expect(postfixExpand('$c', known)).toBe('$c');
    expect(postfixExpand('$long,x', (key) => (key === 'long' ? 'y' : undefined))).toBe('y,x');
  });
  it.each([
    ['permit_mynetworks, reject_unauth_destination', true],
    ['permit_mynetworks permit reject_unauth_destination', false],
    ['permit_mynetworks', false],
    ['', false],
    ['defer_unauth_destination', true],
    ['permit_mynetworks,  reject', true],
    ['reject_rbl_client zen.example.org', false],
    ['warn_if_reject reject_unauth_destination', false],
    ['warn_if_reject, reject permit_mynetworks, defer', true],
    ['warn_if_reject,  reject', false],
    ['check_x xreject', false],
  ])('%s closes: %s', (list, closed) => expect(refusesStrangers(list)).toBe(closed));
  it('tell everybody and nobody else', () => {
    expect(holdsEverybody('127.0.0.0/8, 0.0.0.0/0')).toBe(true);
    expect(holdsEverybody('[::]/0')).toBe(true);
    expect(holdsEverybody('10.0.0.0/8 !0.0.0.0/0')).toBe(false);
    expect(holdsEverybody('10.0.0.0/8  0.0.0.0/00')).toBe(true);
    expect(holdsEverybody('static:all')).toBe(true);
    for (const networks of ['0.0.0.0/08', 'xstatic:all', 'static:all2', ''])
      expect(holdsEverybody(networks), networks).toBe(false);
    for (const addresses of ['loopback-only', 'localhost', ' 127.10.20.30 ', '::1', '[::1];127.0.0.1'])
      expect(loopbackOnly(addresses), addresses).toBe(true);
    for (const addresses of ['xlocalhost', 'localhost.example.org', '::10', '127.0.0.1.example.org'])
      expect(loopbackOnly(addresses), addresses).toBe(false);
    expect(loopbackOnly('127.0.0.1, [::1]')).toBe(true);
    expect(loopbackOnly('localhost, 10.0.0.1')).toBe(false);
    expect(loopbackOnly('')).toBe(false);
  });
});
