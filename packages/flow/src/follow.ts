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
  Place,
  ResultObject,
  Seen,
  Tally,
  Target,
} from '@bongsu/core';
import { gapWords, placeKey } from '@bongsu/core';
import { invocationEnd } from '@bongsu/engines';
import { placeFolder, runOf } from './campaign-keys.ts';
import { modeOf } from './delivery/mode-of.ts';
import { forEachLimited } from './limited.ts';
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
  /** Results of targets that still wait for theirs, and that have lain there for some time. */
  readonly arrived: readonly ResultObject[];
  /** When the next sweep is due, in milliseconds since 1970; null where nothing is owed. */
  readonly nextAt: number | null;
}

/** The first sweep of a place: after the oldest open command has taken half as long again as others did, or this where none has ended. */
const firstSweepSeconds = 12;
const beyondMean = 1.5;
const afterMeanSeconds = 4;
/** The second sweep, in times of the first; later ones come when the service itself gives up, and when the URL has died. */
const secondSweep = 4;
/** The service ends what was not delivered or not finished some time after its limits. */
const givenUpSeconds = 30;
/** Nobody has told of a result that has lain there for so long and still waits; S3 does within seconds, seldom in a minute (user guide). */
const untoldSeconds = 30;
/** What has arrived and could not be read yet is tried for so long after its time was up. */
const arrivedSeconds = 300;
/** A sweep that is later than this finds what lay there while nobody worked: before anything is given up, it is read and looked up. */
const absentMilliseconds = 60_000;
/** Places that are due so soon after one are swept with it: they then share the listing of results. */
const togetherShare = 0.25;
/** Invocations in a page of ListCommandInvocations, objects in a page of ListObjectsV2. */
const perPage = 50;
const objectsPerPage = 1_000;

const nothing: Omit<Followed, 'nextAt'> = { gaps: [], arrived: [] };

/**
 * Results make themselves known by arriving. Only places that owe some are asked what became of their commands, a few times each: a sweep
 * costs as many calls as it has pages, or one for each missing command.
 */
export async function followCommands(campaign: Campaign, ports: FollowPorts): Promise<Followed> {
  const now = ports.clock.now().getTime();
  const tally = await ports.campaigns.targetTally(campaign.campaignId);
  const owing = placesOwing(tally);
  if (owing.length === 0) return { ...nothing, nextAt: null };
  const memories = new Map((await ports.campaigns.placeList(campaign.campaignId)).map((one) => [placeKey(one), one]));
  const base = sweepBase(tally) * 1000;
  const dues = owing.map((place) => {
    const memory = memories.get(placeKey(place));
    return { place, tries: memory?.tries ?? 0, at: memory?.nextAt ? Date.parse(memory.nextAt) : place.since + base };
  });
  const first = Math.min(...dues.map((due) => due.at));
  if (now < first) return { ...nothing, nextAt: first };
  const due = dues.filter(({ at }) => at <= now + base * togetherShare);
  const places = due.map(({ place, at }) => ({ ...place, unattended: now - at > absentMilliseconds }));
  const { spared, ...swept } = await sweep(campaign, places, ports);
  for (const { place, tries } of due) {
    const back = spared.has(placeKey(place)) ? now + arrivedSeconds * 1000 : null;
    const next = back ?? sweepAt(campaign, place, tries + 1, base, now);
    await ports.campaigns.placeRemember(campaign.campaignId, place, {
      tries: tries + 1,
      nextAt: new Date(next).toISOString(),
    });
  }
  // What ended meanwhile is asked for no more: the caller looks again at once.
  return { ...swept, nextAt: now + 1_000 };
}

function sweepAt({ plan }: Campaign, { since }: Owing, tries: number, base: number, now: number): number {
  const { deliverySeconds, executionSeconds, urlSeconds } = plan.limits;
  const givenUp = since + (deliverySeconds + executionSeconds + givenUpSeconds) * 1000;
  // Sends of one place are spread over some time: the last URL dies after the first.
  const dead = since + (urlSeconds + givenUpSeconds) * 1000;
  const second = since + base * secondSweep;
  // Where the service itself gives up not much later, that moment tells as much.
  const between = tries === 1 && second < (since + givenUp) / 2 ? [second] : [];
  const moments = [...between, givenUp, dead];
  return moments.find((at) => at > now + base / 2) ?? now + Math.max(base, givenUpSeconds * 1000);
}

interface Owing extends Place {
  /** Targets of the place, ended or not: its commands are listed together. */
  readonly all: number;
  /** The oldest send that has not ended. */
  readonly since: number;
}

