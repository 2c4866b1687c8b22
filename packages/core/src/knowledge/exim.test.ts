// Settings of Exim, over joined lines and around comments.
import { expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { eximSettings } from './exim.ts';

const file = (text: string, path = '/etc/exim4/exim4.conf'): FileRecord => ({
  kind: 'file',
  path,
  state: 'present',
  type: 'file',
  mode: 0o644,
  uid: 0,
  gid: 0,
  sizeBytes: 0,
  linkTarget: '',
  lines: text.split('\n'),
});

const pairs = (text: string): [string, string][] => eximSettings(file(text)).map(({ key, value }) => [key, value]);

it.each<[string, [string, string][]]>([
  ['acl_smtp_rcpt = a', [['acl_smtp_rcpt', 'a']]],
  ['  acl_smtp_rcpt=a \r', [['acl_smtp_rcpt', 'a']]],
  ['acl_smtp_rcpt  =   a', [['acl_smtp_rcpt', 'a']]],
  ['hostlist   relay_from_hosts = a', [['relay_from_hosts', 'a']]],
  ['domainlist   relay_to = a', [['relay_to', 'a']]],
  ['a = b \\\n   c', [['a', 'b c']]],
  [
    'a = b \\\n\n# no\n   c = d\ne = f',
    [
      ['a', 'b c = d'],
      ['e', 'f'],
    ],
  ],
  [
    'a = b \\ c\nd = e',
    [
      ['a', 'b \\ c'],
      ['d', 'e'],
    ],
  ],
  ['a = b #', [['a', 'b #']]],
  ['#a = b', []],
  ['warn a = b', []],
  ['begin acl', []],
  ['begin \\\na = b', [['a', 'b']]],
  ['', []],
])('%j', (text, settings) => expect(pairs(text)).toEqual(settings));

it('says where a setting begins, and has none of a file that is not there', () => {
  expect(eximSettings(file('\na = b \\\n c'))).toEqual([{ key: 'a', value: 'b c', source: '/etc/exim4/exim4.conf:2' }]);
  expect(eximSettings(null)).toEqual([]);
});

it('takes a line with its blanks and line ends off', () => {
  expect(pairs('  a_b = 1  \r\n\thostlist  h = x : \\\r\n  y \r')).toEqual([
    ['a_b', '1'],
    ['h', 'x : y'],
  ]);
});
