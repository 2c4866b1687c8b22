// How a campaign goes through a fleet: rings, stops, retries, hosts that come back, rates, calls, sessions that end.
import type { Ring, Target } from '@bongsu/core';
import type { WorldSpec } from '@bongsu/lab';
import { system } from '@bongsu/catalog';
import { assessResults, campaignRetry, runCampaign } from '@bongsu/flow';
import { fleetWorld } from '@bongsu/lab';
import { afterEach, describe, expect, it } from 'vitest';
import type { VirtualCampaign } from './testing/virtual-campaign.ts';
import { virtualCampaign } from './testing/virtual-campaign.ts';

let open: VirtualCampaign | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});
const start = async (...given: Parameters<typeof virtualCampaign>): Promise<VirtualCampaign> =>
  (open = await virtualCampaign(...given));

const none = { count: null, percent: null };
const rings = (stop: Ring['stop'] = none): Ring[] =>
  [{ count: 1 }, { percent: 10 }, { percent: 100 }].map((upTo) => ({ upTo, stop }));
const sum = (states: Readonly<Record<string, number>>): number => Object.values(states).reduce((a, b) => a + b, 0);
const time = (at: string | null): number => Date.parse(at ?? '');

describe('rings', () => {
  it('are sent to one after the other, each when the one before has ended', { timeout: 120_000 }, async () => {
    const { run } = await start(fleetWorld(40, 2, { simulated: true }));
    const { coverage, targets } = await run({ rings: rings() });
    expect(coverage.states.assessed + coverage.states['partly-assessed']).toBe(40);
    const ring = (number: number): Target[] => targets.filter((one) => one.ring === number);
    expect([0, 1, 2].map((number) => ring(number).length)).toEqual([1, 3, 36]);
    for (const number of [0, 1]) {
      const ended = Math.max(...ring(number).map((one) => time(one.endedAt)));
      expect(Math.min(...ring(number + 1).map((one) => time(one.sentAt)))).toBeGreaterThanOrEqual(ended);
    }
  });

  it('stop where too many end badly; the rest is not attempted, and a retry goes on', {
    timeout: 180_000,
  }, async () => {
    const { run, retry, store } = await start(fleetWorld(30, 2, { simulated: true, faults: { 'step-fails': 1 } }));
    const { campaignId, coverage } = await run({ rings: rings({ count: 0, percent: null }) });
    expect(coverage.states).toMatchObject({ failed: 1, 'not-attempted': 29 });
    expect(await store.campaignGet(campaignId)).toMatchObject({ stopped: 'ring 1: 1 of 1 ended badly, more than 0' });
    const again = await retry(campaignId, ['failed']);
    expect(sum(again.states)).toBe(30);
    expect(await store.attemptList(campaignId)).toHaveLength(1);
  });

  it('that were stopped are gone on with by a retry of what was not attempted, and stop again only for what is new', {
    timeout: 180_000,
  }, async () => {
    const { run, retry, store, lab, ports } = await start(fleetWorld(30, 2, { simulated: true }));
    lab.faults.set([{ operation: 'SendCommand', nth: 1, then: { error: 'AccessDeniedException' } }]);
    const order = { rings: rings({ count: 0, percent: null }), deadlineSeconds: 600 };
    const { campaignId, coverage } = await run(order);
    expect(coverage.states).toMatchObject({ undeliverable: 1, 'not-attempted': 29 });
    // Long after the deadline: who asks for a retry gives it as long again.
    await ports.clock.sleep(86_400_000);
    const again = await retry(campaignId, ['not-attempted']);
    expect(again.states).toMatchObject({ undeliverable: 1, 'not-attempted': 0, assessed: 29 });
    expect(await store.campaignGet(campaignId)).toMatchObject({ stopped: null, phase: 'ended' });
  });
});

it.each([
  ['the bucket is not there', { service: 's3', operation: 'PutObject', then: { error: 'NoSuchBucket' } }],
  ['the document may not be made', { operation: 'DescribeDocument', then: { error: 'AccessDeniedException' } }],
] as const)('ends where %s, and does not wait for its deadline', { timeout: 120_000 }, async (_, fault) => {
  const { run, lab } = await start(fleetWorld(5, 1, { simulated: true }));
  lab.faults.set([fault]);
  const began = lab.clock.now();
  const { coverage } = await run();
  expect(coverage.states).toMatchObject({ undeliverable: 5 });
  expect(lab.clock.now() - began).toBeLessThan(5 * 60_000);
});

