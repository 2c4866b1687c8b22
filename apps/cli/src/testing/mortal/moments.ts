// Which moments a process is killed at: all of them, or a part that is spread over them and always the same.
import { expect } from 'vitest';
import { type Held, heldOf } from './held.ts';
import type { Death, Lives } from './lives.ts';
import type { Counts, Kill } from './order.ts';

export const nightly = process.env['BONGSU_NIGHTLY'] !== undefined;

/** The lab's seconds between a death and the next life: at once, soon, after a look-up's wait, after a claim's end. */
const rests = [0, 3, 15, 75];

/** Before and after each write and each call. */
export function everyMoment(counts: Counts): (Death & Kill)[] {
  const all = Object.entries(counts).flatMap(([step, count]) =>
    Array.from({ length: count }, (_, index) => index + 1).flatMap((nth) =>
      (['before', 'after'] as const).map((when) => ({ step, nth, when })),
    ),
  );
  return all.map((one, index) => ({ ...one, restSeconds: rests[index % rests.length] ?? 0 }));
}

/** By night all; by day so many, from all parts of the list. */
export function chosen<One>(all: readonly One[], byDay: number): readonly One[] {
  if (nightly) return all;
  const step = all.length / byDay;
  return Array.from(
    { length: Math.min(byDay, all.length) },
    (_, index) => all[Math.floor((index + 0.5) * step)],
  ).filter((one) => one !== undefined);
}

/** Lives through each of these until there were so many deaths, and tells of all that did not hold. Gives how many deaths there were. */
export async function survives(
  name: string,
  turns: Iterable<readonly Death[]>,
  live: (deaths: readonly Death[]) => Promise<Lives>,
  expected: Held,
  { deathsMost = Infinity, ends = 1 }: { readonly deathsMost?: number; readonly ends?: number | undefined } = {},
): Promise<number> {
  const failures: unknown[] = [];
  let [index, deaths, said] = [0, 0, 0];
  const tally = (): string => `${index} campaigns, ${deaths} deaths, ${failures.length} failures`;
  for (const turn of turns) {
    index += 1;
    const what = { turn: index, deaths: turn };
    try {
      const lives = await live(turn);
      deaths += lives.died.length;
      const held = heldOf(lives, ends);
      if (JSON.stringify(held) !== JSON.stringify(expected))
        failures.push({ ...what, died: lives.died, held, deliveries: lives.said.deliveries });
    } catch (fault) {
      if (!(fault instanceof Error)) throw fault;
      failures.push({ ...what, fault: fault.message.slice(0, 2_000) });
    }
    if (failures.length > said) process.stderr.write(`${JSON.stringify(failures.at(-1))}\n`);
    said = failures.length;
    if (nightly && index % 20 === 0) process.stderr.write(`${name}: ${tally()}\n`);
    if (deaths >= deathsMost) break;
  }
  process.stderr.write(`${name}: ${tally()}\n`);
  expect(failures).toEqual([]);
  return deaths;
}
