// Tests of the reader of smb.conf.
import { expect, it } from 'vitest';
import { sambaGuestShares, sambaSettings } from './samba-config.ts';

const guests = (text: string): string[] =>
  sambaGuestShares(sambaSettings(text.split('\n'))).map((one) => `${one.section}:${one.line}`);

it.each([
  ['[pub]\n guest ok = yes', ['pub:2']],
  ['[pub]\n Guest OK=True', ['pub:2']],
  ['[pub]\n guestok = 1', ['pub:2']],
  ['[pub]\n public = yes', ['pub:2']],
  ['[pub]\n public = yes\n guest ok = no', []],
  ['[pub]\n; guest ok = yes\n# guest ok = yes', []],
  ['[global]\n guest ok = yes\n[a]\n path = /a', ['a:2']],
  ['[global]\n guest ok = yes\n[a]\n guest ok = no', []],
  ['[pub]\n guest ok = yes\n available = no', []],
  ['[pub]\n guest \\\n ok = yes', ['pub:2']],
  ['[global]\n map to guest = bad user', []],
])('%j', (text, expected) => {
  expect(guests(text)).toEqual(expected);
});

it('reads lines as they stand', () => {
  const text =
    ' workgroup =  A=B \r\n  # x = 1\n\t; y = 2\n  [ Pub ]\n path = /a;b#c[d]\n only  guest = yes\n=x=y\nword\n comment = a \\\n  b\n guest ok = yes \\';
  expect(sambaSettings(text.split('\n')).map(({ section, key, value, line }) => [section, key, value, line])).toEqual([
    ['global', 'workgroup', 'A=B', 1],
    ['pub', 'path', '/a;b#c[d]', 5],
    ['pub', 'guestonly', 'yes', 6],
    ['pub', 'comment', 'a b', 9],
    ['pub', 'guestok', 'yes \\', 11],
  ]);
});

it('asks each share for its own word', () => {
  expect(guests('[a]\n guest ok = yes\n[b]\n path = /b\n[c]\n guest ok = noyes\n[d]\n guest ok = yesno')).toEqual([
    'a:2',
  ]);
  expect(guests('[a]\n guest ok = yes\n available = on\n[b]\n path = /b\n available = no')).toEqual(['a:2']);
});
