// The wiring of workers: what they take of campaigns, and what they give to each other.
import type { Campaign, JobNext, Jobs } from '@bongsu/core';
import { type CampaignPorts, campaignSteps, deliverDue, lastLook, reconcile } from '@bongsu/flow';
import type { Store } from '@bongsu/store';
import { campaignEnqueue, campaignQueue, wakeOthers } from './campaign-jobs.ts';
import { contentOfCampaign } from './packs/content.ts';
import { realClock } from './wire.ts';

/** Not a campaign: the notices to people that are due. */
const notices = 'notices';

/** From here on any worker takes its steps; done again it changes nothing. */
export async function campaignGive({ campaignId, phase }: Campaign, store: Store): Promise<void> {
  if (phase === 'ended') return;
  if (phase === 'planned') await store.campaignPhase(campaignId, 'running', realClock.now().toISOString());
  await campaignEnqueue(campaignId, store);
}

/** What a schedule planned needs nobody's word; a worker that died between plan and start is made good. */
export async function scheduledGive(store: Store): Promise<void> {
  const since = realClock.now().getTime() - 86_400_000;
  for (const { campaignId, outcome, dueAt } of await store.scheduleRunList()) {
    if (outcome !== 'started' || campaignId === null || Date.parse(dueAt) < since) continue;
    const campaign = await store.campaignGet(campaignId);
    if (campaign?.phase === 'planned') await campaignGive(campaign, store);
  }
}

/** Asks for the steps of all that run: what a process that was killed had not come to, and what has long been idle. */
export async function campaignsEnqueue(store: Store): Promise<void> {
  // A campaign that is only planned has nobody's consent to be sent.
  for (const { campaignId, phase } of await store.campaignList())
    if (phase === 'running') await campaignEnqueue(campaignId, store);
  await store.jobPut(campaignQueue, notices, { onlyIdle: true });
}

/** Between two tries to tell people; what has its own pause waits longer. */
const noticeSeconds = 5;

/** Takes one step of the campaign that a job's key names, and says when to take it again. */
export async function campaignStep(
  key: string,
  ports: CampaignPorts,
  jobs: Pick<Jobs, 'jobPut'>,
  ended: (campaignId: string) => void,
): Promise<JobNext> {
  if (key === notices) return (await deliverDue(ports)) > 0 ? { againInSeconds: noticeSeconds } : 'done';
  const [campaignId = '', name] = key.split('/');
  const step = campaignSteps.find((one) => one === name);
  const campaign = await ports.campaigns.campaignGet(campaignId);
  // A store may be set back to an older state than its queue's.
  if (campaign === null || step === undefined) return 'done';
  const content = await contentOfCampaign(campaign);
  const again = await reconcile(campaignId, step, content, ports);
  if (again === 'ended') {
    if (step === 'close') await close(campaign, ports, jobs, ended);
    return 'done';
  }
  if (again.moved) await wakeOthers(campaignId, step, jobs);
  if (again.at === null) return 'done';
  return { againInSeconds: Math.max(0, (again.at - realClock.now().getTime()) / 1000) };
}

async function close(
  campaign: Campaign,
  ports: CampaignPorts,
  jobs: Pick<Jobs, 'jobPut'>,
  ended: (campaignId: string) => void,
): Promise<void> {
  await jobs.jobPut(campaignQueue, notices);
  await lastLook(campaign.campaignId, await contentOfCampaign(campaign), ports);
  ended(campaign.campaignId);
}
