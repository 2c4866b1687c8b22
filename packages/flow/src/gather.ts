// Looks for results: when, and by whose listing, so that no step lists what another has listed just now.
import type { Campaign, Gap, Tally } from '@bongsu/core';
import { gapWords } from '@bongsu/core';
import { assessListed, assessResults } from './assess.ts';
import { assessTold } from './assess-told.ts';
import { gatheredRemember } from './association-follow.ts';
import type { CampaignPorts } from './campaign-ports.ts';
import { modeOf } from './delivery/mode-of.ts';
import type { Followed } from './follow.ts';
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
  const { gaps } = await assessResults(campaign, content, ports, () => tell(campaign, ports, []));
  if (recurring) await gatheredRemember(campaign, began, ports);
  const after = await tell(campaign, ports, gaps);
  const now = ports.clock.now().getTime();
  const most = recurring ? recurringListMilliseconds : Infinity;
  const wait = told ? toldListMilliseconds : Math.min(most, listingWait(after, now) ?? 0);
  return { at: now + wait, moved: openCount(after) < openCount(tally) };
}

/** When results are to be listed next, by what has been sent and by the last listing, whichever step made it. */
function listingAt(
  { campaignId }: Campaign,
  tally: readonly Tally[],
  now: number,
  { dealt }: Pick<CampaignPorts, 'dealt'>,
): number {
  const listedAt = dealt.listedAt(campaignId);
  // Clocks may be set back.
  const again = listedAt === null || listedAt > now ? now : listedAt + (listingWait(tally, listedAt) ?? 0);
  return Math.max(now + firstListingWait(tally, now), again);
}

/** A sweep's listing is a look for results like any other; where a queue tells of them, only what it has not told of is left to take. */
export async function takeSeen(
  campaign: Campaign,
  content: Content,
  { listed, arrived }: Followed,
  ports: CampaignPorts,
): Promise<readonly Gap[]> {
  if (!ports.results?.told()) {
    // Whoever is at it here takes the same.
    const mine = listed !== null && !ports.dealt.isDealing(campaign.campaignId);
    return mine ? assessListed(campaign, content, listed, ports) : [];
  }
  const keys = arrived.map(({ key }) => key);
  return (await assessTold(campaign, content, keys, ports)).gaps;
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
