// Small campaigns killed at random again and again, also while they recover: nothing is lost, nothing is sent, run or told twice.
//
// By day a few; 1,000 deaths with `npm run nightly`: processes that are killed, and lives within this process that are never answered again,
// which leave the same. BONGSU_SEED=<n> replays the draws of a run that failed.
import { databasePrograms, fleetWorld } from '@bongsu/lab';
import { describe, expect, it } from 'vitest';
import type { StoreEngine } from './testing/mortal/fresh-stores.ts';
import { expectedOf, heldOf } from './testing/mortal/held.ts';
import { leftOf } from './testing/mortal/left.ts';
import { lifeStart } from './testing/mortal/life.ts';
import { type Death, type Lives, mortalWorld } from './testing/mortal/lives.ts';
import { chosen, nightly, survives } from './testing/mortal/moments.ts';
import type { Counts, Story } from './testing/mortal/order.ts';
import { lifeRehearse } from './testing/mortal/rehearsed.ts';

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

function drawn(counts: Counts, draw: (most: number) => number, atInstants: boolean): Death {
  const restSeconds = draw(restSecondsMost);
  if (atInstants && draw(10) < 3) return { milliseconds: draw(millisecondsMost), restSeconds };
  const steps = Object.entries(draw(4) === 0 ? recovering : counts);
  const [step = '', count = 1] = steps[draw(steps.length)] ?? [];
  return { step, nth: 1 + draw(count), when: draw(2) === 0 ? 'before' : 'after', restSeconds };
}

function* turnsOf(counts: Counts, atInstants: boolean): Generator<Death[]> {
  const draw = lots(seed);
  for (;;) yield Array.from({ length: 1 + draw(deathsMost) }, () => drawn(counts, draw, atInstants));
}

interface Row {
  readonly way: 'live' | 'rehearse';
  readonly engine: StoreEngine;
  readonly delivery: 'presigned' | 'batch';
  /** Deaths by night and by day. */
  readonly deaths: readonly [number, number];
}

const rows: readonly Row[] = [
  { way: 'live', engine: 'PostgreSQL', delivery: 'presigned', deaths: [80, 2] },
  { way: 'live', engine: 'PostgreSQL', delivery: 'batch', deaths: [80, 2] },
  { way: 'live', engine: 'PGlite', delivery: 'presigned', deaths: [40, 1] },
  { way: 'rehearse', engine: 'PostgreSQL', delivery: 'presigned', deaths: [400, 8] },
  { way: 'rehearse', engine: 'PostgreSQL', delivery: 'batch', deaths: [400, 8] },
];
const ways = { live: 'killed', rehearse: 'never answered again' } as const;
const expectedIn = {
  presigned: { hosts: 2, sends: 2 },
  batch: { hosts: 3, sends: 1 },
} as const;

describe.each(rows.filter((row) => row.engine === 'PGlite' || !noServer))('$way: $delivery, on $engine', (row) => {
  it('survives any number of deaths at random', { timeout: 28_800_000 }, async () => {
    const { way, engine, delivery, deaths } = row;
    const { hosts, sends } = expectedIn[delivery];
    const expected = expectedOf({ hosts, sends });
    const world = await mortalWorld(fleetWorld(hosts, 1, { simulated: true }), engine);
    const story: Story = { kind: 'campaign', delivery };
    const live = (some: readonly Death[]): Promise<Lives> => world[way](some, story);
    const [byNight, byDay] = deaths;
    const most = nightly ? byNight : byDay;
    try {
      const whole = await live([]);
      expect(heldOf(whole)).toEqual(expected);
      const turns = turnsOf(whole.said.counts, way === 'live');
      const name = `${delivery} on ${engine}, ${ways[way]}, seed ${seed}`;
      expect(await survives(name, turns, live, expected, { deathsMost: most })).toBeGreaterThanOrEqual(most);
    } finally {
      await world.close();
    }
  });
});

describe.runIf(!noServer).each(['presigned', 'batch'] as const)('%s, to hosts with every trouble', (delivery) => {
  it('says the truth of each after any number of deaths', { timeout: 14_400_000 }, async () => {
    const [hosts, most] = [40, nightly ? 200 : 2];
    const fleet = fleetWorld(hosts, 3, { simulated: true, faults: 0.05 });
    const world = await mortalWorld(fleet, 'PostgreSQL', { deliverTwice: true });
    const live = (some: readonly Death[]): Promise<Lives> => world.rehearse(some, { kind: 'campaign', delivery });
    try {
      const whole = await live([]);
      const held = heldOf(whole);
      expect(held).toMatchObject({ phases: ['ended'], total: hosts, ended: hosts, record: ['good'], untrue: [] });
      expect(held).toMatchObject({ runsTwice: 0, toldTwice: [], untold: [] });
      expect(Math.max(...held.runs)).toBe(1);
      const turns = turnsOf(whole.said.counts, false);
      const name = `${delivery} to hosts with every trouble, seed ${seed}`;
      expect(await survives(name, turns, live, held, { deathsMost: most })).toBeGreaterThanOrEqual(most);
    } finally {
      await world.close();
    }
  });
});

/** Where no two steps of one host are in hand at once, so that there is one truth about what was done. */
const alone: readonly string[] = [
  ...['write snapshotPut', 'write campaignPut', 'call scriptPut', 'call document', 'write targetClaim', 'call send'],
  ...[
    'write targetMove',
    'write evidencePut',
    'write verdictPut',
    'write campaignEnding',
    'call sign',
    'write recordPut',
  ],
  ...['write deliveryPut', 'write deliveryTake'],
];

it.skipIf(noServer)(
  'a life that is never answered again leaves what a kill leaves',
  { timeout: 1_200_000 },
  async () => {
    const world = await mortalWorld(fleetWorld(1, 1, { simulated: true }), 'PostgreSQL');
    const story: Story = { kind: 'campaign', delivery: 'presigned' };
    try {
      const whole = (await world.live([], story)).said;
      const moments = alone.flatMap((step) => [
        { step, nth: 1, when: 'before' as const },
        { step, nth: 1, when: 'after' as const },
      ]);
      for (const kill of chosen(moments, 3)) {
        const left: object[] = [];
        for (const how of ['kill', 'rehearse'] as const) {
          const lives = await world.turn(story, async (order) => {
            const { lab, ground } = world;
            const ended =
              how === 'kill'
                ? (await lifeStart(order, kill, ground).ended).errors.trim()
                : (await lifeRehearse(order, kill, lab)).died;
            expect(ended).toBe(`killed ${kill.when} ${kill.step} ${kill.nth}`);
            left.push(await leftOf(order.place));
            return { said: whole, died: [] };
          });
          left.push({ taken: lives.taken, told: lives.told.size, runs: lives.truth.map((one) => one.runs.length) });
        }
        expect(left.slice(2), JSON.stringify(kill)).toEqual(left.slice(0, 2));
      }
    } finally {
      await world.close();
    }
  },
);
