// The name of a change: whole where it is short, and what differs where it is long, so that two mutants of one text have two names.
import { expect, it } from 'vitest';
import { changeOf } from './mutants.ts';

const long = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');

it('writes a short change whole and on one line', () => {
  expect(changeOf('a ===\n   b', 'true')).toBe('a === b → true');
});

it('writes of a long change what differs and a little around it', () => {
  expect(changeOf(long, long.replace('word30', 'other'))).toBe(
    '…5 word26 word27 word28 word29 word30 word31 word32 word33 word34 w… → …5 word26 word27 word28 word29 other word31 word32 word33 word34 w…',
  );
  expect(changeOf(long, '')).toBe(`${long.slice(0, 80)} … ${long.slice(-37)} → `);
});
