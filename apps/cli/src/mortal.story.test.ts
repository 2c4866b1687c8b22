// Campaigns killed before and after each write and each call, in turn: nothing is lost, nothing is sent, run or told twice, the sums hold.
//
// By day some of the moments; all of them with `npm run nightly`.
import { databasePrograms, eventQueues, fleetWorld, instance, type WorldSpec } from '@bongsu/lab';
import { describe, expect, it } from 'vitest';
import type { StoreEngine } from './testing/mortal/fresh-stores.ts';
import { type Expected, expectedOf, heldOf } from './testing/mortal/held.ts';
import { type Death, type Lives, type MortalWorld, mortalWorld } from './testing/mortal/lives.ts';
import { chosen, everyMoment, nightly, survives } from './testing/mortal/moments.ts';
import type { Story } from './testing/mortal/order.ts';
import { roleBucket } from './testing/role-bucket.ts';

const noServer = databasePrograms() === null;
if (noServer) process.stderr.write('SKIPPED: no PostgreSQL server is installed (Debian: apt-get install postgresql)\n');

const [account, region, queue] = ['200000000000', 'ap-northeast-2', 'bongsu-hosts'];

/** A host that the events tell of: a new one each time. */
function newInstance({ lab }: MortalWorld): Story {
  const spec = instance(account, `new-${lab.truth().length}`, 'amazon-linux-2023-tidy', { simulated: 'well' });
  lab.launch(account, region, spec);
  return { kind: 'watch', queueUrl: lab.queueUrl(queue), instanceIds: [spec.instanceId] };
}

/** Of a name of its own, under which nothing of a turn before is found. */
let schedules = 0;
function weekly({ lab }: MortalWorld): Story {
  schedules += 1;
  // Its next time is days away: the period that begins at once is the only one.
  const day = (new Date(lab.clock.now()).getUTCDay() + 3) % 7;
  const schedule = { name: `weekly-${schedules}`, cron: `0 2 * * ${day}`, timeZone: 'Asia/Seoul', blackouts: [] };
  const [{ instanceId: newcomer } = { instanceId: '' }] = lab.truth();
  return { kind: 'recurring', schedule: { ...schedule, delivery: 'association' }, newcomer };
}

/** S3 tells of results, and nothing can be listed: what a message says is lost with it. */
function told({ lab }: MortalWorld): Story {
  lab.faults.set([{ service: 's3', operation: 'ListObjectsV2', then: { error: 'AccessDenied' } }]);
  return { kind: 'campaign', delivery: 'batch', resultQueueUrl: lab.queueUrl('bongsu-results') };
}

/** By a key of KMS, which does not sign the first time. */
function signedLater({ lab }: MortalWorld): Story {
  lab.faults.set([{ service: 'kms', operation: 'Sign', nth: 1, then: { error: 'DisabledException' } }]);
  return { kind: 'campaign', delivery: 'presigned', signingKeyArn: lab.keyArn('records') };
}

interface Row {
  readonly name: string;
  readonly engine: StoreEngine;
  readonly world: WorldSpec;
  /** Done once, before the first turn. */
  readonly ready?: (world: MortalWorld) => Promise<void>;
  readonly story: (world: MortalWorld) => Story;
  readonly expected: Expected;
  readonly byDay: number;
  /** By day only at such steps: what the row is for. */
  readonly dayAt?: RegExp;
  /** By day its deaths are played within this process, where each costs a tenth. */
  readonly rehearsed?: true;
  /** The lab's seconds until the next life, where they are longer than those that the suite goes by. */
  readonly restSeconds?: number;
  /** The next life dies at the same step again. */
  readonly twice?: true;
}

