// snmpd.conf with its secrets masked: communities, users, sources and addresses.
import { expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { agentOnLoopback, complexEnough, fromEverybody, snmpConfig } from './snmpd-config.ts';

const file = (text: string): FileRecord => ({
  kind: 'file',
  path: '/s',
  state: 'present',
  type: 'file',
  mode: 0o600,
  uid: 0,
  gid: 0,
  sizeBytes: text.length,
  linkTarget: '',
  lines: text.split('\n'),
});

it('finds the community where its directive has it', () => {
  const { communities } = snmpConfig([
    file(
      'rocommunity 6:l:public default -V systemonly\nrocommunity 9:ld:other\ncom2sec notConfigUser 10.0.0.0/8 7:l:private\ncom2sec -Cn ctx a default 3:l:other\nrwcommunity 4:l:other .1.3\n',
    ),
  ]);
  expect(communities.map(({ word, from, length }) => [word, from, length])).toEqual([
    ['public', 'default', 6],
    ['other', '', 9],
    ['private', '10.0.0.0/8', 7],
    ['other', 'default', 3],
    ['other', '', 4],
  ]);
});

it('finds users, their level and the addresses', () => {
  const { users, addresses, addressSource } = snmpConfig([
    file('agentaddress udp:127.0.0.1,[::1]\nrouser kim priv\ncreateUser kim SHA 12:ld:other AES 8:l:other\nusmUser\n'),
  ]);
  expect(users.map(({ name, level, phrases }) => [name, level, phrases.length])).toEqual([
    ['kim', 'priv', 0],
    ['kim', '', 2],
    ['', '', 0],
  ]);
  expect([addresses, addressSource]).toEqual([['udp:127.0.0.1', '[::1]'], '/s:1']);
});

it('reads files that are there, line by line', () => {
  const other = file('rouser x');
  expect(
    snmpConfig([
      { ...other, state: 'unreadable' },
      { ...other, type: 'dir' },
    ]),
  ).toEqual({
    communities: [],
    users: [],
    addresses: [],
    addressSource: '',
  });
  const { communities, users, addresses } = snmpConfig([
    file(
      '  rouser   -s usm kim  PRIV\ncreateUser -e 0x80 lee MD5 5:d:other\nrouser auth\nrouser authority priv\nrwuser myauth noauth -V x\nxrouser a\nrousers b\nrouser a-s priv\nrouser -s2 park auth\nrwuser choi myauth authx priv\nagentaddress udp:161 tcp:161, /run/x,\n',
    ),
    file(
      'com2sec6 n 2001:db8::/32 6:us:other\ncom2secunix n 3:l:other\nxrocommunity 3:l:other\nrocommunityx 3:l:other\nrocommunity6 3::other -x\nauthcommunity x4:l:public 4:l:publicx 5:d:other src\nrocommunity\n',
    ),
  ]);
  expect(
    users.map(({ name, directive, level, phrases, source }) => [name, directive, level, phrases.length, source]),
  ).toEqual([
    ['kim', 'rouser', 'priv', 0, '/s:1'],
    ['lee', 'createuser', '', 1, '/s:2'],
    ['auth', 'rouser', '', 0, '/s:3'],
    ['authority', 'rouser', 'priv', 0, '/s:4'],
    ['myauth', 'rwuser', 'noauth', 0, '/s:5'],
    ['a-s', 'rouser', 'priv', 0, '/s:8'],
    ['park', 'rouser', 'auth', 0, '/s:9'],
    ['choi', 'rwuser', 'priv', 0, '/s:10'],
  ]);
  expect(addresses).toEqual(['udp:161', 'tcp:161', '/run/x']);
  expect(communities.map(({ directive, kinds, from }) => [directive, kinds, from])).toEqual([
    ['com2sec6', 'us', '2001:db8::/32'],
    ['com2secunix', 'l', 'n'],
    ['rocommunity6', '', ''],
    ['authcommunity', 'd', 'src'],
  ]);
});

it.each([
  ['10 with letters and digits', 10, 'ld', true],
  ['9 without special ones', 9, 'ld', false],
  ['8 with all three', 8, 'lds', true],
  ['long, letters alone', 20, 'lu', false],
  ['long, digits alone', 20, 'd', false],
  ['long, digits and special ones', 20, 'ds', false],
  ['capitals and digits', 10, 'ud', true],
])('%s', (_name, length, kinds, enough) => expect(complexEnough({ length, kinds })).toBe(enough));

it.each([
  ['0.0.0.0', true],
  ['0/0', true],
  ['0.0.0.0/00', true],
  ['0.0.0.0/0.0.0.0', true],
  ['::', true],
  ['DEFAULT', true],
  ['mydefault', false],
  ['default2', false],
  ['0.0.0.0/08', false],
  ['10.0.0.0/0', false],
  ['::1', false],
] as const)('%s is everybody: %s', (source, all) => expect(fromEverybody(source)).toBe(all));

it.each([
  ['/run/snmpd.sock', true],
  ['tcp:127.10.20.30:705', true],
  ['127.0.0.1', true],
  ['localhost', true],
  ['LOCALHOST:1610', true],
  ['udp6:[::1]:1610', true],
  ['::1', true],
  ['xlocalhost', false],
  ['localhost.example', false],
  ['[::1', false],
  ['10.127.0.0.1', false],
  ['xunix:/x', false],
] as const)('%s is the host itself: %s', (address, own) => expect(agentOnLoopback(address)).toBe(own));

it('knows everybody, and the host itself', () => {
  expect(['', 'default', '0.0.0.0/0', '::/0'].every(fromEverybody)).toBe(true);
  expect(['10.0.0.0/8', 'localhost', '0.0.0.1'].some(fromEverybody)).toBe(false);
  expect(['127.0.0.1', 'udp:127.0.0.1:161', 'udp6:[::1]:161', '[::1]', 'unix:/run/s'].every(agentOnLoopback)).toBe(
    true,
  );
  expect(['udp:161', '161', '0.0.0.0', '10.0.0.1:161'].some(agentOnLoopback)).toBe(false);
});
