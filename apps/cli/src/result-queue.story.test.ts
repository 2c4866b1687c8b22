// Results that S3 tells a queue of: few listings, nothing lost with the messages that are, and nothing fetched that a stranger names.
import type { FaultRule, LabSettings, QueueSpec, WorldSpec } from '@bongsu/lab';
import { eventQueues, fleetWorld } from '@bongsu/lab';
import type { Target } from '@bongsu/core';
import { afterEach, describe, expect, it } from 'vitest';
import { fateStates } from './testing/fates.ts';
import type { VirtualCampaign } from './testing/virtual-campaign.ts';
import { virtualCampaign } from './testing/virtual-campaign.ts';

const region = 'ap-northeast-2';
let open: VirtualCampaign | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});

const told = (world: WorldSpec, queues: readonly QueueSpec[] = eventQueues(region, 'v1/')): WorldSpec => ({
  ...world,
  queues,
});
const start = async (world: WorldSpec, settings?: LabSettings): Promise<VirtualCampaign> =>
  (open = await virtualCampaign(world, settings));

/** Calls by API since this was made. */
function counter({ lab }: VirtualCampaign): () => (...names: readonly string[]) => number {
  const before = lab.tally();
  return () => {
    const after = lab.tally();
    return (...names) => names.reduce((sum, name) => sum + (after[name]?.calls ?? 0) - (before[name]?.calls ?? 0), 0);
  };
}

/** Every host ended as what it is. */
function expectTruth({ lab }: VirtualCampaign, targets: readonly Target[]): void {
  const states = new Map(targets.map((target) => [target.instanceId, target.state]));
  expect(states.size).toBe(lab.truth().length);
  for (const { instanceId, fate } of lab.truth()) expect(states.get(instanceId)).toMatch(fateStates[fate]);
}

describe('calls', () => {
  const fleet = fleetWorld(400, 4, { simulated: true, faults: 0.01 });
  const measured = async (world: WorldSpec) => {
    const campaign = await start(world);
    const count = counter(campaign);
    const { coverage, targets } = await campaign.run();
    expectTruth(campaign, targets);
    const made = count();
    const control = Object.keys(campaign.lab.tally()).filter(
      (name) => !/SendCommand|PutObject|GetObject|ec2messages|sqs:/.test(name),
    );
    return { states: coverage.states, made, control: made(...control) };
  };

  it('with a queue are a handful of listings, and two to the queue for each ten results', {
    timeout: 300_000,
  }, async () => {
    const { states, made, control } = await measured(told(fleet));
    expect(made('s3:ListObjectsV2')).toBeLessThanOrEqual(10);
    expect(control / 400).toBeLessThanOrEqual(0.2);
    // Three polls a minute of a queue in which nothing is, besides.
    expect(made('sqs:ReceiveMessage', 'sqs:DeleteMessageBatch') / 400).toBeLessThanOrEqual(0.5);
    await open?.close();
    const listed = await measured(fleet);
    expect(states).toEqual(listed.states);
    expect(listed.made('s3:ListObjectsV2')).toBeGreaterThan(2 * made('s3:ListObjectsV2'));
    expect(listed.made('sqs:ReceiveMessage')).toBe(0);
  });
});

describe('messages', () => {
  it('that are lost, come twice and overtake each other lose no result, and have none read twice', {
    timeout: 300_000,
  }, async () => {
    const world = fleetWorld(200, 3, { simulated: true, faults: 0.02 });
    const campaign = await start(told(world), { eventLosses: 0.1, queueDuplicates: 0.3, eventSpreadSeconds: 20 });
    const count = counter(campaign);
    const { campaignId, coverage, targets } = await campaign.run();
    expectTruth(campaign, targets);
    expect(coverage.states.pending).toBe(0);
    const { items } = await campaign.ports.exchange.results(`v1/${campaignId}/results/`);
    const made = count();
    // A third of the messages came twice. What was in hand when a sweep listed it may be read by both.
    expect(made('s3:GetObject')).toBeLessThan(1.15 * items.length);
    expect(made('s3:ListObjectsV2')).toBeLessThanOrEqual(12);
    for (const { runs, fate } of campaign.lab.truth()) expect([fate, runs.length <= 1]).toEqual([fate, true]);
  });

  it('that never come at all make it longer by minutes, and no more', { timeout: 300_000 }, async () => {
    const campaign = await start(told(fleetWorld(60, 2, { simulated: true })), { eventLosses: 1 });
    const began = campaign.lab.clock.now();
    const { coverage } = await campaign.run();
    expect(coverage.states.assessed + coverage.states['partly-assessed']).toBe(60);
    expect((campaign.lab.clock.now() - began) / 1000).toBeLessThan(400);
  });

  it('come through EventBridge as well', { timeout: 120_000 }, async () => {
    const receives = { objectsBelow: 'v1/', through: 'EventBridge' } as const;
    const campaign = await start(
      told(fleetWorld(30, 2, { simulated: true }), [{ name: 'bongsu-results', region, receives }]),
    );
    const count = counter(campaign);
    const { coverage } = await campaign.run();
    expect(coverage.states.assessed + coverage.states['partly-assessed']).toBe(30);
    expect(count()('s3:ListObjectsV2')).toBeLessThanOrEqual(3);
    expect(await campaign.store.eventRefusalList(10)).toEqual([]);
  });

  it('of a batch may come before its command is known, and are taken when it is', { timeout: 120_000 }, async () => {
    const campaign = await start(told(fleetWorld(60, 1, { simulated: true })), {
      eventSeconds: 0,
      simulation: { scriptSeconds: { min: 0, max: 1 } },
    });
    // Taken, and nobody was told: the run is known by its comment, the command's id by nothing for some seconds.
    campaign.lab.faults.set([{ operation: 'SendCommand', every: 2, then: { drop: 'after' } }]);
    const { coverage, targets } = await campaign.run({ delivery: 'batch' });
    expect(coverage.states.assessed + coverage.states['partly-assessed']).toBe(60);
    expectTruth(campaign, targets);
    expect(campaign.lab.truth().map(({ runs }) => runs.length)).toEqual(Array.from({ length: 60 }, () => 1));
  });
});

