// How many hosts a campaign has in hand: those that may be sent to now, and those that have not given their word yet.
import type { CampaignStore } from '@bongsu/core';
import { ringState, ringsOfPlan, windowsOpen } from '@bongsu/engines';
import { stillToSend } from './still-to-send.ts';
import { countOf } from './tally-sums.ts';
import { isUnderWay } from './under-way.ts';

export type BusyPorts = Pick<CampaignStore, 'campaignGet' | 'targetTally'>;

/** What was planned for a schedule and not begun within a day is begun by nobody any more but a person. */
const begunMilliseconds = 86_400_000;

/** 0 where it has ended, only waits, or was never begun. */
export async function hostsBusy(campaignId: string, now: Date, campaigns: BusyPorts): Promise<number> {
  const campaign = await campaigns.campaignGet(campaignId);
  if (campaign === null || campaign.phase === 'ended') return 0;
  if (campaign.phase === 'planned' && now.getTime() - Date.parse(campaign.createdAt) > begunMilliseconds) return 0;
  const tally = await campaigns.targetTally(campaignId);
  const { open } = ringState(ringsOfPlan(campaign.plan), tally);
  const left = [...stillToSend(tally, open, windowsOpen(campaign.plan, now).open).values()];
  return countOf([...left, ...tally.filter(isUnderWay)]);
}
