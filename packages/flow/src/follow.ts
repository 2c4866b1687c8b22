// probe, second half: closing sweeps over what gave no result, and an end for what can give none any more.
import type {
  Campaign,
  CampaignStore,
  Clock,
  Commands,
  EvidenceStore,
  Exchange,
  Gap,
  Invocation,
  ResultObject,
  Target,
} from '@bongsu/core';
import { gapWords, placeKey } from '@bongsu/core';
import { invocationEnd } from '@bongsu/engines';
import { runOf } from './campaign-keys.ts';
import { modeOf } from './delivery/mode-of.ts';
import { forEachLimited } from './limited.ts';
import { type Listing, resultsOfPlaces } from './list-results.ts';
import {
  inTurn,
  invocationsPerCall,
  sampleAgain,
  sampleOf,
  sweepAgain,
  sweepTimes,
  type SweepTimes,
} from './sweep-time.ts';
import { isUnderWay } from './under-way.ts';

export interface FollowPorts {
  readonly commands: Commands;
  readonly exchange: Exchange;
  readonly campaigns: CampaignStore;
  readonly evidence: Pick<EvidenceStore, 'refusalList'>;
  readonly clock: Clock;
}

export interface Followed {
  readonly gaps: readonly Gap[];
  /** What was listed on the way; null where nothing was. */
  readonly listed: Listing | null;
  /** Results in it of targets that still wait for theirs, and that have lain there for some time. */
  readonly arrived: readonly ResultObject[];
  /** When the next sweep is due, in milliseconds since 1970; null where nothing is owed. */
  readonly nextAt: number | null;
}

/** Nobody has told of a result that has lain there for so long and still waits; S3 does within seconds, seldom in a minute (user guide). */
const untoldSeconds = 30;
/** What has arrived and could not be read yet, or may have and could not be listed, is tried for so long after its time was up. */
const arrivedSeconds = 300;
/** A sweep that is later than this finds what lay there while nobody worked: before anything is given up, it is read and looked up. */
const absentMilliseconds = 60_000;

const nothing: Omit<Followed, 'nextAt'> = { gaps: [], listed: null, arrived: [] };

/**
 * Results make themselves known by arriving. Only places that owe some are asked what became of their commands, a few times each: a sweep
 * costs as many calls as it has pages, or one for each missing command.
 */
export async function followCommands(campaign: Campaign, ports: FollowPorts): Promise<Followed> {
  const { campaignId } = campaign;
  const now = ports.clock.now().getTime();
  const tally = await ports.campaigns.targetTally(campaignId);
  const times = sweepTimes(campaign, tally, await ports.campaigns.placeList(campaignId), now);
  const { places, sample } = times;
  if (places.length === 0) return { ...nothing, nextAt: times.nextAt };
  const { spared, blind, asked, ended, ...swept } = await sweep(campaign, times, now, ports);
  if (sample !== null)
    await ports.campaigns.placeRemember(campaignId, sampleOf, sampleAgain(times, { asked, ended }, now));
  const seenAt = new Date(now).toISOString();
  for (const place of sample === null ? places : []) {
    const key = placeKey(place);
    const next = spared.has(key) ? now + arrivedSeconds * 1000 : sweepAgain(campaign, times, place, now);
    // A place that could not be asked is asked again, whatever that costs.
    const tries = blind.has(key) ? 0 : place.tries + 1;
    const nextAt = new Date(next).toISOString();
    await ports.campaigns.placeRemember(campaignId, place, { tries, nextAt, seenAt });
  }
  // What ended meanwhile is asked for no more: the caller looks again at once.
  return { ...swept, nextAt: now + 1_000 };
}

interface Swept extends Omit<Followed, 'nextAt'> {
  /** Places in which nothing was given up yet, because nobody had looked for long. */
  readonly spared: ReadonlySet<string>;
  /** Places whose commands could not all be seen. */
  readonly blind: ReadonlySet<string>;
  readonly asked: number;
  readonly ended: number;
}

/**
 * A target ends here only where no result object exists that was not there when its command had ended: results are listed
 * after the invocations, and S3 lists what was written before (strong consistency, Amazon S3 User Guide).
 */
