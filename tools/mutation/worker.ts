// A thread that tries one mutant after another, on a program evaluated anew wherever that can make a difference.
import { parentPort, workerData } from 'node:worker_threads';
import type { Trial } from './coverage.ts';
import { programOf } from './program.ts';
import { overLimit, turnOn } from './switch.ts';
import type { Examination } from './unit-tests.ts';

/** How a trial ended: the examination that found the mutant, or nothing that did. */
export type Outcome =
  | { readonly state: 'killed' | 'endless'; readonly by: number | 'loading' | 'clock' }
  | { readonly state: 'survived' };

const { code, count } = workerData as { readonly code: string; readonly count: number };
const evaluate = programOf(code);
/** For mutants that are met only while something is asked: evaluated once, and so much faster. */
let shared = evaluate();

async function tried(trial: Trial): Promise<Outcome> {
  turnOn(trial.id, trial.hitsMax);
  if (!trial.loading) {
    const outcome = await asked(trial, shared);
    if (outcome.state === 'survived' || (typeof outcome.by === 'number' && (await holds(outcome.by)))) return outcome;
    // Something was left behind: this program is no judge any more.
    shared = evaluate();
    turnOn(trial.id, trial.hitsMax);
    return asked(trial, evaluate());
  }
  try {
    return await asked(trial, evaluate());
  } catch {
    return { state: 'killed', by: 'loading' };
  }
}

/** Whether the shared program still answers right without any mutant. */
async function holds(index: number): Promise<boolean> {
  turnOn(null);
  try {
    await shared[index]?.run();
    return true;
  } catch {
    return false;
  }
}

async function asked({ id, order, hitsMax }: Trial, program: readonly Examination[]): Promise<Outcome> {
  if (program.length !== count) return { state: 'killed', by: 'loading' };
  for (const index of order) {
    turnOn(id, hitsMax);
    try {
      const answer = program[index]?.run();
      if (answer instanceof Promise) await answer;
    } catch {
      return { state: overLimit() ? 'endless' : 'killed', by: index };
    }
    if (overLimit()) return { state: 'endless', by: index };
  }
  return { state: 'survived' };
}

parentPort?.on('message', (trial: Trial) => {
  void tried(trial).then((outcome) => parentPort?.postMessage(outcome));
});
