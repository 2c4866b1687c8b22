// What every store must do where several workers take targets at once, and where attempts follow each other.
import type { Claim, Target } from '@bongsu/core';
import { expect, test } from 'vitest';
import { at, campaignPrepare, fresh, later, targetOf } from './estate.sample.ts';
import type { Store } from './open.ts';

const place = { accountId: '111122223333', region: 'ap-northeast-2' };
const claim: Claim = { place, limit: 10, ringMax: 0, windows: [], at, lookAt: later };
const names = Array.from({ length: 6 }, (_, index) => `i-0000000000000000${index}`);
const ended = { phase: 'ended', state: 'failed', detail: 'step run', endedAt: at } as const;

export function targetClaimContract(store: () => Store): void {
  const prepare = async (change: (index: number) => Partial<Target> = () => ({})) => {
    const { campaign } = await campaignPrepare(store());
    const campaignId = fresh('campaign');
    const targets = names.map((name, index) => targetOf(campaignId, name, change(index)));
    await store().campaignPut({ ...campaign, campaignId }, targets);
    return { campaignId, targets };
  };

  test('a claim takes what is planned here, up to its limit and ring, and writes the intent', async () => {
    const { campaignId } = await prepare((index) => ({ ring: index % 2, ...(index === 0 ? ended : {}) }));
    const taken = await store().targetClaim(campaignId, { ...claim, limit: 1 });
    expect(taken).toMatchObject([{ instanceId: names[2], phase: 'intended', intendedAt: at, lookAt: later, sends: 1 }]);
    expect((await store().targetClaim(campaignId, claim)).map((one) => one.instanceId)).toEqual([names[4]]);
    const rest = await store().targetClaim(campaignId, { ...claim, ringMax: 1 });
    expect(rest.map((one) => one.instanceId).sort()).toEqual([names[1], names[3], names[5]]);
    expect(await store().targetClaim(campaignId, { ...claim, ringMax: 1 })).toEqual([]);
    expect(await store().targetClaim(campaignId, { ...claim, limit: 0 })).toEqual([]);
  });

  test('a claim is for one place, and a window must be open', async () => {
    const { campaignId } = await prepare((index) => ({
      window: index < 2 ? 'night' : null,
      ...(index === 5 ? { region: 'us-east-1' } : {}),
    }));
    expect(await store().targetClaim(campaignId, claim)).toHaveLength(3);
    expect(await store().targetClaim(campaignId, { ...claim, windows: ['day'] })).toEqual([]);
    expect(await store().targetClaim(campaignId, { ...claim, windows: ['day', 'night'] })).toHaveLength(2);
  });

  test('of many claims at once, each target goes to one', async () => {
    const { campaignId } = await prepare();
    const claims = await Promise.all(names.map(() => store().targetClaim(campaignId, { ...claim, limit: 2 })));
    expect(
      claims
        .flat()
        .map((one) => one.instanceId)
        .sort(),
    ).toEqual(names);
  });

  test('an intent is taken over when its time has come, by one alone, and never before', async () => {
    const { campaignId } = await prepare();
    const [first] = await store().targetClaim(campaignId, { ...claim, limit: 1 });
    const takeOver = (now: string, lookAt: string) => store().targetReclaim(campaignId, { limit: 10, at: now, lookAt });
    expect(await takeOver(at, later)).toEqual([]);
    const much = '2026-11-22T09:00:00.000Z';
    const taken = (await Promise.all([takeOver(later, much), takeOver(later, much)])).flat();
    expect(taken).toMatchObject([{ runId: first?.runId, lookAt: much, sends: 1 }]);
    const lookAt = async () => (await store().targetList(campaignId))[0]?.lookAt;
    await store().targetTakeOver(campaignId, '2026-11-22T01:02:13.456Z');
    expect(await lookAt()).toBe('2026-11-22T01:02:13.456Z');
    await store().targetTakeOver(campaignId, much);
    expect(await lookAt()).toBe(much);
  });

  test('a send that was not taken gives its target back', async () => {
    const { campaignId } = await prepare();
    const [first] = await store().targetClaim(campaignId, { ...claim, limit: 1 });
    await store().targetChange(campaignId, first?.runId ?? '', { phase: 'planned' });
    const [again] = await store().targetClaim(campaignId, { ...claim, limit: 1 });
    expect(again).toMatchObject({ runId: first?.runId, sends: 2 });
  });

  test('a step that others were ahead of changes nothing and says so', async () => {
    const { campaignId, targets } = await prepare((index) => (index === 0 ? ended : {}));
    const move = (index: number) =>
      store().targetMove(campaignId, targets[index]?.runId ?? '', { phase: 'sent', commandId: 'c', sentAt: at });
    expect([await move(0), await move(1)]).toEqual([false, true]);
    expect((await store().targetList(campaignId)).map((one) => one.phase).slice(0, 2)).toEqual(['ended', 'sent']);
  });

  test('who slept longer than his claim undoes nothing of its next holder', async () => {
    const { campaignId } = await prepare();
    const [held] = await store().targetClaim(campaignId, { ...claim, limit: 1 });
    const runId = held?.runId ?? '';
    const much = '2026-11-22T09:00:00.000Z';
    const [taken] = await store().targetReclaim(campaignId, { limit: 1, at: later, lookAt: much });
    const stale = { lookAt: held?.lookAt ?? null };
    for (const change of [{ phase: 'planned' }, { phase: 'intended', lookAt: at }, ended] as const)
      expect(await store().targetMove(campaignId, runId, change, stale)).toBe(false);
    expect((await store().targetList(campaignId))[0]).toMatchObject({ phase: 'intended', lookAt: much });
    const sent = (commandId: string) => ({ phase: 'sent', commandId, sentAt: at }) as const;
    expect(await store().targetMove(campaignId, runId, sent('late'), stale)).toBe(false);
    const next = { lookAt: taken?.lookAt ?? null };
    expect(await store().targetMove(campaignId, runId, { phase: 'planned' }, next)).toBe(true);
    expect(await store().targetMove(campaignId, runId, sent('late'), stale)).toBe(true);
    expect(await store().targetMove(campaignId, runId, sent('other'), next)).toBe(false);
    expect((await store().targetList(campaignId))[0]).toMatchObject({ phase: 'sent', commandId: 'late' });
  });

  test('the tally counts by place, ring, window, phase and state, and sums to all', async () => {
    const { campaignId, targets } = await prepare((index) => ({ ring: index < 1 ? 0 : 1 }));
    await store().targetChange(campaignId, targets[0]?.runId ?? '', { phase: 'sent', commandId: 'c', sentAt: at });
    await store().targetChange(campaignId, targets[0]?.runId ?? '', { ...ended, endedAt: later });
    const tally = await store().targetTally(campaignId);
    expect(tally).toMatchObject([
      { ...place, ring: 0, phase: 'ended', state: 'failed', count: 1, sentFirst: at, sentLast: at },
      {
        ...place,
        ring: 1,
        phase: 'planned',
        state: null,
        count: 5,
        sentFirst: null,
        sentLast: null,
        ...{ secondsMean: null, secondsSpread: null },
      },
    ]);
    expect(tally[0]?.secondsMean).toBeCloseTo((Date.parse(later) - Date.parse(at)) / 1000);
    expect(tally[0]?.secondsSpread).toBe(0);
    // Ten seconds, and thirty.
    const more = await prepare(() => ({ phase: 'sent', commandId: 'c', sentAt: at }));
    for (const [index, { runId }] of more.targets.entries()) {
      const endedAt = new Date(Date.parse(at) + (index % 2 === 0 ? 10_000 : 30_000)).toISOString();
      await store().targetChange(more.campaignId, runId, { ...ended, endedAt });
    }
    const [both] = await store().targetTally(more.campaignId);
    expect([both?.secondsMean, both?.secondsSpread]).toEqual([20, 10]);
    expect(await store().targetTally(fresh('campaign'))).toEqual([]);
  });

  test('a retry gives a new run id and keeps the old attempt; by the old id the target is still found', async () => {
    const { campaignId, targets } = await prepare((index) => (index < 2 ? ended : {}));
    const runs = targets.map(({ runId }) => ({ runId, newRunId: `${runId}-2`, phase: 'planned' as const }));
    expect(await store().targetRetry(campaignId, runs)).toBe(2);
    expect(await store().attemptList(campaignId)).toMatchObject(
      targets
        .slice(0, 2)
        .map(({ runId, accountId, region, instanceId }) => ({
          ...{ campaignId, accountId, region, instanceId },
          ...{ runId, attempt: 1, state: 'failed', detail: 'step run', endedAt: at },
        }))
        .sort((a, b) => (a.runId < b.runId ? -1 : 1)),
    );
    const [first] = await store().targetOfRuns(campaignId, [targets[0]?.runId ?? '']);
    expect(first).toMatchObject({
      runId: `${targets[0]?.runId}-2`,
      attempt: 2,
      phase: 'planned',
      state: null,
      endedAt: null,
    });
    expect(await store().targetRetry(campaignId, runs)).toBe(0);
  });

  test('a retry that opens an ended campaign is all of it or nothing', async () => {
    const { campaignId, targets } = await prepare((index) => (index < 2 ? ended : {}));
    await store().campaignPhase(campaignId, 'ended', at);
    const [one, two] = targets.map(({ runId }) => ({ runId, newRunId: `${runId}-2`, phase: 'planned' as const }));
    if (!one || !two) throw new Error('there are targets');
    // Two hosts cannot have one run.
    const twice = [one, { ...two, newRunId: one.newRunId }];
    await expect(store().campaignReopen(campaignId, later, twice)).rejects.toMatchObject({ code: 'conflict' });
    expect(await store().campaignGet(campaignId)).toMatchObject({ phase: 'ended' });
    expect(await store().attemptList(campaignId)).toEqual([]);
    expect(await store().campaignReopen(campaignId, later, [one, two])).toBe(2);
    expect(await store().campaignGet(campaignId)).toMatchObject({ phase: 'running', reopenedAt: later });
  });

  test('a target with evidence is never tried again', async () => {
    const { campaignId, targets } = await prepare();
    const runId = targets[0]?.runId ?? '';
    const evidenceSha256 = await store().evidencePut(new TextEncoder().encode(fresh('archive')));
    await store().targetChange(campaignId, runId, { ...ended, state: 'assessed', evidenceSha256 });
    expect(await store().targetRetry(campaignId, [{ runId, newRunId: fresh('run'), phase: 'planned' }])).toBe(0);
  });

  test('all that stand in some phases end at once; open ones are listed by place', async () => {
    const { campaignId } = await prepare((index) => (index < 2 ? { region: 'us-east-1' } : {}));
    const end = { state: 'not-attempted', detail: 'the deadline', endedAt: at } as const;
    expect(await store().targetEndAll(campaignId, { phases: ['planned'], place }, end)).toBe(4);
    expect(await store().targetOpen(campaignId, place)).toEqual([]);
    expect(await store().targetOpen(campaignId, { ...place, region: 'us-east-1' })).toHaveLength(2);
    expect(await store().targetEndAll(campaignId, { phases: ['sent'] }, end)).toBe(0);
  });

  test('a stop ends what was not sent, keeps its first reason, and a retry lifts it', async () => {
    const { campaignId } = await prepare((index) => (index === 0 ? ended : {}));
    await store().campaignPhase(campaignId, 'running', at);
    await store().campaignStop(campaignId, 'ring 1: 1 of 1 ended badly', at);
    await store().campaignStop(campaignId, 'other', later);
    expect(await store().campaignGet(campaignId)).toMatchObject({ stopped: 'ring 1: 1 of 1 ended badly' });
    const states = (await store().targetList(campaignId)).map((one) => one.state);
    expect(states).toEqual(['failed', ...names.slice(1).map(() => 'not-attempted')]);
    await store().campaignPhase(campaignId, 'ended', at);
    await store().campaignReopen(campaignId, later, []);
    expect(await store().campaignGet(campaignId)).toMatchObject({ phase: 'running', endedAt: null, stopped: null });
  });

  test('what a place remembers is kept part by part', async () => {
    const { campaignId } = await prepare();
    const pin = { arn: 'arn', version: '1', sha256: 'a'.repeat(64) };
    await store().placeRemember(campaignId, place, { pin });
    await store().placeRemember(campaignId, place, { tries: 2, nextAt: at });
    expect(await store().placeList(campaignId)).toEqual([{ ...place, pin, tries: 2, nextAt: at, seenAt: null }]);
    await store().placeRemember(campaignId, place, { seenAt: later });
    expect(await store().placeList(campaignId)).toEqual([{ ...place, pin, tries: 2, nextAt: at, seenAt: later }]);
  });
}

