// Lists what hosts have put: all of a campaign, or some of its places, whichever takes fewer calls.
import type { Campaign, Clock, Exchange, Place, ResultObject, Seen } from '@bongsu/core';
import { placeFolder } from './campaign-keys.ts';
import { modeOf } from './delivery/mode-of.ts';

export interface ListPorts {
  readonly exchange: Pick<Exchange, 'results'>;
  readonly clock: Pick<Clock, 'now'>;
}

export interface Listing extends Seen<ResultObject> {
  /** When it began, in milliseconds since 1970; null where it does not hold all that was there then. */
  readonly allAt: number | null;
}

/** Objects in a page of ListObjectsV2. */
const objectsPerPage = 1_000;

/** Everything under the campaign's root. Not for what an association gives. */
export async function resultsOfAll(campaign: Campaign, { exchange, clock }: ListPorts): Promise<Listing> {
  const began = clock.now().getTime();
  const seen = await exchange.results(modeOf(campaign).root(campaign.campaignId));
  return { ...seen, allAt: seen.gaps.length === 0 ? began : null };
}

/** At least everything under the folders of these places. */
export async function resultsOfPlaces(
  campaign: Campaign,
  places: readonly Place[],
  ports: ListPorts,
): Promise<Listing> {
  const all = Object.values(campaign.plan.counts).reduce((sum, count) => sum + count, 0);
  if (places.length >= Math.ceil(all / objectsPerPage)) return resultsOfAll(campaign, ports);
  const root = modeOf(campaign).root(campaign.campaignId);
  const seen = await Promise.all(places.map((place) => ports.exchange.results(`${root}${placeFolder(place)}`)));
  return { items: seen.flatMap((one) => one.items), gaps: seen.flatMap((one) => one.gaps), allAt: null };
}
