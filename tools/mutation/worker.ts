// A thread that tries one mutant after another on a program evaluated anew for each; a mutant that never ends is ended with its thread.
import { parentPort, workerData } from 'node:worker_threads';
import type { Trial } from './coverage.ts';
import { programOf } from './program.ts';
import { overLimit, turnOn } from './switch.ts';
import type { Examination } from './unit-tests.ts';

/** How a trial ended: the examination that found the mutant, or nothing that did. */
export type Outcome =
  | { readonly state: 'killed'; readonly by: number | 'loading' }
  | { readonly state: 'endless' }
  | { readonly state: 'survived' };

const { bundle, count } = workerData as { readonly bundle: string; readonly count: number };
const evaluate = programOf(bundle);

async function tried({ id, order, hitsMax }: Trial): Promise<Outcome> {
  turnOn(id, hitsMax);
  let asked: readonly Examination[];
  try {
    asked = evaluate();
  } catch {
    return { state: 'killed', by: 'loading' };
  }
  if (asked.length !== count) return { state: 'killed', by: 'loading' };
  for (const index of order) {
    turnOn(id, hitsMax);
    try {
      const answer = asked[index]?.run();
      if (answer instanceof Promise) await answer;
    } catch {
      return overLimit() ? { state: 'endless' } : { state: 'killed', by: index };
    }
    if (overLimit()) return { state: 'endless' };
  }
  return { state: 'survived' };
}

parentPort?.on('message', (trial: Trial) => {
  void tried(trial).then((outcome) => parentPort?.postMessage(outcome));
});
