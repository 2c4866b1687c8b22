// Looks for results: when, and by whose listing, so that no step lists what another has listed just now.
import type { Campaign, Gap, Tally } from '@bongsu/core';
import { gapWords } from '@bongsu/core';
import { assessListed, assessResults } from './assess.ts';
import { assessTold } from './assess-told.ts';
import { gatheredRemember } from './association-follow.ts';
import type { CampaignPorts } from './campaign-ports.ts';
import { modeOf } from './delivery/mode-of.ts';
import type { Take } from './follow-ports.ts';
import type { Content } from './judge-target.ts';
import {
  firstListingWait,
  listingWait,
  recurringListMilliseconds,
  toldListMilliseconds,
  toldWait,
} from './listing-time.ts';
import type { StepDone } from './step-done.ts';
import { countOf, openCount } from './tally-sums.ts';
import { isUnderWay } from './under-way.ts';

/** Takes what has arrived, when it is time to look. */
export async function gather(campaign: Campaign, content: Content, ports: CampaignPorts): Promise<StepDone> {
  const tally = await ports.campaigns.targetTally(campaign.campaignId);
  // Nothing is owed: nothing can be missed by not listing. A late or foreign upload is seen in the last listing.
  if (!tally.some(isUnderWay)) return { at: null, moved: false };
  const began = ports.clock.now().getTime();
  // What an association gives is found by listing alone.
  const { recurring } = modeOf(campaign);
  const told = recurring === undefined && (ports.results?.told() ?? false);
  const later = recurring ? 0 : told ? toldWait(tally, began) : listingAt(campaign, tally, began, ports) - began;
  if (later > 0) return { at: began + later, moved: false };
  ports.dealt.swept(campaign.campaignId, null);
  const { gaps } = await assessResults(campaign, content, ports, () => tell(campaign, ports, []));
  if (recurring) await gatheredRemember(campaign, began, ports);
  const after = await tell(campaign, ports, gaps);
  const now = ports.clock.now().getTime();
  const most = recurring ? recurringListMilliseconds : Infinity;
  const wait = told ? toldListMilliseconds : Math.min(most, listingWait(after, now) ?? 0);
  return { at: now + wait, moved: openCount(after) < openCount(tally) };
}

/** When results are to be listed: now, but not before one can be there, nor soon after a sweep has listed them. */
function listingAt(
  { campaignId }: Campaign,
  tally: readonly Tally[],
  now: number,
  { dealt }: Pick<CampaignPorts, 'dealt'>,
): number {
  const sweptAt = dealt.sweptAt(campaignId);
  // Clocks may be set back.
  const again = sweptAt === null || sweptAt > now ? now : sweptAt + (listingWait(tally, sweptAt) ?? 0);
  return Math.max(now + firstListingWait(tally, now), again);
}

/** Nobody has told of a result that has lain there for so long and still waits; S3 does within seconds, seldom in a minute (user guide). */
const untoldSeconds = 30;

/** A sweep's listing is a look for results like any other; where a queue tells of them, only what it has not told of is left to take. */
export async function takeSeen(
  campaign: Campaign,
  content: Content,
  [listing, waiting]: Parameters<Take>,
  ports: CampaignPorts,
): ReturnType<Take> {
  if (ports.results?.told()) {
    const before = ports.clock.now().getTime() - untoldSeconds * 1000;
    const untold = waiting.filter(({ writtenAt }) => Date.parse(writtenAt) <= before);
    const keys = untold.map(({ key }) => key);
    const { gaps } = await assessTold(campaign, content, keys, ports);
    return { gaps, tried: untold.length === waiting.length };
  }
  // Whoever is at it here takes the same.
  if (ports.dealt.isDealing(campaign.campaignId)) return { gaps: [], tried: false };
  ports.dealt.swept(campaign.campaignId, listing.allAt);
  return { gaps: await assessListed(campaign, content, listing, ports), tried: true };
}

/** Shows people how far the campaign has come. */
export async function tell(campaign: Campaign, ports: CampaignPorts, gaps: readonly Gap[]): Promise<readonly Tally[]> {
  const tally = await ports.campaigns.targetTally(campaign.campaignId);
  const left = openCount(tally);
  const fault = gaps[0] ? gapWords(gaps[0]) : undefined;
  const all = countOf(tally);
  ports.progress({ what: 'results', done: all - left, left, ...(fault ? { place: fault } : {}) });
  return tally;
}
