// What every store must do with events: each is kept once and ended once, whoever else is at work.
import type { EventEnd, InstanceEvent } from '@bongsu/core';
import { expect, test } from 'vitest';
import { at, campaignOf, campaignPrepare, fresh, instanceOf, later, snapshotOf, targetOf } from './estate.sample.ts';
import type { Store } from './open.ts';

const before = '2026-11-01T00:00:00.000Z';
const place = { accountId: '111122223333', region: 'ap-northeast-2' };
const end: EventEnd = { outcome: 'gone', campaignId: null, standIn: null, detail: 'no longer \0 there' };

function eventOf(change: Partial<InstanceEvent> = {}): InstanceEvent {
  return { ...place, eventId: fresh('e'), instanceId: fresh('i'), what: 'running', at, ...change };
}

export function eventContract(store: () => Store): void {
  const outcomes = async (instanceId: string) =>
    (await store().eventList(1000)).filter((one) => one.instanceId === instanceId);

  test('an event is kept once, however often and under whatever id it comes', async () => {
    const event = eventOf();
    const again = { ...event, eventId: fresh('e') };
    const kept = await Promise.all([[event, event], [event], [again]].map((all) => store().eventPut(all, at, before)));
    expect(kept.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await outcomes(event.instanceId)).toMatchObject([
      { what: 'running', at, receivedAt: at, outcome: 'waiting', settledAt: null, campaignId: null, standIn: null },
    ]);
  });

  test('what agents repeat is new only where nothing counts any more', async () => {
    const event = eventOf();
    const call = (time: string) => eventOf({ instanceId: event.instanceId, what: 'registered', at: time });
    expect(await store().eventPut([event, call(at)], at, before)).toBe(1);
    await store().eventSettle([event.eventId], end, later);
    expect(await store().eventPut([call(later), call(later)], later, before)).toBe(1);
    const [again] = await outcomes(event.instanceId);
    await store().eventSettle([again?.eventId ?? ''], { ...end, outcome: 'started' }, later);
    expect(await store().eventPut([call('2026-11-22T02:05:00.000Z')], later, before)).toBe(0);
    expect(await store().eventPut([call('2026-11-24T02:05:00.000Z')], later, '2026-11-23T00:00:00.000Z')).toBe(1);
  });

  test('several are ended together or not at all, by one', async () => {
    const events = [eventOf(), eventOf()];
    await store().eventPut(events, at, before);
    const ids = events.map((one) => one.eventId);
    const done = await Promise.all([1, 2].map(() => store().eventSettle(ids, end, later)));
    expect(done.filter(Boolean)).toHaveLength(1);
    const more = eventOf();
    await store().eventPut([more], at, before);
    expect(await store().eventSettle([...ids, more.eventId], end, later)).toBe(false);
    expect((await store().eventWaiting()).map((one) => one.eventId)).toContain(more.eventId);
    expect(await outcomes(events[0]?.instanceId ?? '')).toMatchObject([
      { outcome: 'gone', detail: 'no longer ␀ there', settledAt: later },
    ]);
  });

  test('who was assessed or is being assessed is known by id and by kind', async () => {
    const ids = [fresh('i'), fresh('i')];
    const group = fresh('group');
    const instances = ids.map((id, index) =>
      instanceOf(id, { tags: index === 0 ? { 'aws:autoscaling:groupName': group } : {} }),
    );
    const snapshot = snapshotOf(fresh('snapshot'), { instances });
    await store().snapshotPut(snapshot);
    const campaign = campaignOf(fresh('campaign'), snapshot.snapshotId);
    const { campaignId } = campaign;
    const targets = ids.map((id) => targetOf(campaignId, id));
    await store().campaignPut(campaign, targets);
    // Planned only: nobody has agreed to it.
    const known = async () => (await store().instancesChecked(place, ids, later)).map((one) => one.campaignId);
    expect(await known()).toEqual([]);
    await store().campaignPhase(campaignId, 'running', at);
    expect(await known()).toEqual([campaignId, campaignId]);
    const likeness = { ...place, group, template: '', templateVersion: '', imageId: 'ami-0123456789abcdef0' };
    const like = (change = {}) => store().likeChecked({ ...likeness, ...change }, later);
    // The second one has no tags.
    expect(await like()).toEqual([{ instanceId: ids[0], campaignId }]);
    expect(await like({ imageId: 'ami-other' })).toEqual([]);
    expect(await like({ templateVersion: '2' })).toEqual([]);
    for (const { runId } of targets)
      await store().targetChange(campaignId, runId, { phase: 'ended', state: 'failed', endedAt: later });
    expect([await known(), await like()]).toEqual([[], []]);
  });

  test('who was sampled out waits again where the one that stands for it was not assessed', async () => {
    const { campaign, target } = await campaignPrepare(store());
    const event = eventOf();
    await store().eventPut([event], at, before);
    const { campaignId } = campaign;
    const sampled = { outcome: 'sampled', campaignId, standIn: target.instanceId, detail: '' } as const;
    await store().eventSettle([event.eventId], sampled, later);
    await store().eventReopen();
    expect(await outcomes(event.instanceId)).toMatchObject([{ outcome: 'sampled', standIn: target.instanceId }]);
    await store().targetChange(campaignId, target.runId, { phase: 'ended', state: 'failed', endedAt: later });
    await store().eventReopen();
    expect(await outcomes(event.instanceId)).toMatchObject([{ outcome: 'waiting', standIn: null, settledAt: null }]);
  });

  test('a campaign of events that nobody has set going is found, and no other', async () => {
    const [ours, other] = [await campaignPrepare(store()), await campaignPrepare(store())];
    const event = eventOf();
    await store().eventPut([event], at, before);
    const { campaignId } = ours.campaign;
    await store().eventSettle([event.eventId], { ...end, outcome: 'started', campaignId }, later);
    const idle = await store().eventCampaignsIdle();
    expect(idle).toContain(campaignId);
    expect(idle).not.toContain(other.campaign.campaignId);
    await store().campaignPhase(campaignId, 'running', later);
    expect(await store().eventCampaignsIdle()).not.toContain(campaignId);
  });

  test('a campaign of instances that no event names is lost, and no other is', async () => {
    const { campaign: whole } = await campaignPrepare(store());
    const part = campaignOf(fresh('campaign'), whole.snapshotId, { plan: { ...whole.plan, part: true } });
    const running = campaignOf(fresh('campaign'), whole.snapshotId, { plan: { ...whole.plan, part: true } });
    await store().campaignPut(part, []);
    await store().campaignPut(running, []);
    await store().campaignPhase(running.campaignId, 'running', later);
    const lost = await store().eventCampaignsLost('2999-01-01T00:00:00.000Z');
    expect(lost).toContain(part.campaignId);
    for (const { campaignId } of [whole, running]) expect(lost).not.toContain(campaignId);
    expect(await store().eventCampaignsLost(part.createdAt)).not.toContain(part.campaignId);
  });

  test('what is no event is kept once, and how the queue was read last', async () => {
    const refusal = { messageId: fresh('m'), reason: 'no JSON', excerpt: '{\0', receives: 1, removed: false, at };
    await store().eventRefusalPut(refusal);
    await store().eventRefusalPut({ ...refusal, receives: 3, removed: true, at: later });
    const kept = (await store().eventRefusalList(1000)).filter((one) => one.messageId === refusal.messageId);
    expect(kept).toEqual([{ ...refusal, excerpt: '{␀', receives: 3, removed: true, at: later }]);
    const gap = { ...place, call: 'sqs:ReceiveMessage', code: 'AccessDenied', message: '', missingPermission: null };
    const url = `https://sqs/${fresh('q')}`;
    await store().queuePollPut({ url, at, gap });
    expect(await store().queuePollList()).toContainEqual({ url, at, gap });
    await store().queuePollPut({ url, at: later, gap: null });
    expect(await store().queuePollList()).toContainEqual({ url, at: later, gap: null });
  });

  test('what was settled long ago is forgotten, and what waits is kept', async () => {
    const [old, waiting, young] = [eventOf(), eventOf(), eventOf()];
    await store().eventPut([old, waiting], '2026-01-01T00:00:00.000Z', before);
    await store().eventPut([young], at, before);
    for (const { eventId } of [old, young]) await store().eventSettle([eventId], end, later);
    const refusal = { messageId: fresh('m'), reason: 'r', excerpt: '', receives: 3, removed: true };
    await store().eventRefusalPut({ ...refusal, at: '2026-01-01T00:00:00.000Z' });
    expect(await store().eventPrune('2026-02-01T00:00:00.000Z')).toBe(2);
    expect(await store().eventPrune('2026-02-01T00:00:00.000Z')).toBe(0);
    const left = async (id: string) => (await outcomes(id)).map((one) => one.outcome);
    expect(await left(old.instanceId)).toEqual([]);
    expect([...(await left(waiting.instanceId)), ...(await left(young.instanceId))]).toEqual(['waiting', 'gone']);
  });

  test('some instances alone are neither the picture of the estate nor its latest campaign', async () => {
    const { campaign: prepared } = await campaignPrepare(store());
    const latest = await store().snapshotLatest();
    const fleets = campaignOf(fresh('campaign'), prepared.snapshotId, { createdAt: '2026-12-31T00:00:00.000Z' });
    await store().campaignPut(fleets, []);
    await store().campaignPhase(fleets.campaignId, 'running', later);
    const part = snapshotOf(fresh('snapshot'), { takenAt: '2027-01-01T00:00:00.000Z', part: true });
    await store().snapshotPut(part);
    const campaign = campaignOf(fresh('campaign'), part.snapshotId, { createdAt: '2027-01-01T00:00:00.000Z' });
    await store().campaignPut({ ...campaign, plan: { ...campaign.plan, part: true } }, []);
    const carried = { ...campaign, campaignId: fresh('campaign') };
    await store().campaignPut({ ...carried, plan: { ...campaign.plan, delivery: 'by-hand' } }, []);
    await store().campaignPut({ ...campaign, campaignId: fresh('campaign') }, []);
    expect((await store().snapshotLatest())?.snapshotId).toBe(latest?.snapshotId);
    expect((await store().campaignLatest())?.campaignId).toBe(fleets.campaignId);
    expect(await store().snapshotGet(part.snapshotId)).toEqual(part);
  });
}
