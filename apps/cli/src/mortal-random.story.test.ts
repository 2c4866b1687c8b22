// Small campaigns killed at random again and again, also while they recover: nothing is lost, nothing is sent, run or told twice.
//
// By day a few; 1,000 deaths with `npm run nightly`. BONGSU_SEED=<n> replays the draws of a run that failed.
import { databasePrograms, fleetWorld } from '@bongsu/lab';
import { describe, expect, it } from 'vitest';
import { type Expected, expectedOf, heldOf } from './testing/mortal/held.ts';
import { type Death, type MortalWorld, mortalWorld } from './testing/mortal/lives.ts';
import { nightly, survives } from './testing/mortal/moments.ts';
import type { Counts, Story } from './testing/mortal/order.ts';
import type { StoreEngine } from './testing/mortal/fresh-stores.ts';

const noServer = databasePrograms() === null;
if (noServer) process.stderr.write('SKIPPED: no PostgreSQL server is installed (Debian: apt-get install postgresql)\n');

const seed = Number(process.env['BONGSU_SEED'] ?? 20261126);

/** Steps that only a life after a death takes. */
const recovering: Counts = {
  'call sentBefore': 1,
  'write targetTakeOver': 1,
  'write targetReclaim': 2,
  'write targetMove': 4,
};
/** Of this machine's: a life takes about a second and a half. */
const millisecondsMost = 3_000;
const restSecondsMost = 90;
const deathsMost = 4;

/** A linear congruential generator (Numerical Recipes' constants), of which the high bits are used. */
function lots(from: number): (most: number) => number {
  let state = from;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

function drawn(counts: Counts, draw: (most: number) => number): Death {
  const restSeconds = draw(restSecondsMost);
  if (draw(10) < 3) return { milliseconds: draw(millisecondsMost), restSeconds };
  const steps = Object.entries(draw(4) === 0 ? recovering : counts);
  const [step = '', count = 1] = steps[draw(steps.length)] ?? [];
  return { step, nth: 1 + draw(count), when: draw(2) === 0 ? 'before' : 'after', restSeconds };
}

function* turnsOf(counts: Counts, draw: (most: number) => number): Generator<Death[]> {
  for (;;) yield Array.from({ length: 1 + draw(deathsMost) }, () => drawn(counts, draw));
}

interface Row {
  readonly engine: StoreEngine;
  readonly delivery: 'presigned' | 'batch';
  readonly hosts: number;
  readonly expected: Expected;
  /** Deaths by night and by day. */
  readonly deaths: readonly [number, number];
}

const rows: readonly Row[] = [
  { engine: 'PostgreSQL', delivery: 'presigned', hosts: 2, expected: { hosts: 2, sends: 2 }, deaths: [500, 3] },
  { engine: 'PostgreSQL', delivery: 'batch', hosts: 3, expected: { hosts: 3, sends: 1 }, deaths: [400, 3] },
  { engine: 'PGlite', delivery: 'presigned', hosts: 2, expected: { hosts: 2, sends: 2 }, deaths: [100, 2] },
];

describe.each(rows.filter((row) => row.engine === 'PGlite' || !noServer))('$delivery, on $engine', (row) => {
  it('survives any number of deaths at random', { timeout: 28_800_000 }, async () => {
    const world: MortalWorld = await mortalWorld(fleetWorld(row.hosts, 1, { simulated: true }), row.engine);
    const story: Story = { kind: 'campaign', delivery: row.delivery };
    const name = `${row.delivery} on ${row.engine}, seed ${seed}`;
    const [byNight, byDay] = row.deaths;
    const most = nightly ? byNight : byDay;
    try {
      const whole = await world.live([], story);
      expect(heldOf(whole)).toEqual(expectedOf(row.expected));
      const turns = turnsOf(whole.said.counts, lots(seed));
      const deaths = await survives(name, turns, (one) => world.live(one, story), row.expected, most);
      expect(deaths).toBeGreaterThanOrEqual(most);
    } finally {
      await world.close();
    }
  });
});
