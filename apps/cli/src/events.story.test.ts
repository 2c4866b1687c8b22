// New and changed instances in virtual time: each is checked soon after it is online, once, or it is written down why not.
import type { FaultRule } from '@bongsu/lab';
import { afterEach, expect, it } from 'vitest';
import type { Watching, WatchingOptions } from './testing/watching.ts';
import { account, excluded, region, registrationSeconds, watchingStart } from './testing/watching.ts';

let watching: Watching;
const open = async (options?: WatchingOptions): Promise<Watching> => (watching = await watchingStart(options));
afterEach(() => watching.close());

const outcomes = async (instanceId: string): Promise<string[]> =>
  (await watching.events(instanceId)).map((one) => `${one.what} ${one.outcome}`).sort();
const sends = (): number => watching.lab.calls({ operation: 'SendCommand', status: '200' }).length;
const group = (name: string) => ({ tags: { 'aws:autoscaling:groupName': name } });

it('a launched instance is assessed within a minute of being online, in a campaign of its own whose sum is one', {
  timeout: 120_000,
}, async () => {
  const { lab, store, campaigns, launch, work } = await open();
  const launched = lab.clock.now();
  const { instanceId } = launch('new');
  await work(120);
  expect(await outcomes(instanceId)).toEqual(['running started']);
  const [target] = await watching.targets();
  expect(target).toMatchObject({ instanceId, state: expect.stringMatching(/^(partly-)?assessed$/) });
  const online = launched + registrationSeconds * 1000;
  expect(Date.parse(target?.sentAt ?? '')).toBeGreaterThanOrEqual(online);
  expect(Date.parse(target?.endedAt ?? '') - online).toBeLessThanOrEqual(60_000);
  const [coverage] = campaigns.values();
  expect([coverage?.total, coverage?.unreadable, sends()]).toEqual([1, [], 1]);
  expect(watching.told).toEqual(['webhook']);
  // The register is not this one instance.
  expect(await store.snapshotLatest()).toBeNull();
  // Of hosts that nothing was told of, nothing was asked.
  expect(lab.calls({ operation: 'DescribeInstances' }).every((call) => call.accountId === account)).toBe(true);
});

it('every message twice, a restart and the agent’s calls give one campaign', { timeout: 120_000 }, async () => {
  const { lab, campaigns, launch, work } = await open({ settings: { queueDuplicates: 1 } });
  const { instanceId } = launch('new');
  await work(120);
  lab.changeHost(instanceId, { state: 'stopped' });
  await work(30);
  lab.changeHost(instanceId, { state: 'running' });
  await work(120);
  expect(campaigns.size).toBe(1);
  expect(sends()).toBe(1);
  expect(await outcomes(instanceId)).toEqual(['running already-checked', 'running started', 'stopped noted']);
});

it('forgets what was settled a quarter of a year ago', { timeout: 120_000 }, async () => {
  const { lab, store, work } = await open();
  const received = new Date(lab.clock.now() - 91 * 86_400_000).toISOString();
  const event = { eventId: 'old', accountId: account, region, instanceId: 'i-0123456789abcdef0', at: received };
  await store.eventPut([{ ...event, what: 'stopped' }], received, received);
  await work(10);
  expect(await store.eventList(10)).toEqual([]);
});

it('of five of a group that come at once one is checked, and the others name it', { timeout: 120_000 }, async () => {
  const { launch, work, campaigns } = await open({ policy: { groups: { sample: 1 } } });
  const five = [1, 2, 3, 4, 5].map((index) => launch(`web-${index}`, group('web')).instanceId);
  const alone = launch('alone').instanceId;
  await work(150);
  const later = launch('web-6', group('web')).instanceId;
  const other = launch('batch-1', group('batch')).instanceId;
  await work(120);
  const assessed = (await watching.targets()).map((one) => one.instanceId);
  const chosen = five.filter((id) => assessed.includes(id));
  expect(chosen).toHaveLength(1);
  expect([...assessed].sort()).toEqual([...chosen, alone, other].sort());
  for (const id of [...five, later].filter((one) => !chosen.includes(one))) {
    const sampled = (await watching.events(id)).filter((one) => one.what === 'running');
    expect(sampled).toMatchObject([{ outcome: 'sampled', standIn: chosen[0] }]);
    expect(sampled[0]?.detail).toContain('group web');
    expect(campaigns.has(sampled[0]?.campaignId ?? '')).toBe(true);
  }
});

it('where the one that stands for a group was not assessed, another is', { timeout: 120_000 }, async () => {
  const { launch, work } = await open({ policy: { groups: { sample: 1 } } });
  const bad = launch('web-1', { ...group('web'), simulated: 'step-fails' }).instanceId;
  await work(5);
  const good = launch('web-2', group('web')).instanceId;
  await work(300);
  const of = new Map((await watching.targets()).map((one) => [one.instanceId, one]));
  expect(of.get(bad)?.state).toBe('failed');
  expect(of.get(good)?.state).toMatch(/^(partly-)?assessed$/);
  // Spared at first, and waiting again when that was known.
  expect(Date.parse(of.get(good)?.sentAt ?? '')).toBeGreaterThan(Date.parse(of.get(bad)?.endedAt ?? ''));
});