describe('a queue', () => {
  it.each<[string, FaultRule]>([
    ['read', { service: 'sqs', operation: 'ReceiveMessage', then: { error: 'AccessDenied' } }],
    ['deleted from', { service: 'sqs', operation: 'DeleteMessageBatch', then: { error: 'AccessDenied' } }],
  ])('that may not be %s leaves the results to be listed, and is told of', { timeout: 120_000 }, async (_, rule) => {
    const campaign = await start(told(fleetWorld(40, 2, { simulated: true })));
    campaign.lab.faults.set([rule]);
    const began = campaign.lab.clock.now();
    const { coverage } = await campaign.run();
    expect(coverage.states.assessed + coverage.states['partly-assessed']).toBe(40);
    expect((campaign.lab.clock.now() - began) / 1000).toBeLessThan(180);
    expect(await campaign.store.queuePollList()).toMatchObject([{ gap: { code: 'AccessDenied' } }]);
  });

  it('read by several at a time has each result read once', { timeout: 180_000 }, async () => {
    const campaign = await start(told(fleetWorld(120, 2, { simulated: true })), { queueDuplicates: 0 });
    const count = counter(campaign);
    const ending = new AbortController();
    const beside = ['a', 'b'].map(async () => {
      const reader = campaign.reader();
      let kept = 0;
      while (!ending.signal.aborted) kept += (await reader.receive(5, ending.signal)).kept;
      return kept;
    });
    const { coverage } = await campaign.run();
    ending.abort();
    expect(coverage.states.assessed + coverage.states['partly-assessed']).toBe(120);
    expect(count()('s3:GetObject')).toBeLessThan(1.15 * 120);
    for (const kept of await Promise.all(beside)) expect(kept).toBeGreaterThan(0);
  });

  it('full of what strangers wrote fetches none of it, writes down why, and is emptied', {
    timeout: 180_000,
  }, async () => {
    const campaign = await start(told(fleetWorld(20, 1, { simulated: true })));
    const { lab, store, ports } = campaign;
    const record = (bucket: string, key: string) =>
      JSON.stringify({
        Records: [
          { eventSource: 'aws:s3', eventName: 'ObjectCreated:Put', s3: { bucket: { name: bucket }, object: { key } } },
        ],
      });
    const ours = lab.bucket.name;
    const running = campaign.run();
    let target: Target | undefined;
    while (target === undefined) {
      await ports.clock.sleep(1_000);
      const [latest] = await store.campaignList();
      target = latest && (await store.targetList(latest.campaignId)).find(({ phase }) => phase === 'sent');
    }
    const { campaignId, accountId, runId } = target;
    const beside = `v1/${campaignId}/results/${accountId}/${region}/`;
    const messages: readonly (readonly [string, string])[] = [
      ['no JSON', '{"Records":'],
      ['an object of another bucket', record('somebody-elses', `${beside}x/${runId}.tar.gz`)],
      ['not the key of a result', record(ours, 'v1/../../etc/passwd')],
      ['the key of no campaign that this store has', record(ours, 'v1/c0/results/a/b/c/d.tar.gz')],
      ['a key that no target of its campaign was given', record(ours, `${beside}i-0/r-unknown.tar.gz`)],
      // Of a target, in the place of another.
      ['a key that no target of its campaign was given', record(ours, `${beside}i-0/${runId}.tar.gz`)],
    ];
    for (const [, body] of messages) lab.message('bongsu-results', body);
    // Of a schedule by association in the same bucket: no campaign's, and no stranger's.
    const node = `arn:aws:ec2:${region}:${accountId}:instance/${target.instanceId}`;
    const recurring = `role/a-nightly/20310501/${accountId}/${region}/${node}/r-0123456789abcdef.tar.gz`;
    lab.message('bongsu-results', record(ours, recurring));
    const { coverage } = await running;
    expect(coverage.states.assessed + coverage.states['partly-assessed']).toBe(20);
    const reader = campaign.reader();
    for (let round = 0; round < 4; round += 1) {
      while ((await reader.receive(0)).messages > 0);
      await ports.clock.sleep(31_000);
    }
    const refused = await store.eventRefusalList(100);
    expect(refused.map(({ reason }) => reason).toSorted()).toEqual(messages.map(([reason]) => reason).toSorted());
    expect(refused.every(({ removed }) => removed)).toBe(true);
    // Nothing lies under those keys: whoever asks for one is told so.
    expect(lab.calls({ operation: 'GetObject' }).filter(({ errorCode }) => errorCode === 'NoSuchKey')).toEqual([]);
  });
});
