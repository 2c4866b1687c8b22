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
