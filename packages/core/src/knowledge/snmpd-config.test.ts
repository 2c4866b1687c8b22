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

it.each([
  ['10 with letters and digits', 10, 'ld', true],
  ['9 without special ones', 9, 'ld', false],
  ['8 with all three', 8, 'lds', true],
  ['long, letters alone', 20, 'lu', false],
])('%s', (_name, length, kinds, enough) => expect(complexEnough({ length, kinds })).toBe(enough));

it('knows everybody, and the host itself', () => {
  expect(['', 'default', '0.0.0.0/0', '::/0'].every(fromEverybody)).toBe(true);
  expect(['10.0.0.0/8', 'localhost', '0.0.0.1'].some(fromEverybody)).toBe(false);
  expect(['127.0.0.1', 'udp:127.0.0.1:161', 'udp6:[::1]:161', '[::1]', 'unix:/run/s'].every(agentOnLoopback)).toBe(
    true,
  );
  expect(['udp:161', '161', '0.0.0.0', '10.0.0.1:161'].some(agentOnLoopback)).toBe(false);
});
