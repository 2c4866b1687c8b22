// probe, second half: closing sweeps over what gave no result, at the times that are worth their calls.
import type { Campaign, Gap } from '@bongsu/core';
import { placeKey } from '@bongsu/core';
import type { FollowPorts, Take } from './follow-ports.ts';
import { arrivedSeconds, sweep } from './sweep.ts';
import { sampleAgain, sampleOf, sweepAgain, sweepTimes } from './sweep-time.ts';

export interface Followed {
  readonly gaps: readonly Gap[];
  /** Whether results were looked for on the way. */
  readonly looked: boolean;
  /** When the next sweep is due, in milliseconds since 1970; null where nothing is owed. */
  readonly nextAt: number | null;
}

/**
 * Results make themselves known by arriving. Only places that owe some are asked what became of their commands, a few times each: a sweep
 * costs as many calls as it has pages, or one for each missing command.
 */
export async function followCommands(campaign: Campaign, ports: FollowPorts, take: Take): Promise<Followed> {
  const { campaignId } = campaign;
  const now = ports.clock.now().getTime();
  const tally = await ports.campaigns.targetTally(campaignId);
  const times = sweepTimes(campaign, tally, await ports.campaigns.placeList(campaignId), now);
  const { places, sample } = times;
  if (places.length === 0) return { gaps: [], looked: false, nextAt: times.nextAt };
  const { spared, blind, asked, ended, ...swept } = await sweep(campaign, times, now, ports, take);
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
