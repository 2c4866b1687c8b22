// Campaigns that a look plans for some hosts, apart from whoever runs them: set going, or ended where nobody is to run them.
import type { CampaignStore, Clock, Instant } from '@bongsu/core';

interface ApartPorts {
  readonly campaigns: CampaignStore;
  readonly clock: Clock;
}

/** From here on its hosts count as being assessed, and any worker takes its steps. */
export async function setGoing(campaignId: string, { campaigns, clock }: ApartPorts): Promise<void> {
  await campaigns.campaignPhase(campaignId, 'running', clock.now().toISOString());
}

/** Longer than a process that planned one may take to say so, even where it was held up: what is lost harms nobody meanwhile. */
const lostMilliseconds = 3_600_000;

/** Ends those whose planner died: their hosts have another campaign by now, or get one with the period that is started again. */
export async function lostEnd(lost: (before: Instant) => Promise<readonly string[]>, ports: ApartPorts): Promise<void> {
  for (const id of await lost(new Date(ports.clock.now().getTime() - lostMilliseconds).toISOString()))
    await unrunEnd(id, 'the process that planned it died', ports);
}

/** What counts as sent is what an association was to run. */
export async function unrunEnd(campaignId: string, why: string, { campaigns, clock }: ApartPorts): Promise<void> {
  const at = clock.now().toISOString();
  await campaigns.campaignStop(campaignId, why, at);
  await campaigns.targetEndAll(campaignId, { phases: ['sent'] }, { state: 'not-attempted', detail: why, endedAt: at });
  await campaigns.campaignPhase(campaignId, 'ended', at);
}
