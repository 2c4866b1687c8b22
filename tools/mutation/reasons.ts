// The written reasons for mutants that may live: which survivors they explain, and which of them explain nothing any more.
import type { Mutant } from './mutants.ts';

/** `reasons.json`. A reason that begins with `@` stands under its name in `words`. */
export interface Reasons {
  readonly words: Readonly<Record<string, string>>;
  /** By path, then by the key of the mutant. */
  readonly files: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface Weighed {
  readonly explained: readonly Mutant[];
  readonly unexplained: readonly Mutant[];
  /** Entries that no survivor needs, and names that nothing defines or uses, in one sentence each. */
  readonly stale: readonly string[];
}

/** Weighs the survivors of these sources; entries of sources that still stand and were not run are left alone. */
export function weigh(
  survivors: readonly Mutant[],
  reasons: Reasons,
  run: ReadonlySet<string>,
  standing: ReadonlySet<string>,
): Weighed {
  const reasonOf = ({ path, key }: Mutant): string | undefined => reasons.files[path]?.[key];
  const alive = new Set(survivors.map(({ path, key }) => `${path} ${key}`));
  const entries = Object.entries(reasons.files).flatMap(([path, ofFile]) =>
    Object.entries(ofFile).map(([key, reason]) => ({ path, key, reason })),
  );
  const used = new Set(entries.map(({ reason }) => reason));
  return {
    explained: survivors.filter((mutant) => reasonOf(mutant) !== undefined),
    unexplained: survivors.filter((mutant) => reasonOf(mutant) === undefined),
    stale: [
      ...entries
        .filter(({ path, key }) => (run.has(path) || !standing.has(path)) && !alive.has(`${path} ${key}`))
        .map(({ path, key }) => `${path}: ${key}: no such mutant survives`),
      ...entries
        .filter(({ reason }) => (reason.startsWith('@') ? reasons.words[reason.slice(1)] === undefined : reason === ''))
        .map(({ path, key, reason }) => `${path}: ${key}: "${reason}" is no reason`),
      ...Object.keys(reasons.words)
        .filter((name) => !used.has(`@${name}`))
        .map((name) => `words: ${name}: nothing uses it`),
    ],
  };
}