async function sweep(
  campaign: Campaign,
  { places, sample }: Pick<SweepTimes, 'places' | 'sample'>,
  began: number,
  ports: FollowPorts,
): Promise<Swept> {
  const asked: { readonly target: Target; readonly invocation: Invocation | undefined }[] = [];
  const unattended = new Set(places.filter(({ at }) => began - at > absentMilliseconds).map(placeKey));
  const [spared, blind] = [new Set<string>(), new Set<string>()];
  const gaps: Gap[] = [];
  await forEachLimited(places, 16, async (place) => {
    const open = (await ports.campaigns.targetOpen(campaign.campaignId, place)).filter(isUnderWay);
    if (open.length === 0) return;
    const some = place.calls === 0 || place.calls === place.cost ? open : someOf(open, place.calls, sample?.turn ?? 0);
    const seen =
      place.calls > 0 ? await ports.commands.invocations(place, cheapest(some, place.all)) : { items: [], gaps: [] };
    gaps.push(...seen.gaps);
    if (seen.gaps.length > 0) blind.add(placeKey(place));
    const invocations = new Map(seen.items.map((one) => [`${one.commandId}/${one.instanceId}`, one]));
    for (const target of some)
      asked.push({ target, invocation: invocations.get(`${target.commandId}/${target.instanceId}`) });
  });
  const over = ({ target, invocation }: (typeof asked)[number]): boolean =>
    endOf(invocation) !== null || timeIsUp(campaign, target, ports.clock.now());
  // Nothing can end that is neither told to have ended nor overdue.
  const listed = asked.some(over) ? await resultsOfPlaces(campaign, places, ports) : null;
  const results = listed ?? { items: [], gaps: [] };
  gaps.push(...results.gaps);
  // Where others can write beside a target, what was refused is no arrival of its own; what it says becomes the reason of its end.
  const { shared, ownsKey } = modeOf(campaign);
  const refusals = shared ? await ports.evidence.refusalList(campaign.campaignId) : [];
  const refused = new Map(refusals.map((one) => [`${one.key} ${one.etag}`, one]));
  const arrived = Map.groupBy(
    results.items.filter(({ key, etag }) => !refused.has(`${key} ${etag}`)),
    ({ key }) => runOf(key),
  );
  const said = new Map(refusals.map((one) => [one.runId, one.reason]));
  const now = ports.clock.now();
  const waiting: ResultObject[] = [];
  let ended = 0;
  for (const { target, invocation } of asked) {
    // A result that is there is left to `assess`; where results could not be listed, absence proves nothing. Both only until time is up.
    const there = arrived.get(target.runId)?.filter(({ key }) => ownsKey(target, key)) ?? [];
    const absent = results.gaps.length === 0 && there.length === 0;
    const moreSeconds = there.length > 0 || results.gaps.length > 0 ? arrivedSeconds : 0;
    const up = overdue(campaign, target, now, { gaps, unlisted: results.gaps, moreSeconds });
    const late = unattended.has(placeKey(target)) ? null : up;
    const own = absent ? (endOf(invocation) ?? late) : late;
    if (own === null && up !== null) spared.add(placeKey(target));
    if (!own) {
      waiting.push(...there.filter((one) => Date.parse(one.writtenAt) <= now.getTime() - untoldSeconds * 1000));
      continue;
    }
    const why = own.state === 'no-result' ? said.get(target.runId) : undefined;
    const end = why === undefined ? own : { state: 'result-refused' as const, detail: why };
    await ports.campaigns.targetMove(campaign.campaignId, target.runId, {
      phase: 'ended',
      ...end,
      endedAt: now.toISOString(),
    });
    ended += 1;
  }
  return { gaps, listed, arrived: waiting, spared, blind, asked: asked.length, ended };
}

/** Those of so many commands, the oldest first; in a later turn those that come after. */
function someOf(open: readonly Target[], commands: number, turn: number): Target[] {
  const byAge = open.toSorted((one, other) => sentTime(one) - sentTime(other));
  const all = [...new Set(byAge.flatMap((target) => target.commandId ?? []))];
  const ids = new Set(inTurn(all, turn * commands, commands));
  return byAge.filter(({ commandId }) => commandId !== null && ids.has(commandId));
}

function sentTime({ sentAt, intendedAt }: Target): number {
  return Date.parse(sentAt ?? intendedAt ?? '');
}

function cheapest(open: readonly Target[], all: number): Parameters<Commands['invocations']>[1] {
  const commandIds = [...new Set(open.flatMap((target) => target.commandId ?? []))];
  if (commandIds.length < Math.ceil(all / invocationsPerCall)) return { commandIds };
  const times = open.map(sentTime);
  // A minute earlier than the first, for clocks that differ.
  return { since: new Date(Math.min(...times) - 60_000).toISOString() };
}

function endOf(invocation: Invocation | undefined): Pick<Target, 'state' | 'detail'> | null {
  return invocation === undefined ? null : invocationEnd(invocation);
}

/** After delivery, execution and a margin nothing can come any more: the URL is dead too. */
function timeIsUp({ plan }: Campaign, target: Target, now: Date, moreSeconds = 0): boolean {
  const started = target.sentAt ?? target.intendedAt;
  return started !== null && now.getTime() >= Date.parse(started) + (plan.limits.urlSeconds + moreSeconds) * 1000;
}

function overdue(
  campaign: Campaign,
  target: Target,
  now: Date,
  {
    gaps,
    unlisted,
    moreSeconds,
  }: { readonly gaps: readonly Gap[]; readonly unlisted: readonly Gap[]; readonly moreSeconds: number },
): Pick<Target, 'state' | 'detail'> | null {
  if (!timeIsUp(campaign, target, now, moreSeconds)) return null;
  // What a look at it met before stands in its detail.
  const met = target.detail === '' ? '' : `; ${target.detail}`;
  if (target.phase === 'intended')
    return { state: 'undeliverable', detail: `the outcome of the send is not known${met}` };
  if (met !== '') return { state: 'timed-out', detail: `its result could not be taken${met}` };
  const [blind] = [
    ...unlisted,
    ...gaps.filter((gap) => gap.accountId === target.accountId && (gap.region ?? target.region) === target.region),
  ];
  return {
    state: 'timed-out',
    detail: blind ? `no result; ${gapWords(blind)}` : 'no result and no end of the command',
  };
}