describe('retries', () => {
  it('of a plan that nobody has run are refused: they would send what nobody agreed to', async () => {
    const { plan, retry, store } = await start(fleetWorld(4, 1, { simulated: true, faults: { offline: 0.25 } }));
    const campaignId = await plan();
    await expect(retry(campaignId, ['agent-offline'])).rejects.toMatchObject({ code: 'nothing-to-retry' });
    expect(await store.campaignGet(campaignId)).toMatchObject({ phase: 'planned' });
  });

  it('by policy give failing hosts another attempt, with another run id, up to the number', {
    timeout: 120_000,
  }, async () => {
    const { run, store, lab } = await start(fleetWorld(20, 2, { simulated: true, faults: { 'step-fails': 0.2 } }));
    const { campaignId, coverage, targets } = await run({ retry: { states: ['failed'], attemptsMax: 3 } });
    expect(coverage.states.failed).toBe(4);
    expect(targets.filter((one) => one.state === 'failed').map((one) => one.attempt)).toEqual([3, 3, 3, 3]);
    expect(await store.attemptList(campaignId)).toHaveLength(8);
    const runs = lab
      .truth()
      .filter((one) => one.fate === 'step-fails')
      .flatMap((one) => one.runs);
    expect([runs.length, new Set(runs).size]).toEqual([12, 12]);
  });

  it('that are asked for while the campaign is being ended open it again, and end with it', {
    timeout: 120_000,
  }, async () => {
    const world = fleetWorld(6, 2, { simulated: true, faults: { 'step-fails': 1 / 3 } });
    const { plan, ports, store } = await start(world);
    const campaignId = await plan();
    let asked = 0;
    const recordPut: typeof ports.records.recordPut = async (...given) => {
      await ports.records.recordPut(...given);
      const campaign = await store.campaignGet(campaignId);
      // Its end is said and its record written: only the phase is not.
      if (campaign && asked === 0) asked = await campaignRetry(campaign, ['failed'], ports);
    };
    const records = { ...ports.records, recordPut };
    const { states } = await runCampaign(campaignId, { checks: [], system }, { ...ports, records });
    expect([asked, states.failed, states.assessed, states.pending]).toEqual([2, 2, 4, 0]);
    expect((await store.targetList(campaignId)).map((one) => one.attempt).toSorted((a, b) => a - b)).toEqual([
      1, 1, 1, 1, 2, 2,
    ]);
  });
});

it("a result of an attempt that was given up is late, and is nobody else's", { timeout: 180_000 }, async () => {
  const world = fleetWorld(10, 1, { simulated: true, faults: { 'uploads-nothing': 0.1 } });
  const { run, ports, store } = await start(world);
  const late: Promise<Response>[] = [];
  const { campaignId } = await run({ retry: { states: ['no-result'], attemptsMax: 2 } }).then(async (ran) => {
    const [old] = await store.attemptList(ran.campaignId);
    const target = ran.targets.find((one) => one.attempt === 2);
    const key = `v1/${ran.campaignId}/results/${target?.accountId}/${target?.region}/${target?.instanceId}/${old?.runId}.tar.gz`;
    const url = await ports.exchange.resultUrl(key, 4, 60);
    late.push(fetch(url, { method: 'PUT', headers: { 'if-none-match': '*' }, body: 'late' }));
    return ran;
  });
  expect(await Promise.all(late)).toMatchObject([{ status: 200 }]);
  const campaign = await store.campaignGet(campaignId);
  if (campaign) await assessResults(campaign, { checks: [], system }, ports);
  expect(await store.refusalList(campaignId)).toMatchObject([{ reason: 'late: of an earlier attempt' }]);
});

