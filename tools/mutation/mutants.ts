// The mutants of a set of sources: made and put into the text by Stryker's instrumenter, and named here so that a reason can find them again.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { type Plan, planOf } from './plan.ts';
import type { RuleName } from './rules.ts';

export interface Mutant {
  /** Of this run alone. */
  readonly id: string;
  /** Relative to the root. */
  readonly path: string;
  readonly line: number;
  /** Names it over time: the function it stands in, the mutator, and what is put in place of what. */
  readonly key: string;
  readonly within: string;
  /** The rule that speaks about it. */
  readonly rule: RuleName | null;
}

export interface Mutation {
  readonly mutants: readonly Mutant[];
  /** Absolute path to instrumented text. */
  readonly instrumented: ReadonlyMap<string, string>;
}

type Say = () => void;
const quiet = (): boolean => false;
const silent: Say = () => undefined;
const logger = {
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  fatal: silent,
  isTraceEnabled: quiet,
  isDebugEnabled: quiet,
  isInfoEnabled: quiet,
  isWarnEnabled: quiet,
  isErrorEnabled: quiet,
  isFatalEnabled: quiet,
};

/** Makes all mutants of these sources; the paths are relative to the root. */
export async function mutate(root: string, paths: readonly string[]): Promise<Mutation> {
  const texts = new Map(paths.map((path) => [join(root, path), readFileSync(join(root, path), 'utf8')]));
  const sources = [...texts].map(([name, content]) => ({ name, content, mutate: true }));
  const options = { plugins: null, excludedMutations: [], ignorers: [], noHeader: false };
  const { files, mutants } = await new Instrumenter(logger).instrument(sources, options);
  const plans = new Map(paths.map((path) => [join(root, path), planOf(path, texts.get(join(root, path)) ?? '')]));
  return {
    mutants: mutants.flatMap(({ id, fileName, location, mutatorName, replacement }) => {
      const plan = plans.get(fileName);
      return plan ? [named(plan, { id, location, mutatorName, replacement })] : [];
    }),
    instrumented: new Map(files.map(({ name, content }) => [name, content])),
  };
}

interface Position {
  readonly line: number;
  readonly column: number;
}

interface Made {
  readonly id: string;
  readonly location: { readonly start: Position; readonly end: Position };
  readonly mutatorName: string;
  readonly replacement: string;
}

function named(plan: Plan, { id, location, mutatorName, replacement }: Made): Mutant {
  const [start, end] = [plan.offset(location.start), plan.offset(location.end)];
  const within = plan.within(start, end);
  const change = changeOf(plan.text.slice(start, end), replacement);
  return {
    id,
    path: plan.path,
    line: location.start.line + 1,
    key: `${within} | ${mutatorName} | ${change}`,
    within,
    rule: plan.rule(start, end),
  };
}

const roomMax = 120;

/** `original → replacement`, each on one line; long ones as the part that differs, with a little of what stands around it. */
export function changeOf(original: string, replacement: string): string {
  const [before, after] = [original, replacement].map((text) => text.replace(/\s+/g, ' ').trim()) as [string, string];
  if (before.length <= roomMax && after.length <= roomMax) return `${before} → ${after}`;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const [from, rest] = [Math.max(0, head - 30), Math.max(0, tail - 30)];
  return `${cut(before, from, rest)} → ${cut(after, from, rest)}`;
}

/** The text without so much at its start and end; its middle left out where it is long all the same. */
function cut(text: string, from: number, rest: number): string {
  const part = text.slice(from, text.length - rest);
  const middle = part.length <= roomMax ? part : `${part.slice(0, 80)} … ${part.slice(-37)}`;
  return `${from > 0 ? '…' : ''}${middle}${rest > 0 ? '…' : ''}`;
}
