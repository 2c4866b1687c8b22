// The results of a period: listed by the days or hours it may have, and those of other periods left for theirs.
import type { Campaign, Clock, Exchange, ResultObject, Seen } from '@bongsu/core';
import { periodOf, recurringPrefixes } from './recurring-keys.ts';

export async function recurringResults(
  campaign: Campaign,
  { exchange, clock }: { readonly exchange: Pick<Exchange, 'results'>; readonly clock: Pick<Clock, 'now'> },
): Promise<Seen<ResultObject>> {
  const period = periodOf(campaign);
  // S3 tells whole seconds.
  const from = Math.floor(Date.parse(period.from) / 1000) * 1000;
  const until = Date.parse(period.until);
  const seen = await Promise.all(recurringPrefixes(period, clock.now()).map((prefix) => exchange.results(prefix)));
  return {
    // By the clock of S3, and not by what a host says of its own.
    items: seen
      .flatMap((one) => one.items)
      .filter(({ writtenAt }) => Date.parse(writtenAt) >= from && Date.parse(writtenAt) < until),
    gaps: seen.flatMap((one) => one.gaps),
  };
}