export function paceContract(store: () => Store): void {
  const bucket = {
    ...{ rate: 3, nextAt: 0, ahead: 250, spare: false, era: 0, quiet: 0, search: null, peak: 0 },
    ...{ latest: { at: 0, calls: 0 }, pool: { at: 0, calls: 0 } },
  };
  const keyed = (accountId: string) => ({ accountId, region: 'r', api: 'ssm:SendCommand' });

  test('changes of one bucket follow each other, whoever makes them', async () => {
    const keys = [keyed(fresh('a')), keyed(fresh('b'))];
    const once = (order: typeof keys) =>
      store().bucketChange(order, (held) => ({
        buckets: held.map((one) => ({ ...(one ?? bucket), quiet: (one?.quiet ?? 0) + 1 })),
        result: undefined,
      }));
    await Promise.all(Array.from({ length: 20 }, (_, index) => once(index % 2 ? keys : keys.toReversed())));
    const counts = await store().bucketChange(keys, (held) => ({
      buckets: held.map((one) => one ?? bucket),
      result: held.map((one) => one?.quiet),
    }));
    expect(counts).toEqual([20, 20]);
  });

  test('a breaker is another row than the buckets of its account', async () => {
    const accountId = fresh('a');
    await store().breakerChange([accountId], ([held]) => {
      expect(held).toBeUndefined();
      return { breakers: [{ failuresInRow: 2, openUntil: 5 }], result: undefined };
    });
    const seen = await store().breakerChange([accountId], ([held]) => ({
      breakers: [held ?? { failuresInRow: 0, openUntil: 0 }],
      result: held,
    }));
    expect(seen).toEqual({ failuresInRow: 2, openUntil: 5 });
    expect(await store().breakerList([fresh('none'), accountId])).toEqual([undefined, seen]);
    expect(await store().breakerList([])).toEqual([]);
  });
}
