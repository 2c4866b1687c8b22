// watch: brings each instance that events told of to its own small campaign, or writes down why there is none.
import type { EventEnd, HandledEvent, Place } from '@bongsu/core';
import { gapWords, placeKey } from '@bongsu/core';
import { likenessOf } from '@bongsu/engines';
import { forEachLimited } from './limited.ts';
import { planCampaign, planStore } from './plan.ts';
import { lostEnd, setGoing, unrunEnd } from './planned-apart.ts';
import { type LookedAt, placeLook } from './watch-place.ts';
import type { WatchOrder, WatchPorts } from './watch-ports.ts';
import { sampleDeal } from './watch-sample.ts';

export interface Watched {
  /** Campaigns to set going: planned now, or by a process that died before it could. */
  readonly campaignIds: readonly string[];
  /** Events that still wait, to be looked at again soon. */
  readonly waiting: number;
}

/** Events stay on record so long; longer where an instance counts as checked for longer. A queue holds a message for 14 days at most. */
const keptHours = 90 * 24;

/** Places that are read at a time. */
const placesAtATime = 4;

/** Between two looks at a place: a share of the time that its newest instance has waited. Most register in their first minute. */
const lookShare = 1 / 6;
/** Whoever registers late is still checked within a minute. */
const lookMillisecondsMax = 20_000;

const ended = { campaignId: null, standIn: null } as const;

/** Looks once at all events that wait. Safe to repeat, and in several processes: an event is ended by one of them. */
export async function watchTick(order: WatchOrder, ports: WatchPorts): Promise<Watched> {
  const { events } = ports;
  const campaignIds = [...(await events.eventCampaignsIdle())];
  for (const campaignId of campaignIds) await setGoing(campaignId, ports);
  await lostEnd((before) => events.eventCampaignsLost(before), ports);
  await events.eventReopen();
  const waiting = await events.eventWaiting();
  const asked = waiting.filter((one) => one.what === 'running' || one.what === 'registered');
  const noted = waiting.filter((one) => !asked.includes(one));
  const known = await strangersSettle(asked, order, ports);
  for (const some of Map.groupBy(known, placeKey).values()) {
    const [first] = some;
    if (first) await checkedSettle({ accountId: first.accountId, region: first.region }, some, order, ports);
  }
  const left = (await events.eventWaiting()).filter((one) => known.some(({ eventId }) => eventId === one.eventId));
  await forEachLimited([...Map.groupBy(left, placeKey).values()], placesAtATime, async (some) => {
    const [first] = some;
    if (!first) return;
    const place = { accountId: first.accountId, region: first.region };
    if (!isDue(place, some, ports)) return;
    const gone = new Set(noted.filter((one) => one.what === 'terminated').map((one) => one.instanceId));
    const campaignId = await placeTick(place, some, gone, order, ports);
    if (campaignId !== null) campaignIds.push(campaignId);
  });
  await endEvents(noted, { ...ended, outcome: 'noted', detail: '' }, ports);
  const kept = Math.max(keptHours, order.policy.minHours) * 3_600_000;
  await events.eventPrune(new Date(ports.clock.now().getTime() - kept).toISOString());
  return { campaignIds, waiting: (await events.eventWaiting()).length };
}

/** Whether it is time for a look at the place again; then it is looked at. */
function isDue(place: Place, waiting: readonly HandledEvent[], { clock, looked }: WatchPorts): boolean {
  const now = clock.now().getTime();
  const newest = Math.max(...waiting.map((one) => Date.parse(one.receivedAt)));
  const last = looked.get(placeKey(place)) ?? -Infinity;
  // Clocks may be set back.
  if (last <= now && now - last < Math.min(lookMillisecondsMax, (now - newest) * lookShare)) return false;
  looked.set(placeKey(place), now);
  return true;
}

