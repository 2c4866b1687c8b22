// Campaigns as jobs: a job for each of their steps, which any worker takes.
import type { Jobs } from '@bongsu/core';
import { type CampaignStep, campaignSteps } from '@bongsu/flow';

export const campaignQueue = 'campaign';

/** Asks for every step of a campaign that waits for nothing else; a job that is there already keeps its time. */
export async function campaignEnqueue(campaignId: string, jobs: Pick<Jobs, 'jobPut'>): Promise<void> {
  for (const step of campaignSteps) await jobs.jobPut(campaignQueue, `${campaignId}/${step}`, { onlyIdle: true });
}

/** The last step looks at what is left, which costs no call; the others keep the times that they have. */
export async function wakeOthers(campaignId: string, mover: CampaignStep, jobs: Pick<Jobs, 'jobPut'>): Promise<void> {
  for (const step of campaignSteps)
    if (step !== mover) await jobs.jobPut(campaignQueue, `${campaignId}/${step}`, { onlyIdle: step !== 'close' });
}
