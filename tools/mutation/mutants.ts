// The mutants of a set of sources: made and put into the text by Stryker's instrumenter, and named here so that a reason can find them again.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { type Plan, planOf } from './plan.ts';

export interface Mutant {
  /** Of this run alone. */
  readonly id: string;
  /** Relative to the root. */
  readonly path: string;
  readonly line: number;
  /** Names it over time: the function it stands in, the mutator, and what is put in place of what. */
  readonly key: string;
  readonly within: string;
  /** The rule that leaves it out. */
  readonly rule: string | null;
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
  const change = `${short(plan.text.slice(start, end))} → ${short(replacement)}`;
  return {
    id,
    path: plan.path,
    line: location.start.line + 1,
    key: `${within} | ${mutatorName} | ${change}`,
    within,
    rule: plan.rule(start, end),
  };
}

/** One line of at most 120 characters, with both ends of the text. */
function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 120 ? line : `${line.slice(0, 80)} … ${line.slice(-37)}`;
}