it('all five of a group are checked in one campaign where the policy says all', { timeout: 120_000 }, async () => {
  const { launch, work, campaigns } = await open();
  for (const index of [1, 2, 3, 4, 5]) launch(`web-${index}`, group('web'));
  await work(150);
  expect([...campaigns.values()].map((one) => one.total)).toEqual([5]);
  expect(sends()).toBe(5);
});

it('forty of a group that come at once, and forty that never register, take few calls', {
  timeout: 240_000,
}, async () => {
  const { lab, launch, work, campaigns } = await open();
  const launched = lab.clock.now();
  for (let index = 0; index < 40; index += 1) launch(`web-${index}`, group('web'));
  await work(60);
  const targets = await watching.targets();
  expect(targets.filter(({ state }) => /^(partly-)?assessed$/.test(state ?? ''))).toHaveLength(40);
  const ended = Math.max(...targets.map(({ endedAt }) => Date.parse(endedAt ?? '')));
  expect(ended - launched - registrationSeconds * 1000).toBeLessThanOrEqual(60_000);
  expect([...campaigns.values()].map((one) => one.total)).toEqual([40]);
  const looks = (): number => lab.calls({ operation: 'DescribeInstanceInformation' }).length;
  expect(looks()).toBeLessThan(100);
  for (let index = 0; index < 40; index += 1) launch(`idle-${index}`, { ...group('idle'), agent: 'none' });
  const before = looks();
  await work(960);
  expect((await watching.events()).filter(({ outcome }) => outcome === 'not-managed')).toHaveLength(40);
  expect(looks() - before).toBeLessThan(900);
});

it('several who look at the same moment start one campaign', { timeout: 120_000 }, async () => {
  const { store, launch, work, campaigns } = await open();
  const { instanceId } = launch('new');
  await work(90, 3);
  expect(await outcomes(instanceId)).toEqual(['running started']);
  expect([campaigns.size, sends()]).toEqual([1, 1]);
  // What the others had planned was never sent, and does not stay open.
  expect((await store.campaignList()).every((one) => one.phase === 'ended')).toBe(true);
});

it('a machine outside of AWS is assessed when it has registered', { timeout: 120_000 }, async () => {
  const { register, work } = await open();
  const { instanceId } = register('idc-press');
  await work(90);
  expect(await outcomes(instanceId)).toEqual(['registered started']);
  expect(await watching.targets()).toMatchObject([
    { instanceId, state: expect.stringMatching(/^(partly-)?assessed$/) },
  ]);
});

it('says why nothing was checked: gone before its turn, never managed, and an account that is left out', {
  timeout: 120_000,
}, async () => {
  const { lab, launch, work } = await open();
  const gone = launch('short-lived').instanceId;
  const silent = launch('no-agent', { agent: 'none' }).instanceId;
  const stranger = launch('elsewhere', {}, excluded).instanceId;
  await work(10);
  lab.terminate(gone);
  await work(20);
  expect(await outcomes(gone)).toEqual(['running gone', 'terminated noted']);
  expect(await outcomes(silent)).toEqual(['running waiting']);
  await work(900);
  expect(await outcomes(silent)).toEqual(['running not-managed']);
  expect((await watching.events(silent))[0]?.detail).toContain('waited 15 min');
  expect(await outcomes(stranger)).toEqual(['running unknown-account']);
  expect(sends()).toBe(0);
  expect(await watching.targets()).toEqual([]);
});

it('a queue that is denied is a gap that is shown, and what it held is checked later', {
  timeout: 120_000,
}, async () => {
  const { lab, store, launch, work } = await open();
  const denied: FaultRule = {
    ...{ service: 'sqs', operation: 'ReceiveMessage', then: { error: 'AccessDenied' } },
  };
  lab.faults.set([denied]);
  const { instanceId } = launch('new');
  await work(60);
  expect(await store.queuePollList()).toMatchObject([
    { gap: { call: 'sqs:ReceiveMessage', code: 'AccessDenied', region, missingPermission: 'sqs:ReceiveMessage' } },
  ]);
  lab.faults.clear();
  await work(90);
  expect(await store.queuePollList()).toMatchObject([{ gap: null }]);
  expect(await outcomes(instanceId)).toContain('running started');
});

it('an account whose role is denied keeps its events waiting, then says what was missing', {
  timeout: 120_000,
}, async () => {
  const { lab, launch, work } = await open();
  lab.faults.set([{ service: 'sts', operation: 'AssumeRole', then: { error: 'AccessDenied' } }]);
  const { instanceId } = launch('new');
  await work(60);
  expect(await outcomes(instanceId)).toEqual(['running waiting']);
  await work(900);
  expect(await watching.events(instanceId)).toMatchObject([
    { outcome: 'undeliverable', detail: expect.stringContaining('sts:AssumeRole: AccessDenied') },
  ]);
});

it('what is no event is written down, removed after three times, and stops nothing', {
  timeout: 120_000,
}, async () => {
  // S3's notifications, the first of which is its own test.
  const { lab, store, work } = await open({ queue: 'bongsu-results' });
  await work(200);
  expect(await store.eventRefusalList(10)).toMatchObject([
    {
      reason: 'an event of another kind',
      receives: 3,
      removed: true,
      excerpt: expect.stringContaining('s3:TestEvent'),
    },
  ]);
  expect(lab.calls({ operation: 'DeleteMessageBatch', status: '200' })).toHaveLength(1);
  expect(await watching.events()).toEqual([]);
});