const canary = { upTo: { count: 1 }, stop: { count: 0, percent: null } } as const;
const everybody = { upTo: { percent: 100 }, stop: { count: null, percent: null } } as const;
const three = fleetWorld(3, 2, { simulated: true });
const rows: readonly Row[] = [
  {
    ...{ name: 'presigned', engine: 'PGlite', world: three, byDay: 5 },
    story: () => ({ kind: 'campaign', delivery: 'presigned' }),
    expected: { hosts: 3, sends: 3 },
  },
  {
    ...{ name: 'batch', engine: 'PostgreSQL', world: three, byDay: 3 },
    story: () => ({ kind: 'campaign', delivery: 'batch' }),
    expected: { hosts: 3, sends: 2 },
  },
  {
    ...{ name: 'retry', engine: 'PostgreSQL', byDay: 2 },
    world: fleetWorld(3, 2, { simulated: true, faults: { 'step-fails': 1 / 3 } }),
    story: () => ({ kind: 'campaign', delivery: 'presigned', retry: { states: ['failed'], attemptsMax: 2 } }),
    expected: { hosts: 3, sends: 4, troubled: { hosts: 1, attempts: 2, state: 'failed' } },
  },
  {
    ...{ name: 'asked again', engine: 'PostgreSQL', rehearsed: true, dayAt: /campaign(?:Reopen|End)/, byDay: 2 },
    world: fleetWorld(3, 2, { simulated: true, faults: { 'step-fails': 1 / 3 } }),
    story: () => ({ kind: 'campaign', delivery: 'presigned', askedAgain: true }),
    expected: { hosts: 3, sends: 4, troubled: { hosts: 1, attempts: 2, state: 'failed' }, ends: 2 },
  },
  {
    ...{ name: 'stopped', engine: 'PGlite', rehearsed: true, dayAt: /campaignStop/, byDay: 1 },
    world: fleetWorld(3, 2, { simulated: true, faults: { 'step-fails': 1 } }),
    story: () => ({ kind: 'campaign', delivery: 'presigned', rings: [canary, everybody] }),
    expected: { hosts: 3, sends: 1, troubled: { hosts: 3, attempts: 1, state: 'failed' }, runs: [1] },
  },
  {
    ...{ name: 'killed twice', engine: 'PostgreSQL', world: three, rehearsed: true, byDay: 1, twice: true },
    story: () => ({ kind: 'campaign', delivery: 'batch' }),
    expected: { hosts: 3, sends: 2 },
  },
  {
    // When every URL is dead, and what the service and the hosts had to say was said long ago.
    ...{ name: 'two hours away', engine: 'PGlite', world: three, rehearsed: true, restSeconds: 7_200 },
    ...{ byDay: 3, dayAt: /call send|verdictPut|resultRead/ },
    story: () => ({ kind: 'campaign', delivery: 'batch' }),
    expected: { hosts: 3, sends: 2 },
  },
  {
    ...{ name: 'a new instance', engine: 'PostgreSQL', byDay: 3 },
    world: { ...fleetWorld(1, 1, { simulated: true }), queues: eventQueues(region, 'v1/') },
    story: newInstance,
    expected: { hosts: 1, sends: 1, channels: ['/webhook'] },
  },
  {
    ...{ name: 'role', engine: 'PGlite', world: three, rehearsed: true, byDay: 2, ready: roleBucket },
    story: () => ({ kind: 'campaign', delivery: 'role' }),
    expected: { hosts: 3, sends: 2 },
  },
  {
    ...{
      name: 'association',
      engine: 'PostgreSQL',
      world: three,
      rehearsed: true,
      dayAt: /create|update|associationPut|newcomerSettle|campaignPut|remove/,
      byDay: 3,
      ready: roleBucket,
      story: weekly,
    },
    // The first place's are run once more by the change that somebody makes, and by its mending.
    expected: { hosts: 3, sends: 0, associations: 2, runs: [1, 3, 3] },
  },
  {
    ...{
      name: 'told by a queue',
      engine: 'PostgreSQL',
      rehearsed: true,
      dayAt: /receive|remove|evidencePut/,
      byDay: 2,
      story: told,
    },
    world: { ...three, queues: eventQueues(region, 'v1/') },
    expected: { hosts: 3, sends: 2 },
  },
  {
    ...{
      name: 'signed by KMS',
      engine: 'PostgreSQL',
      rehearsed: true,
      dayAt: /sign|record/,
      byDay: 2,
      story: signedLater,
    },
    world: { ...fleetWorld(1, 1, { simulated: true }), keys: [{ name: 'records', region }] },
    expected: { hosts: 1, sends: 1 },
  },
];

describe.each(rows.filter((row) => row.engine === 'PGlite' || !noServer))('$name, on $engine', (row) => {
  it('survives its death at each write and each call', { timeout: 14_400_000 }, async () => {
    const world = await mortalWorld(row.world, row.engine);
    try {
      await row.ready?.(world);
      const live = (deaths: readonly Death[]): Promise<Lives> =>
        world[row.rehearsed && !nightly ? 'rehearse' : 'live'](deaths, row.story(world));
      const whole = await live([]);
      const { ends } = row.expected;
      const expected = expectedOf(row.expected);
      expect(heldOf(whole, ends)).toEqual(expected);
      const moments = everyMoment(whole.said.counts);
      expect(moments.length).toBeGreaterThan(60);
      const { dayAt = /./, restSeconds } = row;
      const some = nightly ? moments : moments.filter(({ step }) => dayAt.test(step));
      const rested = restSeconds === undefined ? some : some.map((one) => ({ ...one, restSeconds }));
      const turns = chosen(rested, row.byDay).map((one) => (row.twice ? [one, { ...one, nth: 1 }] : [one]));
      const deaths = await survives(row.name, turns, live, expected, { ends });
      // A campaign that goes quicker than the first has some moments less.
      expect(deaths).toBeGreaterThanOrEqual(Math.max(1, Math.floor(turns.length * 0.7)));
    } finally {
      await world.close();
    }
  });
});
