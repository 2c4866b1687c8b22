// A sweep: what became of the commands of some places, and an end for what gave no result and can give none any more.
import type { Campaign, Gap, Invocation, ResultObject, Target } from '@bongsu/core';
import { gapWords, placeKey } from '@bongsu/core';
import { invocationEnd } from '@bongsu/engines';
import { type Asked, askPlaces } from './ask-places.ts';
import { runOf } from './campaign-keys.ts';
import { modeOf } from './delivery/mode-of.ts';
import type { FollowPorts, Take } from './follow-ports.ts';
import { resultsOfPlaces } from './list-results.ts';
import type { SweepTimes } from './sweep-time.ts';
import { isUnderWay } from './under-way.ts';

/** What has arrived and could not be read yet, or may have and could not be listed, is tried for so long after its time was up. */
export const arrivedSeconds = 300;
/** A sweep that is later than this finds what lay there while nobody worked: before anything is given up, it is read and looked up. */
const absentMilliseconds = 60_000;

export interface Swept {
  readonly gaps: readonly Gap[];
  /** Whether results were looked for. */
  readonly looked: boolean;
  /** Places in which something was not given up yet although its time is up: nobody had looked for long, or others are at its result. */
  readonly spared: ReadonlySet<string>;
  /** Places whose commands could not all be seen. */
  readonly blind: ReadonlySet<string>;
  readonly asked: number;
  readonly ended: number;
}

/**
 * A target ends here only where no result object exists that was not there when its command had ended: results are listed
 * after the invocations, and S3 lists what was written before (strong consistency, Amazon S3 User Guide). `began`: in milliseconds since 1970.
 */
export async function sweep(
  campaign: Campaign,
  { places, sample }: Pick<SweepTimes, 'places' | 'sample'>,
  began: number,
  ports: FollowPorts,
  take: Take,
): Promise<Swept> {
  const unattended = new Set(places.filter(({ at }) => began - at > absentMilliseconds).map(placeKey));
  const { asked, gaps: unseen, blind } = await askPlaces(campaign, places, sample?.turn ?? 0, ports);
  // A sample only asks; what is overdue is given up in a place's own sweep, which knows whether anybody had looked.
  const givesUp = sample === null;
  const over = ({ target, invocation }: Asked): boolean =>
    endOf(invocation) !== null || (givesUp && timeIsUp(campaign, target, ports.clock.now()));
  // Nothing can end that is neither told to have ended nor overdue.
  if (!asked.some(over))
    return { gaps: unseen, looked: false, spared: new Set(), blind, asked: asked.length, ended: 0 };
  const results = await resultsOfPlaces(campaign, places, ports);
  const { thereOf, said } = await arrivalsOf(campaign, results.items, ports);
  const missing = asked.filter((one) => thereOf(one).length === 0);
  const waiting = asked.filter((one) => thereOf(one).length > 0);
  // Nobody is given up for a result that can be taken now.
  const taken = await take(results, waiting.flatMap(thereOf));
  const left = await openOf(campaign, waiting, ports);
  const now = ports.clock.now();
  const gaps = [...unseen, ...results.gaps];
  const spared = new Set<string>();
  let ended = 0;
  const close = async ({ target, invocation }: Asked, there: boolean): Promise<void> => {
    // What is there is left to who reads it; where results could not be listed, absence proves nothing. Both only until time is up.
    const proven = results.gaps.length === 0 && !there;
    const moreSeconds = proven ? 0 : arrivedSeconds;
    const up = overdue(campaign, target, now, { gaps, unlisted: results.gaps, moreSeconds });
    const late = !givesUp || unattended.has(placeKey(target)) || (there && !taken.tried) ? null : up;
    const own = proven ? (endOf(invocation) ?? late) : late;
    if (own === null && up !== null) spared.add(placeKey(target));
    if (!own) return;
    const why = own.state === 'no-result' ? said.get(target.runId) : undefined;
    const end = why === undefined ? own : { state: 'result-refused' as const, detail: why };
    await ports.campaigns.targetMove(campaign.campaignId, target.runId, {
      phase: 'ended',
      ...end,
      endedAt: now.toISOString(),
    });
    ended += 1;
  };
  for (const one of missing) await close(one, false);
  for (const one of left) await close(one, true);
  return { gaps: [...gaps, ...taken.gaps], looked: true, spared, blind, asked: asked.length, ended };
}

interface Arrivals {
  /** What lies there of a target, and was not refused before. */
  thereOf(asked: Asked): readonly ResultObject[];
  /** Why what came of a run was refused. */
  readonly said: ReadonlyMap<string, string>;
}

/** Where others can write beside a target, what was refused is no arrival of its own; what it says becomes the reason of its end. */
async function arrivalsOf(
  campaign: Campaign,
  items: readonly ResultObject[],
  { evidence }: Pick<FollowPorts, 'evidence'>,
): Promise<Arrivals> {
  const { shared, ownsKey } = modeOf(campaign);
  const refusals = shared ? await evidence.refusalList(campaign.campaignId) : [];
  const refused = new Set(refusals.map((one) => `${one.key} ${one.etag}`));
  const left = items.filter(({ key, etag }) => !refused.has(`${key} ${etag}`));
  const arrived = Map.groupBy(left, ({ key }) => runOf(key));
  return {
    thereOf: ({ target }) => arrived.get(target.runId)?.filter(({ key }) => ownsKey(target, key)) ?? [],
    said: new Map(refusals.map((one) => [one.runId, one.reason])),
  };
}

/** Those that have not ended meanwhile, as they are now. */
async function openOf(
  { campaignId }: Campaign,
  asked: readonly Asked[],
  { campaigns }: FollowPorts,
): Promise<readonly Asked[]> {
  const runIds = asked.map(({ target }) => target.runId);
  const found = runIds.length === 0 ? [] : await campaigns.targetOfRuns(campaignId, runIds);
  const now = new Map(found.filter(isUnderWay).map((target) => [target.runId, target]));
  return asked.flatMap(({ target: { runId }, invocation }) => {
    const target = now.get(runId);
    return target === undefined ? [] : [{ target, invocation }];
  });
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
