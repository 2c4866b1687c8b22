// Campaigns killed before and after each write and each call, in turn: nothing is lost, nothing is sent, run or told twice, the sums hold.
//
// By day some of the moments; all of them with `npm run nightly`.
import { databasePrograms, eventQueues, fleetWorld, instance, type WorldSpec } from '@bongsu/lab';
import { describe, expect, it } from 'vitest';
import type { StoreEngine } from './testing/mortal/fresh-stores.ts';
import { type Expected, expectedOf, heldOf } from './testing/mortal/held.ts';
import { type Death, type Lives, type MortalWorld, mortalWorld } from './testing/mortal/lives.ts';
import { chosen, everyMoment, survives } from './testing/mortal/moments.ts';
import type { Story } from './testing/mortal/order.ts';

const noServer = databasePrograms() === null;
if (noServer) process.stderr.write('SKIPPED: no PostgreSQL server is installed (Debian: apt-get install postgresql)\n');

const [account, region, queue] = ['200000000000', 'ap-northeast-2', 'bongsu-hosts'];

/** A host that the events tell of: a new one each time. */
function newInstance({ lab }: MortalWorld): Story {
  const spec = instance(account, `new-${lab.truth().length}`, 'amazon-linux-2023-tidy', { simulated: 'well' });
  lab.launch(account, region, spec);
  return { kind: 'watch', queueUrl: lab.queueUrl(queue), instanceIds: [spec.instanceId] };
}

interface Row {
  readonly name: string;
  readonly engine: StoreEngine;
  readonly world: WorldSpec;
  readonly story: (world: MortalWorld) => Story;
  readonly expected: Expected;
  readonly byDay: number;
}

const three = fleetWorld(3, 2, { simulated: true });
const rows: readonly Row[] = [
  {
    ...{ name: 'presigned', engine: 'PGlite', world: three, byDay: 6 },
    story: () => ({ kind: 'campaign', delivery: 'presigned' }),
    expected: { hosts: 3, sends: 3 },
  },
  {
    ...{ name: 'batch', engine: 'PostgreSQL', world: three, byDay: 4 },
    story: () => ({ kind: 'campaign', delivery: 'batch' }),
    expected: { hosts: 3, sends: 2 },
  },
  {
    ...{ name: 'retry', engine: 'PostgreSQL', byDay: 4 },
    world: fleetWorld(3, 2, { simulated: true, faults: { 'step-fails': 1 / 3 } }),
    story: () => ({ kind: 'campaign', delivery: 'presigned', retry: { states: ['failed'], attemptsMax: 2 } }),
    expected: { hosts: 3, sends: 4, troubled: { hosts: 1, attempts: 2, state: 'failed' } },
  },
  {
    ...{ name: 'a new instance', engine: 'PostgreSQL', byDay: 4 },
    world: { ...fleetWorld(1, 1, { simulated: true }), queues: eventQueues(region, 'v1/') },
    story: newInstance,
    expected: { hosts: 1, sends: 1, channels: ['/webhook'] },
  },
];

describe.each(rows.filter((row) => row.engine === 'PGlite' || !noServer))('$name, on $engine', (row) => {
  it('survives its death at each write and each call', { timeout: 14_400_000 }, async () => {
    const world = await mortalWorld(row.world, row.engine);
    try {
      const live = (deaths: readonly Death[]): Promise<Lives> => world.live(deaths, row.story(world));
      const whole = await live([]);
      expect(heldOf(whole)).toEqual(expectedOf(row.expected));
      const moments = everyMoment(whole.said.counts);
      expect(moments.length).toBeGreaterThan(100);
      const turns = chosen(moments, row.byDay).map((one) => [one]);
      const deaths = await survives(row.name, turns, live, row.expected);
      // A campaign that goes quicker than the first has some moments less.
      expect(deaths).toBeGreaterThan(turns.length * 0.7);
    } finally {
      await world.close();
    }
  });
});
