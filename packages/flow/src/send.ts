// probe, first half: claims targets, sends as fast as the learnt rates allow, and looks before it sends anything again.
import type { Campaign, DocumentPin, Place, Target } from '@bongsu/core';
import { placeKey } from '@bongsu/core';
import { reserve, ringState, ringsOfPlan, windowsOpen } from '@bongsu/engines';
import { modeOf } from './delivery/mode-of.ts';
import { sentRunOf } from './delivery/batch-run.ts';
import { lookUpUnclear } from './look-up.ts';
import { type Leave, type Paced, openPace } from './pace.ts';
import { prepare } from './prepare.ts';
import type { SendPorts } from './send-ports.ts';
import { claimSeconds, sendTargets } from './send-target.ts';
import type { StepDone } from './step-done.ts';
import { stillToSend } from './still-to-send.ts';
import { countOf } from './tally-sums.ts';

/** Between two looks at the rates while there is something to send: at least this, and no longer than a campaign may go unlooked at. */
const tickMilliseconds = 250;
const tickMillisecondsMax = 5_000;
/** Ticks between two looks at the whole campaign: counting 50,000 targets takes tens of milliseconds. */
const ticksPerLook = 4;
/** A step ends after so long, for another worker to be able to take the next. */
const stepMilliseconds = 20_000;
/** How often what may have been sent is looked after while nothing else is to be done. */
const unclearMilliseconds = 2_000;
/** How long signing waits for credentials that are about to end and may be renewed. */
const credentialWaitMilliseconds = 15_000;

/** When to come again: milliseconds since 1970; null where only what others do can give something to send. */
type Next = number | null;

/**
 * Sends what may be sent now. Every send is claimed in the store before it is made, so that any number of workers may do this
 * at once, and after a crash what is unclear is looked up first. Ends with every call it made answered.
 */
export async function sendCommands(campaign: Campaign, ports: SendPorts): Promise<StepDone> {
  const { clock } = ports;
  const began = clock.now().getTime();
  const pace = openPace(campaign.plan.limits.concurrency, ports);
  const under = new Set<Promise<void>>();
  let next: Next = null;
  let moved = false;
  for (;;) {
    const seen = await lookAround(campaign, ports);
    next = seen.next;
    moved ||= seen.ended || seen.left.size > 0;
    if (seen.pins === null) break;
    const { pins } = seen;
    await pace.breakers.look([...new Set([...seen.left.values()].map(({ place }) => place.accountId))]);
    for (const targets of bySend(await lookUpUnclear(campaign, ports)))
      launch(under, campaign, targets, pins, pace, ports, null);
    for (let tick = 0; tick < ticksPerLook && seen.left.size > 0; tick += 1) {
      const wait = await sendTick(campaign, { ...seen, pins }, under, pace, ports);
      // While calls are under way their answers may give room at any moment.
      const most = under.size > 0 ? tickMilliseconds : tickMillisecondsMax;
      await clock.sleep(Math.min(most, Math.max(tickMilliseconds, wait)));
    }
    if (seen.left.size === 0 || clock.now().getTime() - began > stepMilliseconds) break;
  }
  await Promise.all(under);
  await pace.take([]);
  return { at: next, moved };
}

/** Targets that may be sent to, by place. */
type Left = Map<string, { readonly place: Place; count: number }>;
interface Around {
  readonly left: Left;
  readonly ringMax: number;
  readonly windows: readonly string[];
  /** Few hosts: a person or a new instance waits for them, and they go before others. */
  readonly few: boolean;
  /** By Region; null where nothing is to be sent now. */
  readonly pins: ReadonlyMap<string, DocumentPin> | null;
  readonly next: Next;
  /** Targets were ended here: whoever waits for what is open must look. */
  readonly ended: boolean;
}

