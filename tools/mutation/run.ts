// One mutation run: mutants of the sources, what is asked of them, and how each ended.
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { trialsOf } from './coverage.ts';
import { type Mutant, mutate } from './mutants.ts';
import { tryAll } from './pool.ts';
import { bundleOf, programOf } from './program.ts';
import { explainsOnly } from './rules.ts';

export interface Order {
  readonly root: string;
  /** All sources that are watched, relative to the root: what meets one of their mutants is known to come by them. */
  readonly sources: readonly string[];
  /** Those whose mutants are tried. */
  tries?(source: string): boolean;
  /** The modules that ask: unit tests, and modules that export `examinations`; relative to the root. */
  readonly asking: readonly string[];
  /** A mutant that works longer has no end. */
  readonly secondsMax?: number;
  /** Told as it goes. */
  progress?(done: number, all: number, survived: number): void;
}

export interface Result {
  readonly mutant: Mutant;
  /**
   * `excused`: it survived, and a rule says why it may. `unmet`: no examination comes by it, so it survives without being tried.
   * `ignored`: a rule leaves it out.
   */
  readonly state: 'killed' | 'endless' | 'survived' | 'excused' | 'unmet' | 'ignored';
}

/** Tries every mutant; throws where an examination fails without any. */
export async function mutationRun(order: Order): Promise<Result[]> {
  const { root, sources, asking, secondsMax = 20, tries = () => true, progress } = order;
  const { mutants: all, instrumented } = await mutate(root, sources);
  const mutants = all.filter(({ path }) => tries(path));
  const { code, importers } = await bundleOf(
    root,
    asking.map((path) => join(root, path)),
    instrumented,
  );
  const evaluate = programOf(code, { now: () => 0 });
  const count = evaluate().length;
  if (count === 0) throw new Error('there is nothing that could kill a mutant');
  const trials = await trialsOf(evaluate, all, (path) =>
    (importers.get(join(root, path)) ?? []).map((importer) => relative(root, importer)),
  );
  const results = new Map<string, Result>();
  const waiting = mutants.filter((mutant) => {
    const state =
      mutant.rule !== null && !explainsOnly(mutant.rule) ? 'ignored' : trials.has(mutant.id) ? null : 'unmet';
    if (state !== null) results.set(mutant.id, { mutant, state });
    return state === null;
  });
  const byId = new Map(waiting.map((mutant) => [mutant.id, mutant]));
  /** What killed the neighbours kills most: the last few examinations by function. */
  const killers = new Map<string, number[]>();
  const place = ({ path, within }: Mutant): string => `${path} ${within}`;
  let [at, survived] = [0, 0];
  await tryAll(
    { code, count, threads: availableParallelism(), secondsMax },
    () => {
      const mutant = waiting[at++];
      const trial = mutant && trials.get(mutant.id);
      if (!trial) return undefined;
      const first = new Set(killers.get(place(mutant)));
      const known = trial.order.filter((index) => first.has(index));
      return { ...trial, order: [...known, ...trial.order.filter((index) => !first.has(index))] };
    },
    ({ id }, outcome) => {
      const mutant = byId.get(id);
      if (!mutant) return;
      const excused = outcome.state === 'survived' && mutant.rule !== null;
      results.set(id, { mutant, state: excused ? 'excused' : outcome.state });
      if (outcome.state === 'survived' && !excused) survived += 1;
      if (outcome.state !== 'survived' && typeof outcome.by === 'number') {
        const { by } = outcome;
        killers.set(place(mutant), [by, ...(killers.get(place(mutant)) ?? []).filter((one) => one !== by)].slice(0, 8));
      }
      progress?.(results.size, mutants.length, survived);
    },
  );
  return mutants.flatMap(({ id }) => results.get(id) ?? []);
}
