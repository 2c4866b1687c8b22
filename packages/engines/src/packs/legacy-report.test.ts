// What a foreign script prints: taken in the form of the contract, refused in every other, harmless in all.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { legacyReport } from './legacy-report.ts';

const codes = new Set(['L-01', 'L-02']);
const line = (value: object): string => JSON.stringify({ code: 'L-01', ...value });

it.each([
  ['양호', 'pass'],
  [' GOOD ', 'pass'],
  ['Vulnerable', 'fail'],
  ['취약', 'fail'],
  ['N/A', 'notApplicable'],
  ['수동', 'manual'],
  ['error', 'unknown'],
])('%s is %s', (status, expected) =>
  expect(legacyReport([line({ status })], codes).results.get('L-01')?.status).toBe(expected),
);

it('takes evidence as a text, texts or proofs', () => {
  const of = (evidence: unknown) =>
    legacyReport([line({ status: 'good', evidence })], codes).results.get('L-01')?.evidence;
  expect(of('a')).toEqual([{ source: 'script', found: 'a' }]);
  expect(of(['a', { source: '/etc/x:3', found: 'b', expected: 'c' }])).toEqual([
    { source: 'script', found: 'a' },
    { source: '/etc/x:3', found: 'b', expected: 'c' },
  ]);
  expect(of(undefined)).toEqual([]);
});

it.each<[string, string, RegExp]>([
  ['no JSON', 'checking...', /^line 1: is no JSON object$/],
  ['a list', '[1]', /no JSON object/],
  ['no code', '{"status":"good"}', /has no code/],
  ['an unknown code', '{"code":"X\\u001b[31m","status":"good"}', /unknown code "X\\\\u001b\[31m"$/],
  ['a long line', `{"code":"L-01","status":"good","reason":"${'x'.repeat(20_000)}"}`, /longer than/],
])('refuses a line with %s', (_what, text, why) => {
  const report = legacyReport([text], codes);
  expect(report.results.size).toBe(0);
  expect(report.refused[0]).toMatch(why);
});

it.each<[string, readonly string[], RegExp]>([
  ['an unknown status', [line({ status: 'fine' })], /status "fine" is no word/],
  ['no status', [line({})], /is no word/],
  ['evidence of another shape', [line({ status: 'good', evidence: [1] })], /neither text nor/],
  ['a reason of another shape', [line({ status: 'good', reason: {} })], /reason is no text/],
  ['two words on one item', [line({ status: 'good' }), line({ status: 'good' })], /twice/],
])('believes nothing of an item with %s', (_what, lines, why) => {
  const report = legacyReport(lines, codes);
  expect(report.results.has('L-01')).toBe(false);
  expect(report.faults.get('L-01')).toMatch(why);
});

it('never throws, never lets a control character through, and knows no code but its own', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('L-01', 'L-02', 'good', '취약'),
    fc.jsonValue(),
  );
  const object = fc
    .dictionary(fc.constantFrom('code', 'status', 'reason', 'evidence', '__proto__'), value)
    .map((one) => JSON.stringify(one));
  fc.assert(
    fc.property(fc.array(fc.oneof(object, fc.string({ unit: 'binary' })), { maxLength: 6 }), (lines) => {
      const report = legacyReport(lines, codes);
      for (const code of [...report.results.keys(), ...report.faults.keys()]) expect(codes.has(code)).toBe(true);
      const shown = [...report.results.values()].flatMap((one) => [
        one.reason,
        ...one.evidence.flatMap((proof) => [proof.source, proof.found]),
      ]);
      for (const text of [...shown, ...report.refused])
        expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    }),
  );
});