function placesOwing(tally: readonly Tally[]): Owing[] {
  return [...Map.groupBy(tally, placeKey).values()].flatMap((rows) => {
    const [first] = rows;
    const open = rows.filter(isUnderWay);
    if (!first || open.length === 0) return [];
    const since = Math.min(
      ...open.map((row) => (row.sentFirst ? Date.parse(row.sentFirst) : 0)).filter((at) => at > 0),
    );
    const all = rows.reduce((sum, row) => sum + row.count, 0);
    // An intent without an end was never sent as far as is known: its age is seen when the place is looked at.
    return [{ accountId: first.accountId, region: first.region, all, since: Number.isFinite(since) ? since : 0 }];
  });
}

function sweepBase(tally: readonly Tally[]): number {
  const ended = tally.filter(
    (row) => row.secondsMean !== null && (row.state === 'assessed' || row.state === 'partly-assessed'),
  );
  const count = ended.reduce((sum, row) => sum + row.count, 0);
  if (count === 0) return firstSweepSeconds;
  const mean = ended.reduce((sum, row) => sum + (row.secondsMean ?? 0) * row.count, 0) / count;
  return mean * beyondMean + afterMeanSeconds;
}

/**
 * A target ends here only where no result object exists that was not there when its command had ended: results are listed
 * after the invocations, and S3 lists what was written before (strong consistency, Amazon S3 User Guide).
 */
async function sweep(
  campaign: Campaign,
  places: readonly (Owing & { readonly unattended: boolean })[],
  ports: FollowPorts,
): Promise<Omit<Followed, 'nextAt'> & { readonly spared: ReadonlySet<string> }> {
  const asked: { readonly target: Target; readonly invocation: Invocation | undefined }[] = [];
  const unattended = new Set(places.filter((place) => place.unattended).map(placeKey));
  const spared = new Set<string>();
  const gaps: Gap[] = [];
  await forEachLimited(places, 16, async (place) => {
    const open = (await ports.campaigns.targetOpen(campaign.campaignId, place)).filter(isUnderWay);
    if (open.length === 0) return;
    const seen = await ports.commands.invocations(place, cheapest(open, place.all));
    gaps.push(...seen.gaps);
    const invocations = new Map(seen.items.map((one) => [`${one.commandId}/${one.instanceId}`, one]));
    for (const target of open)
      asked.push({ target, invocation: invocations.get(`${target.commandId}/${target.instanceId}`) });
  });
  const results = await resultsOf(campaign, places, ports);
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
  for (const { target, invocation } of asked) {
    // A result that is there is left to `assess`; where results could not be listed, absence proves nothing. Both only until time is up.
    const there = arrived.get(target.runId)?.filter(({ key }) => ownsKey(target, key)) ?? [];
    const absent = results.gaps.length === 0 && there.length === 0;
    const moreSeconds = there.length > 0 ? arrivedSeconds : 0;
    const over = overdue(campaign, target, now, { gaps, unlisted: results.gaps, moreSeconds });
    const late = unattended.has(placeKey(target)) ? null : over;
    const own = absent ? (endOf(invocation) ?? late) : late;
    if (own === null && over !== null) spared.add(placeKey(target));
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
  }
  return { gaps, arrived: waiting, spared };
}

/** Lists each place, or the whole campaign, whichever takes fewer calls. */
async function resultsOf(
  campaign: Campaign,
  places: readonly Owing[],
  { exchange }: FollowPorts,
): Promise<Seen<ResultObject>> {
  const all = Object.values(campaign.plan.counts).reduce((sum, count) => sum + count, 0);
  const root = modeOf(campaign).root(campaign.campaignId);
  if (places.length > Math.ceil(all / objectsPerPage)) return exchange.results(root);
  const seen = await Promise.all(places.map((place) => exchange.results(`${root}${placeFolder(place)}`)));
  return { items: seen.flatMap((one) => one.items), gaps: seen.flatMap((one) => one.gaps) };
}

function cheapest(open: readonly Target[], all: number): Parameters<Commands['invocations']>[1] {
  const commandIds = [...new Set(open.flatMap((target) => target.commandId ?? []))];
  if (commandIds.length < Math.ceil(all / perPage)) return { commandIds };
  const times = open.map((target) => Date.parse(target.sentAt ?? target.intendedAt ?? ''));
  // A minute earlier than the first, for clocks that differ.
  return { since: new Date(Math.min(...times) - 60_000).toISOString() };
}

function endOf(invocation: Invocation | undefined): Pick<Target, 'state' | 'detail'> | null {
  return invocation === undefined ? null : invocationEnd(invocation);
}

/** After delivery, execution and a margin nothing can come any more: the URL is dead too. */
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
  const started = target.sentAt ?? target.intendedAt;
  const seconds = campaign.plan.limits.urlSeconds + moreSeconds;
  if (started === null || now.getTime() < Date.parse(started) + seconds * 1000) return null;
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