describe('hosts that are not there', () => {
  const lost = (world: WorldSpec): string =>
    world.accounts
      .flatMap((account) => Object.values(account.regions).flat())
      .find((one) => one.simulated === 'offline')?.instanceId ?? '';

  it('are sent to when they come back within the time to wait', { timeout: 120_000 }, async () => {
    const world = fleetWorld(10, 1, { simulated: true, faults: { offline: 0.1 } });
    const { plan, go, lab, ports, store } = await start(world);
    // Time would run to the host's return while nothing else is asleep: on a busy machine before the plan is made.
    const campaignId = await plan({ waitSeconds: 3_600 });
    const back = ports.clock.sleep(20 * 60_000).then(() => lab.changeHost(lost(world), { agent: 'online' }));
    const coverage = await go(campaignId);
    await back;
    const targets = await store.targetList(campaignId);
    const host = targets.find((one) => one.instanceId === lost(world));
    expect(coverage.states['agent-offline']).toBe(0);
    expect(time(host?.sentAt ?? null) - time(targets[0]?.intendedAt ?? null)).toBeGreaterThan(19 * 60_000);
  });

  it('are looked for ever more seldom: a night of waiting costs a place some seventy looks', {
    timeout: 120_000,
  }, async () => {
    // Of the place's 120 hosts, three pages of them, only those who are waited for are asked for.
    const { run, lab } = await start(fleetWorld(120, 1, { simulated: true, faults: { offline: 0.01 } }));
    const looks = () => lab.tally()['ssm:DescribeInstanceInformation']?.calls ?? 0;
    const { coverage } = await run({ waitSeconds: 12 * 3_600 });
    expect(coverage.states['agent-offline']).toBe(1);
    expect(looks()).toBeGreaterThan(40);
    expect(looks()).toBeLessThan(80);
  });

  it('end as what they are when the time is over, and as gone when they were terminated', {
    timeout: 120_000,
  }, async () => {
    const world = fleetWorld(20, 1, { simulated: true, faults: { offline: 0.1 } });
    const { run, lab, ports, plan, store } = await start(world);
    const longer = await store.campaignGet(await plan({ waitSeconds: 7_200, deadlineSeconds: 3_600 }));
    expect(longer?.plan.waitUntil).toBe(longer?.plan.deadline);
    const gone = ports.clock.sleep(120_000).then(() => lab.terminate(lost(world)));
    const { coverage } = await run({ waitSeconds: 900 });
    await gone;
    expect(coverage.states).toMatchObject({ 'agent-offline': 1, gone: 1 });
  });

  it('and those terminated between plan and send are gone, not undeliverable', { timeout: 120_000 }, async () => {
    const world = fleetWorld(6, 1, { simulated: true });
    const { run, lab } = await start(world, { rates: { 'ssm:SendCommand': { burst: 1, perSecond: 0.05 } } });
    const last =
      Object.values(world.accounts[1]?.regions ?? {})
        .flat()
        .map((one) => one.instanceId)
        .sort()
        .at(-1) ?? '';
    const ending = new Promise<void>((ended) => {
      lab.clock.at(lab.clock.now() + 30_000, () => {
        lab.terminate(last);
        ended();
      });
    });
    const { coverage } = await run();
    await ending;
    expect(coverage.states.gone).toBe(1);
    expect(sum(coverage.states)).toBe(6);
  });
});

