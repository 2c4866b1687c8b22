// A run over a sample: what a test asks is killed, what none asks lives, what never ends is ended, and what cannot be tried is not called green.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mutationRun, type Result } from './run.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Runs over these files; those that end in `.test.ts` ask. Gives the states by key. */
async function run(files: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, Result['state']>> {
  const root = mkdtempSync(join(tmpdir(), 'mutation-'));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const asking = Object.keys(files).filter((path) => path.endsWith('.test.ts'));
  const sources = Object.keys(files).filter((path) => !path.endsWith('.test.ts'));
  const results = await mutationRun({ root, sources, asking, secondsMax: 0.5 });
  return new Map(results.map(({ mutant, state }) => [`${mutant.path} ${mutant.key}`, state]));
}

const grade = `
const best: number = 90;
export function grade(points: number): string {
  if (points > best) return 'excellent';
  return points >= 60 ? 'pass' : 'fail';
}
export function unused(): number { return 1 + 1; }
`;
const gradeTest = `
import { describe, expect, it } from 'vitest';
import { grade } from './grade.ts';
describe('a grade', () => {
  it.each([[60, 'pass'], [59, 'fail']])('of %s is %s', (points, word) => { expect(grade(points)).toBe(word); });
  it('waits', async () => { await Promise.resolve(); expect(grade(91)).not.toBe(''); });
});
`;

describe('a sample', async () => {
  const states = await run({ 'grade.ts': grade, 'grade.test.ts': gradeTest });

  it('kills what a test asks, in a promise too', () => {
    expect(states.get('grade.ts grade | EqualityOperator | points >= 60 → points > 60')).toBe('killed');
    expect(states.get('grade.ts grade | ConditionalExpression | points > best → true')).toBe('killed');
    expect(states.get(`grade.ts grade | StringLiteral | 'excellent' → ""`)).toBe('killed');
  });

  it('lets live what no test asks, and says where none even comes by', () => {
    expect(states.get('grade.ts grade | EqualityOperator | points > best → points >= best')).toBe('survived');
    expect(states.get('grade.ts grade | ConditionalExpression | points > best → false')).toBe('survived');
    expect(states.get('grade.ts unused | ArithmeticOperator | 1 + 1 → 1 - 1')).toBe('unmet');
  });
});

it('tries what runs while the modules load, and counts a program that does not load as killed', async () => {
  const states = await run({
    'limits.ts': `export const limits = new Map([['a', 1]]);\nexport const words = ['x'];\nif (!words.includes('x')) throw new Error('x');\n`,
    'limits.test.ts': `import { expect, it } from 'vitest';\nimport { limits } from './limits.ts';\nit('knows a', () => { expect(limits.get('a')).toBe(1); });\n`,
  });
  expect(states.get(`limits.ts limits | StringLiteral | 'a' → ""`)).toBe('killed');
  expect(states.get(`limits.ts words | ArrayDeclaration | ['x'] → []`)).toBe('killed');
});

it('ends what never ends: loops that come by a mutant, and loops that do not', { timeout: 120_000 }, async () => {
  const states = await run({
    'loops.ts': `
export function count(): number { let n = 0; for (let i = 0; i < 3; i += 1) n += 1; return n; }
const step = (): number => 1;
export function climb(): number { const by = step(); let n = 0; while (n !== 3) n = n + (by || 0); return n; }
`,
    'loops.test.ts': `
import { expect, it } from 'vitest';
import { climb, count } from './loops.ts';
it('counts', () => { expect(count()).toBe(3); });
it('climbs', () => { expect(climb()).toBe(3); });
`,
  });
  expect(states.get('loops.ts count | AssignmentOperator | i += 1 → i -= 1')).toBe('endless');
  expect(states.get('loops.ts step | ArrowFunction | (): number => 1 → () => undefined')).toBe('endless');
});

it('refuses a sample whose tests fail without a mutant, or that has none', async () => {
  const wrong = `import { expect, it } from 'vitest';\nit('is wrong', () => { expect(1).toBe(2); });\n`;
  await expect(run({ 'one.ts': 'export const one = 1;', 'one.test.ts': wrong })).rejects.toThrow('is wrong');
  await expect(run({ 'one.ts': 'export const one = true;' })).rejects.toThrow('nothing');
});
