// Which examinations come by which mutant, learned from one run of all of them without any mutant.
import type { Examination } from './unit-tests.ts';
import { metDuring } from './switch.ts';

/** What one mutant is asked. */
export interface Trial {
  readonly id: string;
  /** Indices of examinations, those that find out soonest first. */
  readonly order: readonly number[];
  /** More meetings than this within one examination count as a loop without an end. */
  readonly hitsMax: number;
}

/** Ten times what a mutant meets in good order is already strange; small numbers get room. */
const hitsMax = (most: number): number => most * 100 + 10_000;

/** The trial of every mutant that something comes by. One that is met while the modules load may change anything: all are asked. */
export async function trialsOf(
  evaluate: () => readonly Examination[],
  fileOf: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, Trial>> {
  let asked: readonly Examination[] = [];
  const loading = await metDuring(() => {
    asked = evaluate();
  });
  const meetings = new Map<string, { order: number[]; most: number }>();
  const ofFile = new Map<string, Set<number>>();
  for (const [index, { name, run }] of asked.entries()) {
    const met = await metDuring(async () => {
      try {
        await run();
      } catch (cause) {
        throw new Error(`fails without any mutant: ${name}`, { cause });
      }
    });
    for (const [id, count] of met) {
      const one = meetings.get(id) ?? { order: [], most: 0 };
      meetings.set(id, one);
      one.order.push(index);
      one.most = Math.max(one.most, count);
      const file = fileOf.get(id) ?? '';
      ofFile.set(file, (ofFile.get(file) ?? new Set()).add(index));
    }
  }
  const all = asked.map((_, index) => index);
  const trials = new Map<string, Trial>();
  for (const [id, { order, most }] of meetings) trials.set(id, { id, order, hitsMax: hitsMax(most) });
  for (const [id, count] of loading) {
    const near = [...(meetings.get(id)?.order ?? []), ...(ofFile.get(fileOf.get(id) ?? '') ?? [])];
    const order = [...new Set([...near, ...all])];
    trials.set(id, { id, order, hitsMax: hitsMax(Math.max(count, meetings.get(id)?.most ?? 0)) });
  }
  return trials;
}
