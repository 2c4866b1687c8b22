// The live counts of a campaign that runs in this process.
import type { CampaignStore } from '@bongsu/core';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Session } from './session.ts';
import { lookMilliseconds, tallyTable } from './tally-view.ts';

/** Draws the counts above the progress while work goes on in this process; on a terminal only. */
export async function whileCounting<T>(
  campaignId: string,
  store: Pick<CampaignStore, 'targetTally'>,
  { screen, say }: Session,
  work: Promise<T>,
): Promise<T> {
  const { live } = screen;
  if (live === null) return work;
  try {
    // Its first counts come with the first pause: what is over at once is not drawn.
    while (await Promise.race([sleep(lookMilliseconds, true, { ref: false }), work.then(() => false)]))
      live(tallyTable(await store.targetTally(campaignId), say));
    return await work;
  } finally {
    live([]);
  }
}
