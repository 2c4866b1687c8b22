// Reasons explain survivors by key, and a reason that explains nothing is an error of its own.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Mutant } from './mutants.ts';
import { type Reasons, weigh } from './reasons.ts';
import { judgingSources } from './scope.ts';

const mutant = (path: string, key: string): Mutant => ({ id: '1', path, line: 1, key, within: '', rule: null });
const [one, two] = [mutant('a.ts', 'f | X | 1 → 2'), mutant('a.ts', 'f | X | 2 → 3')];
const run = new Set(['a.ts']);

it('tells the explained from the others', () => {
  const reasons = { words: { same: 'equal' }, files: { 'a.ts': { [one.key]: '@same' } } };
  expect(weigh([one, two], reasons, run, run)).toEqual({ explained: [one], unexplained: [two], stale: [] });
});

it.each<[string, Reasons, string]>([
  ['a mutant that is dead or gone', { words: {}, files: { 'a.ts': { 'f | X | 9 → 0': 'why' } } }, 'no such mutant'],
  ['a source that is gone', { words: {}, files: { 'gone.ts': { [one.key]: 'why' } } }, 'no such mutant'],
  ['a name that nothing defines', { words: {}, files: { 'a.ts': { [one.key]: '@lost' } } }, 'is no reason'],
  ['an empty reason', { words: {}, files: { 'a.ts': { [one.key]: '' } } }, 'is no reason'],
  ['a name that nothing uses', { words: { idle: 'why' }, files: {} }, 'nothing uses it'],
])('finds %s', (_name, reasons, said) => {
  expect(weigh([one], reasons, run, new Set(['a.ts', 'b.ts'])).stale).toEqual([expect.stringContaining(said)]);
});

it('leaves the reasons of sources that were not run alone', () => {
  const reasons = { words: {}, files: { 'b.ts': { [one.key]: 'why' } } };
  expect(weigh([], reasons, run, new Set(['a.ts', 'b.ts'])).stale).toEqual([]);
});

it('every written reason is for a source that judges', () => {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const written = JSON.parse(readFileSync(new URL('./reasons.json', import.meta.url), 'utf8')) as Reasons;
  const standing = judgingSources(root);
  expect(Object.keys(written.files).filter((path) => !standing.includes(path))).toEqual([]);
});