/** Accounts and Regions that the configuration leaves out. Where the accounts could not be read, those not seen wait. */
async function strangersSettle(
  asked: readonly HandledEvent[],
  { policy }: WatchOrder,
  ports: WatchPorts,
): Promise<HandledEvent[]> {
  if (asked.length === 0) return [];
  const accounts = await ports.accounts();
  const gap = accounts.gaps.find((one) => one.accountId === null);
  const ids = new Set(accounts.items.map((one) => one.accountId));
  const limit = ports.clock.now().getTime() - policy.waitMinutes * 60_000;
  const unseen = asked.filter((one) => !ids.has(one.accountId));
  const given = unseen.filter((one) => gap === undefined || Date.parse(one.receivedAt) <= limit);
  const end: EventEnd = gap
    ? { ...ended, outcome: 'undeliverable', detail: gapWords(gap) }
    : { ...ended, outcome: 'unknown-account', detail: 'no account of the configuration' };
  await endEvents(given, end, ports);
  const seen = asked.filter((one) => ids.has(one.accountId));
  const { regions } = policy;
  const elsewhere = regions === 'enabled' ? [] : seen.filter((one) => !regions.includes(one.region));
  await endEvents(elsewhere, { ...ended, outcome: 'unknown-region', detail: 'no Region of the configuration' }, ports);
  return seen.filter((one) => !elsewhere.includes(one));
}

/** Before anything is asked of AWS: who was assessed lately, or is being assessed. */
async function checkedSettle(
  place: Place,
  events: readonly HandledEvent[],
  { policy }: WatchOrder,
  ports: WatchPorts,
): Promise<void> {
  const since = new Date(ports.clock.now().getTime() - policy.minHours * 3_600_000).toISOString();
  const ids = [...new Set(events.map((one) => one.instanceId))];
  for (const { instanceId, campaignId } of await ports.events.instancesChecked(place, ids, since)) {
    const detail = `within ${policy.minHours} h`;
    const of = events.filter((one) => one.instanceId === instanceId);
    await endEvents(of, { outcome: 'already-checked', campaignId, standIn: null, detail }, ports);
  }
}

/** Gives the campaign of those whose turn has come; null where there are none, or another process was first. */
async function placeTick(
  place: Place,
  events: readonly HandledEvent[],
  terminated: ReadonlySet<string>,
  order: WatchOrder,
  ports: WatchPorts,
): Promise<string | null> {
  const looked = await placeLook(place, events, terminated, order, ports);
  for (const { events: of, end } of looked.ends) await endEvents(of, end, ports);
  const { chosen, spared } = await sampleDeal(looked.ready, order.policy, ports, (one) => likenessOf(one.frozen));
  const campaignId = chosen.length > 0 ? await campaignStart(chosen, looked, order, ports) : null;
  for (const { of, standIn } of spared) {
    const inCampaign = standIn.campaignId ?? campaignId;
    // Without its campaign the stand-in stands for nobody: they wait on with it.
    if (inCampaign === null) continue;
    const { instanceId } = standIn;
    await endEvents(
      of.events,
      { outcome: 'sampled', campaignId: inCampaign, standIn: instanceId, detail: of.likeness },
      ports,
    );
  }
  return campaignId;
}

async function campaignStart(
  chosen: LookedAt['ready'],
  { snapshot }: LookedAt,
  { plan }: WatchOrder,
  ports: WatchPorts,
): Promise<string | null> {
  const part = { ...snapshot, instances: chosen.map((one) => one.frozen.instance) };
  const planned = await planCampaign({ ...plan, snapshot: part }, ports);
  const { campaignId } = planned.campaign;
  await ports.snapshots.snapshotPut(part);
  await planStore(planned, ports.campaigns);
  const of = chosen.flatMap((one) => one.events);
  if (await endEvents(of, { outcome: 'started', campaignId, standIn: null, detail: '' }, ports)) {
    await setGoing(campaignId, ports);
    return campaignId;
  }
  await unrunEnd(campaignId, 'another process was first', ports);
  return null;
}

/** All of them or none: false where another process was first. */
async function endEvents(
  events: readonly HandledEvent[],
  end: EventEnd,
  { events: store, clock }: Pick<WatchPorts, 'events' | 'clock'>,
): Promise<boolean> {
  if (events.length === 0) return true;
  const ids = events.map((one) => one.eventId);
  return store.eventSettle(ids, end, clock.now().toISOString());
}
