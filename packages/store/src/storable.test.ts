// Whatever a host says becomes text that PostgreSQL takes, and plain text stays as it is.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storableJson, storableText } from './storable.ts';

/** Strings of any UTF-16 code units: lone surrogates, NUL and backslashes come often. */
const hostile = fc.array(
  fc.oneof(fc.constantFrom(0, 0x5c, 0x75, 0x30, 0xd83d, 0xdd25), fc.integer({ min: 0, max: 0xffff })),
);
const text = hostile.map((units) => String.fromCharCode(...units));

test('any text loses only what cannot be held', () => {
  fc.assert(
    fc.property(text, (value) => {
      const stored = storableText(value);
      expect(stored).toBe(value.toWellFormed().replaceAll('\0', '␀'));
      expect(stored.length).toBe(value.length);
      expect(storableText(stored)).toBe(stored);
    }),
  );
});

test('any JSON reads back as the same value with its keys and texts made storable', () => {
  fc.assert(
    fc.property(text, text, (key, value) => {
      const expected = { [storableText(key)]: [storableText(value), 1, null, true] };
      expect(JSON.parse(storableJson({ [key]: [value, 1, null, true] }))).toEqual(expected);
    }),
  );
});

test('an escape that a host wrote out in letters stays letters', () => {
  expect(JSON.parse(storableJson(['\\u0000', '\\\\ud83d', '"\0"']))).toEqual(['\\u0000', '\\\\ud83d', '"␀"']);
});
