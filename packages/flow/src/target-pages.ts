// Walks through a campaign's targets without holding all of them.
import type { CampaignStore, Target } from '@bongsu/core';

/** Each target once, by account, Region and instance id; not all as of one moment. */
export async function* targetPages(
  campaignId: string,
  campaigns: Pick<CampaignStore, 'targetPage'>,
): AsyncGenerator<readonly Target[]> {
  for (let page = await campaigns.targetPage(campaignId, null); page.length > 0; ) {
    yield page;
    page = await campaigns.targetPage(campaignId, page.at(-1) ?? null);
  }
}