describe('rates and calls', () => {
  it('learns hidden rates: near the true one, with few throttles, and no account holds up another', {
    timeout: 300_000,
  }, async () => {
    const rates = { 'ssm:SendCommand': { burst: 5, perSecond: 4 } };
    const world = fleetWorld(500, 3, { simulated: true, skew: 0.8 });
    const slow = world.accounts[3]?.accountId ?? '';
    const { run, lab } = await start(world, {
      rates,
      rateOverrides: [{ accountId: slow, rates: { 'ssm:SendCommand': { burst: 1, perSecond: 0.5 } } }],
    });
    const { targets } = await run();
    const sent = (accountId: string): number[] =>
      targets
        .filter((one) => one.accountId === accountId)
        .map((one) => time(one.sentAt))
        .sort((a, b) => a - b);
    const large = sent(world.accounts[1]?.accountId ?? '');
    const [first = 0] = large;
    const after = large.filter((at) => at - first >= 30_000);
    const rate = (after.length - 1) / ((Math.max(...after) - Math.min(...after)) / 1000);
    expect(rate).toBeGreaterThanOrEqual(0.85 * 4);
    for (const of of [{ accountId: world.accounts[1]?.accountId ?? '' }, {}]) {
      const sends = lab.calls({ operation: 'SendCommand', ...of });
      expect(sends.filter((call) => call.status !== 200).length / sends.length).toBeLessThanOrEqual(0.02);
    }
    const other = sent(world.accounts[2]?.accountId ?? '');
    expect((Math.max(...other) - first) / 1000).toBeLessThan(40);
  });

  it('ends soon after its floor, where the largest account has half of the hosts', { timeout: 600_000 }, async () => {
    const [burst, perSecond, scriptSeconds] = [10, 3, 60];
    const settings = {
      rates: { 'ssm:SendCommand': { burst, perSecond } },
      simulation: { scriptSeconds: { min: scriptSeconds / 2, max: scriptSeconds } },
    };
    const { run, lab } = await start(fleetWorld(200, 4, { simulated: true, skew: 0.5, faults: 0.01 }), settings, 20);
    const { targets } = await run();
    const well = new Set(lab.truth().flatMap(({ fate, instanceId }) => (fate === 'well' ? [instanceId] : [])));
    const began = Math.min(...targets.flatMap(({ intendedAt }) => (intendedAt === null ? [] : [time(intendedAt)])));
    const ended = Math.max(...targets.filter(({ instanceId }) => well.has(instanceId)).map((one) => time(one.endedAt)));
    // Sends at the true rate, then the longest script; hosts that never answer are waited for until their URLs are dead.
    const floor = (200 * 0.5 - burst) / perSecond + scriptSeconds;
    expect((ended - began) / 1000).toBeGreaterThan(0.8 * floor);
    // Where other work keeps the processor, virtual time may still go on early; a runner that waits for the slow would be at twice the floor.
    expect((ended - began) / 1000).toBeLessThan(1.35 * floor);
  });

  it.each([
    { hosts: 600, accounts: 4, script: [10, 20], faults: 0.01, delivery: 'presigned' },
    { hosts: 300, accounts: 30, script: [30, 60], faults: 0.01, delivery: 'presigned' },
    { hosts: 200, accounts: 2, script: [30, 60], faults: 0.01, delivery: 'batch' },
    { hosts: 200, accounts: 4, script: [30, 60], faults: 0.01, delivery: 'presigned' },
    { hosts: 150, accounts: 1, script: [10, 20], faults: 0.01, delivery: 'presigned' },
    { hosts: 100, accounts: 2, script: [30, 60], faults: 0, delivery: 'presigned' },
    // Fast hosts and slow ones: what the first to answer took says little of the others.
    { hosts: 200, accounts: 4, script: [6, 120], faults: 0.01, delivery: 'presigned' },
    { hosts: 300, accounts: 30, script: [6, 120], faults: 0.01, delivery: 'presigned' },
  ] as const)(
    'makes at most a fifth of a call for each of $hosts hosts in $accounts accounts beyond the sends ($delivery, scripts of $script s)',
    { timeout: 300_000 },
    async ({ hosts, accounts, script: [min, max], faults, delivery }) => {
      const simulation = { scriptSeconds: { min, max } };
      const { plan, go, lab } = await start(fleetWorld(hosts, accounts, { simulated: true, faults }), { simulation });
      // The inventory that the plan is made of costs what accounts and Regions there are.
      const campaignId = await plan({ delivery });
      const before = lab.tally();
      await go(campaignId);
      const after = lab.tally();
      // Hosts fetch, put and poll; one whose request is refused before its operation is known (`s3:`) is a host's too.
      const control = Object.keys(after).filter(
        (name) => !/SendCommand|(?:Put|Post|Get)Object|ec2messages|:$/.test(name),
      );
      const made = control.reduce((all, name) => all + (after[name]?.calls ?? 0) - (before[name]?.calls ?? 0), 0);
      expect(made / hosts).toBeLessThanOrEqual(0.2);
    },
  );

  it('knows soon of a fleet in which every script fails, though none gives a result', {
    timeout: 120_000,
  }, async () => {
    const { run } = await start(fleetWorld(60, 20, { simulated: true, faults: { 'step-fails': 1 } }));
    const { coverage, targets } = await run();
    expect(coverage.states.failed).toBe(60);
    const began = Math.min(...targets.map(({ sentAt }) => time(sentAt)));
    // The service gives up what neither ends nor answers after five and a half minutes.
    expect((Math.max(...targets.map(({ endedAt }) => time(endedAt))) - began) / 1000).toBeLessThan(150);
  });
});

it.each(['before', 'after'] as const)(
  'the last send of a campaign, cut off %s it was taken, is looked up and made good within a minute',
  { timeout: 120_000 },
  async (drop) => {
    const { run, lab } = await start(fleetWorld(1, 1, { simulated: true }));
    lab.faults.set([{ operation: 'SendCommand', nth: 1, then: { drop } }]);
    const { targets } = await run();
    expect(targets).toMatchObject([{ phase: 'ended', evidenceSha256: expect.any(String) }]);
    expect(lab.truth().map((one) => one.runs.length)).toEqual([1]);
    expect(time(targets[0]?.sentAt ?? null) - time(targets[0]?.intendedAt ?? null)).toBeLessThan(60_000);
  },
);

it('outlives its sessions: a campaign of hours enters its accounts again', { timeout: 300_000 }, async () => {
  const rates = { 'ssm:SendCommand': { burst: 1, perSecond: 0.0125 } };
  const { run, lab } = await start(fleetWorld(90, 1, { simulated: true }), { rates });
  const { coverage } = await run();
  expect(coverage.states.assessed + coverage.states['partly-assessed']).toBe(90);
  expect(lab.tally()['sts:AssumeRole']?.calls ?? 0).toBeGreaterThan(2);
});