async function lookAround(campaign: Campaign, ports: SendPorts): Promise<Around> {
  const nothing = { left: new Map(), ringMax: 0, windows: [], few: false, pins: null, ended: false };
  const now = ports.clock.now();
  const tally = await ports.campaigns.targetTally(campaign.campaignId);
  const rings = ringsOfPlan(campaign.plan);
  const { open, stop } = ringState(rings, tally);
  if (stop !== null) {
    await ports.campaigns.campaignStop(campaign.campaignId, stop, now.toISOString());
    return { ...nothing, ended: true, next: null };
  }
  const windows = windowsOpen(campaign.plan, now);
  const left = stillToSend(tally, open, windows.open);
  // What may have been sent may have to be sent again: its Regions must be ready too.
  const unclear = tally.filter((row) => row.phase === 'intended');
  if (left.size === 0 && unclear.length === 0) {
    // The next ring opens when others end; a window by itself.
    return { ...nothing, next: tally.some((row) => row.phase === 'planned') ? windows.nextAt : null };
  }
  const toSend = countOf([...left.values()]);
  const sent = tally.reduce((sum, row) => sum + (row.sentFirst === null ? 0 : row.count), 0);
  ports.progress({ what: 'send', done: sent, left: toSend });
  const credentialSeconds = await ports.exchange.credentialSeconds();
  // A URL dies with the session that signs it: what would be sent now could not be answered.
  if (credentialSeconds !== null && credentialSeconds < campaign.plan.limits.urlSeconds)
    return { ...nothing, next: now.getTime() + credentialWaitMilliseconds };
  const prepared = await prepare(campaign, [...[...left.values()].map(({ place }) => place), ...unclear], ports);
  for (const [key, { place }] of left) if (!prepared.pins.has(place.region)) left.delete(key);
  const { pins, ended } = prepared;
  const next = prepared.nextAt ?? now.getTime() + unclearMilliseconds;
  const few = countOf(tally) <= reserve;
  return { left, ringMax: open, windows: windows.open, few, pins, next, ended };
}

async function sendTick(
  campaign: Campaign,
  around: Around & { readonly pins: ReadonlyMap<string, DocumentPin> },
  under: Set<Promise<void>>,
  pace: Paced,
  ports: SendPorts,
): Promise<number> {
  const now = ports.clock.now();
  const accountIds = [...new Set([...around.left.values()].map(({ place }) => place.accountId))];
  const allowed = new Map(accountIds.map((id) => [id, pace.breakers.allows(id, 1_000, now.getTime())]));
  const { idsPerSend } = modeOf(campaign);
  const wants = [...around.left.values()].map(({ place, count }) => ({
    place,
    want: Math.min(Math.ceil(count / idsPerSend), allowed.get(place.accountId) ?? 0),
  }));
  const { grants, waitMilliseconds } = await pace.take(wants, around.few ? 'interactive' : undefined);
  for (const { place, leaves } of grants) {
    const claim = {
      place,
      limit: leaves.length * idsPerSend,
      ringMax: around.ringMax,
      windows: around.windows,
      at: now.toISOString(),
      lookAt: new Date(now.getTime() + claimSeconds * 1000).toISOString(),
    };
    const targets = await ports.campaigns.targetClaim(campaign.campaignId, claim);
    const key = placeKey(place);
    const left = around.left.get(key);
    if (left) left.count -= targets.length;
    // Another worker was quicker, or the count is used up: the next look says what is left.
    if (left && (left.count <= 0 || targets.length === 0)) around.left.delete(key);
    const groups = bySend(targets);
    groups.forEach((group, index) => launch(under, campaign, group, around.pins, pace, ports, leaves[index] ?? null));
    for (const leave of leaves.slice(groups.length)) pace.giveBack(leave);
  }
  return waitMilliseconds;
}

/** What goes out in one send: the targets of a batch, and each other target by itself. */
function bySend(targets: readonly Target[]): Target[][] {
  return [...Map.groupBy(targets, ({ runId }) => sentRunOf(runId)).values()];
}

/** Starts a send and lets it run: one slow account must not hold up the others. */
function launch(
  under: Set<Promise<void>>,
  campaign: Campaign,
  targets: readonly Target[],
  pins: ReadonlyMap<string, DocumentPin>,
  pace: Paced,
  ports: SendPorts,
  leave: Leave | null,
): void {
  const pin = pins.get(targets[0]?.region ?? '');
  // Without a document the target stays intended, and is looked up again when its time comes.
  if (!pin) {
    if (leave !== null) pace.giveBack(leave);
    return;
  }
  const sending = (async () => {
    if (leave !== null && leave.startMilliseconds > 0) await ports.clock.sleep(leave.startMilliseconds);
    await sendTargets(campaign, targets, pin, pace, ports, leave);
  })().finally(() => under.delete(sending));
  under.add(sending);
}
