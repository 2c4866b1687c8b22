// The linear engine agrees with JavaScript's own on what both know, refuses the rest, and is not slowed by any text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearPattern } from './linear-pattern.ts';
import { PatternFault } from './pattern-syntax.ts';

const piece = fc.constantFrom(
  'a',
  'b',
  ' ',
  '.',
  '[ab]',
  '[^a]',
  '\\d',
  '\\w',
  '\\s',
  '^',
  '$',
  '\\b',
  '\\B',
  '-',
  '\\.',
);
const counted = fc
  .tuple(piece, fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,}', '{0,2}', '*?'))
  .map(([one, count]) => (/^(?:\^|\$|\\b|\\B)$/.test(one) ? one : one + count));
const pattern: fc.Arbitrary<string> = fc.letrec<{ whole: string; group: string }>((tie) => ({
  whole: fc
    .tuple(
      fc.array(fc.oneof({ maxDepth: 2 }, { weight: 3, arbitrary: counted }, tie('group')), { maxLength: 4 }),
      fc.boolean(),
    )
    .map(([parts, either]) => parts.join(either ? '|' : '')),
  group: fc.tuple(tie('whole'), fc.constantFrom('', '*', '?', '+')).map(([inner, count]) => `(${inner})${count}`),
})).whole;

// Shallow and short, because JavaScript's engine is the one that has no bound.
it('says what JavaScript says of the same pattern', () => {
  fc.assert(
    fc.property(
      pattern,
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '1', '-', '.', '\n', '점'), maxLength: 7 }),
      (source, text) => {
        expect([source, text, linearPattern(source)(text)]).toEqual([source, text, new RegExp(source, 'u').test(text)]);
      },
    ),
    { numRuns: 3000 },
  );
});

it.each([
  ['^\\s*PermitRootLogin\\s+no\\s*$', '  PermitRootLogin   no', true],
  ['(?i)^permitrootlogin[[:space:]]+(no|prohibit-password)$', 'PermitRootLogin no', true],
  ['(?i)^[A-Z]+$', 'ünï', false],
  ['(?i)^[^a]$', 'A', false],
  ['(?i)^[b-d]+$', 'BcD', true],
  ['^[]a]+$', ']a]', true],
  ['^[a-]+$', 'a-a', true],
  ['\\Aab\\z', 'ab', true],
  ['', '', true],
  ['x{0}y', 'y', true],
])('%s on %j: %s', (source, text, expected) => expect(linearPattern(source)(text)).toBe(expected));

it.each([
  '(',
  ')',
  '[a',
  'a**',
  '*a',
  '(?=a)',
  '(?<n>a)',
  '(a)\\1',
  'a{3,2}',
  'a{2000}',
  '\\q',
  '[b-a]',
  '[[:nothing:]]',
  '\\',
  `${'('.repeat(60)}a${')'.repeat(60)}`,
  '((a{1000}){1000})',
  'x'.repeat(501),
])('refuses %s', (source) => expect(() => linearPattern(source)).toThrow(PatternFault));

describe('a hostile text', () => {
  it.each(['^(a+)+$', '^(a|a)*$', '(.*)*x', 'a?a?a?a?a?a?a?a?aaaaaaaa$', '\\s+$'])('does not slow %s', (source) => {
    const started = performance.now();
    linearPattern(source)(`${'a'.repeat(20_000)}!`);
    linearPattern(source)(`${' '.repeat(20_000)}!`);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
