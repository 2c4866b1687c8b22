// The numbers of a mutation run by folder, as a table for the screen.
import { dirname } from 'node:path';
import type { Mutant } from './mutants.ts';
import type { Result } from './run.ts';

const columns = ['mutants', 'ignored', 'killed', 'endless', 'excused', 'survived', 'unmet', 'no reason'] as const;

/** One row a folder and one for all; what was tried was killed, endless, excused or survived. */
export function table(results: readonly Result[], unexplained: ReadonlySet<Mutant>): string {
  const folders = Map.groupBy(results, ({ mutant }) => dirname(mutant.path));
  const rows = [...folders].toSorted(([a], [b]) => a.localeCompare(b, 'en'));
  return [
    row('folder', columns),
    ...rows.map(([folder, some]) => row(folder, counts(some, unexplained))),
    row('all', counts(results, unexplained)),
  ].join('\n');
}

function counts(results: readonly Result[], unexplained: ReadonlySet<Mutant>): readonly number[] {
  const of = (state: Result['state']): number => results.filter((result) => result.state === state).length;
  const open = results.filter(({ mutant }) => unexplained.has(mutant)).length;
  return [results.length, of('ignored'), of('killed'), of('endless'), of('excused'), of('survived'), of('unmet'), open];
}

function row(name: string, cells: readonly (string | number)[]): string {
  return [name.padEnd(46), ...cells.map((cell) => String(cell).padStart(9))].join(' ');
}
