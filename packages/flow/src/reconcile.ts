// One step of a campaign at a time: any worker may take any of them, from wherever the one before it stopped.
import type { Campaign, Tally } from '@bongsu/core';
import { assessResults } from './assess.ts';
import { followAssociation } from './association-follow.ts';
import { associationsKeep } from './association-keep.ts';
import type { CampaignPorts } from './campaign-ports.ts';
import { deadlineOf } from './deadline.ts';
import { modeOf } from './delivery/mode-of.ts';
import { FlowError } from './flow-error.ts';
import { followCommands } from './follow.ts';
import { gather, takeSeen, tell } from './gather.ts';
import type { Content } from './judge-target.ts';
import { recordRun } from './record.ts';
import { retryByPolicy } from './retry.ts';
import { awaitReturns } from './return.ts';
import { noticePut } from './route.ts';
import { sendCommands } from './send.ts';
import { settle } from './settle.ts';
import type { StepDone } from './step-done.ts';
import { openCount } from './tally-sums.ts';
import { targetPages } from './target-pages.ts';

/**
 * `send` claims and sends; `gather` takes the results that have arrived; `close` sweeps, waits for returns, retries, keeps the deadline
 * and ends the campaign. The three may run at the same time, here or on different machines.
 */
export const campaignSteps = ['send', 'gather', 'close'] as const;
export type CampaignStep = (typeof campaignSteps)[number];

/** `ended` where the campaign has. */
export type StepAgain = StepDone | 'ended';

/** Takes one step. Safe at any moment, any number of times, in any number of processes. */
export async function reconcile(
  campaignId: string,
  step: CampaignStep,
  content: Content,
  ports: CampaignPorts,
): Promise<StepAgain> {
  const campaign = await campaignOf(campaignId, ports);
  if (campaign.phase === 'ended') return 'ended';
  const now = ports.clock.now();
  if (campaign.phase === 'planned') await ports.campaigns.campaignPhase(campaignId, 'running', now.toISOString());
  const done = await stepTake(campaign, step, content, ports);
  await ports.records.callsAdd(campaignId, ports.callsTake());
  return done;
}

async function stepTake(
  campaign: Campaign,
  step: CampaignStep,
  content: Content,
  ports: CampaignPorts,
): Promise<StepAgain> {
  switch (step) {
    case 'send':
      return modeOf(campaign).recurring ? associationsKeep(campaign, ports) : sendCommands(campaign, ports);
    case 'gather':
      return gather(campaign, content, ports);
    case 'close':
      return close(campaign, content, ports);
  }
}

export async function campaignOf(
  campaignId: string,
  { campaigns }: Pick<CampaignPorts, 'campaigns'>,
): Promise<Campaign> {
  const campaign = await campaigns.campaignGet(campaignId);
  if (!campaign) throw new FlowError('no-campaign', `no campaign ${campaignId}: see "bongsu campaign list"`);
  return campaign;
}

async function close(campaign: Campaign, content: Content, ports: CampaignPorts): Promise<StepAgain> {
  const { campaignId } = campaign;
  const before = shapeOf(await ports.campaigns.targetTally(campaignId));
  await keepDeadline(campaign, ports);
  const returns = await awaitReturns(campaign, ports);
  const follow = modeOf(campaign).recurring ? followAssociation : followCommands;
  const { gaps, looked, nextAt } = await follow(campaign, ports, (...seen) => takeSeen(campaign, content, seen, ports));
  // Where results are not listed, this is the step that people hear of them from.
  if (gaps.length > 0 || looked || ports.results) await tell(campaign, ports, gaps);
  await retryByPolicy(campaign, ports);
  const after = await ports.campaigns.targetTally(campaignId);
  if (openCount(after) > 0) {
    const deadline = deadlineOf(campaign);
    const passed = deadline !== null && deadline <= ports.clock.now().getTime();
    const due = [returns, nextAt, passed ? null : deadline].filter((at) => at !== null);
    return { at: due.length > 0 ? Math.min(...due) : null, moved: shapeOf(after) !== before };
  }
  await settle(campaign, targetPages(campaignId, ports.campaigns), ports);
  await ports.records.callsAdd(campaignId, ports.callsTake());
  // One moment for the record and the notices: who comes after a crash, or beside another worker, says the same and doubles nothing.
  const endedAt = await ports.campaigns.campaignEnding(campaignId, ports.clock.now().toISOString());
  const last = await campaignOf(campaignId, ports);
  await recordRun(last, endedAt, ports);
  await noticePut(last, endedAt, ports);
  // Whoever asked for new attempts meanwhile has opened it again: what was written is the record of its end before.
  return (await ports.campaigns.campaignEnd(campaignId, endedAt)) ? 'ended' : { at: null, moved: true };
}

/** What was written so shortly before the end, and not seen, could as well have been written after it. */
const lastLookMilliseconds = 10_000;

/** When a campaign has ended: whoever wrote after everybody had, or to a key that is nobody's, is on record too. */
export async function lastLook(campaignId: string, content: Content, ports: CampaignPorts): Promise<void> {
  const campaign = await campaignOf(campaignId, ports);
  const listedAt = ports.dealt.listedAt(campaignId) ?? -Infinity;
  const endedAt = Date.parse(campaign.endedAt ?? ports.clock.now().toISOString());
  if (listedAt < endedAt - lastLookMilliseconds) await assessResults(campaign, content, ports);
}

async function keepDeadline(campaign: Campaign, { campaigns, clock }: CampaignPorts): Promise<void> {
  const deadline = deadlineOf(campaign);
  const now = clock.now();
  if (deadline === null || now.getTime() < deadline) return;
  const end = {
    state: 'not-attempted',
    detail: `the deadline ${new Date(deadline).toISOString()} has passed`,
    endedAt: now.toISOString(),
  } as const;
  await campaigns.targetEndAll(campaign.campaignId, { phases: ['planned'] }, end);
}

/** Tells whether anything changed its phase or state. */
function shapeOf(tally: readonly Tally[]): string {
  return JSON.stringify(tally);
}
