// New attempts: by the plan's own policy, and when a person asks for some.
import type { Campaign, CampaignStore, Clock, CoverageState, Ids, Target } from '@bongsu/core';
import { modeOf } from './delivery/mode-of.ts';
import { deadlineOf } from './deadline.ts';
import { FlowError } from './flow-error.ts';
import { targetPages } from './target-pages.ts';

export interface RetryPorts {
  readonly campaigns: CampaignStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** States that a new attempt can change: the others were known before any send, or have a result. */
export const retryStates = [
  'timed-out',
  'failed',
  'no-result',
  'result-refused',
  'undeliverable',
  'not-attempted',
  'agent-offline',
  'stopped',
] as const satisfies readonly CoverageState[];

/** Attempts of one target by themselves, whatever the policy says: a host that comes and goes must not keep a campaign busy. */
const attemptsMost = 10;

/**
 * While the campaign's time lasts: ended targets in the plan's states get their next attempt, and those whose host was away wait for it
 * again where the plan waits. Gives how many.
 */
export async function retryByPolicy(campaign: Campaign, ports: RetryPorts): Promise<number> {
  const deadline = deadlineOf(campaign);
  const now = ports.clock.now().getTime();
  if (campaign.stopped !== null || (deadline !== null && now >= deadline)) return 0;
  const states = new Set<CoverageState>([
    ...(campaign.plan.retry?.states ?? []),
    ...(waits(campaign, now) ? away : []),
  ]);
  if (states.size === 0) return 0;
  const tally = await ports.campaigns.targetTally(campaign.campaignId);
  if (!tally.some((row) => row.state !== null && states.has(row.state))) return 0;
  const nexts: { target: Target; phase: 'planned' | 'waiting' }[] = [];
  for await (const page of targetPages(campaign.campaignId, ports.campaigns))
    for (const target of page) {
      const phase = target.phase === 'ended' ? nextPhase(campaign, target, now) : null;
      if (phase !== null) nexts.push({ target, phase });
    }
  const runs = runsFor(campaign, nexts, ports.ids);
  return runs.length === 0 ? 0 : ports.campaigns.targetRetry(campaign.campaignId, runs);
}

/** Those that wait come back one by one, but their runs may be a batch's all the same: each is sent when it is there. */
function runsFor(
  campaign: Campaign,
  nexts: readonly { readonly target: Target; readonly phase: 'planned' | 'waiting' }[],
  ids: Ids,
): Parameters<CampaignStore['targetRetry']>[1] {
  const runs = modeOf(campaign).runIds(
    nexts.map((one) => one.target),
    ids,
  );
  return nexts.flatMap(({ target: { runId }, phase }) => {
    const newRunId = runs.get(runId);
    return newRunId === undefined ? [] : [{ runId, newRunId, phase }];
  });
}

/** Ends of a send to a host that was not there. */
const away: readonly CoverageState[] = ['timed-out', 'undeliverable'];

function waits(campaign: Campaign, now: number): boolean {
  return now < Date.parse(campaign.plan.waitUntil ?? campaign.createdAt);
}

function nextPhase(campaign: Campaign, target: Target, now: number): 'planned' | 'waiting' | null {
  const { state, detail, attempt, sends } = target;
  // What never was sent was ended for a reason that a send does not change.
  if (state === null || sends === 0 || attempt >= attemptsMost) return null;
  const absent =
    (state === 'timed-out' && detail === 'delivery') || (state === 'undeliverable' && detail === 'Undeliverable');
  if (absent && waits(campaign, now)) return 'waiting';
  const { retry } = campaign.plan;
  return retry !== undefined && retry.states.includes(state) && attempt < retry.attemptsMax ? 'planned' : null;
}

/**
 * Reopens a campaign for new attempts of the targets in these states; gives how many. What waits for its host is sent to as soon as
 * somebody runs the campaign. @throws FlowError `nothing-to-retry`.
 */
export async function campaignRetry(
  campaign: Campaign,
  states: readonly CoverageState[],
  ports: RetryPorts,
): Promise<number> {
  if (campaign.plan.delivery === 'by-hand')
    throw new FlowError(
      'nothing-to-retry',
      `${campaign.campaignId}: what was carried by hand is imported again, not sent`,
    );
  // To run its first attempts asks for somebody's word, which a retry is not.
  if (campaign.phase === 'planned')
    throw new FlowError(
      'nothing-to-retry',
      `${campaign.campaignId} was planned and not run yet: "bongsu campaign resume ${campaign.campaignId}"`,
    );
  if (modeOf(campaign).recurring)
    throw new FlowError(
      'nothing-to-retry',
      `${campaign.campaignId}: State Manager runs it again by itself, and the next period is accounted for by its own campaign`,
    );
  const targets = (await ports.campaigns.targetList(campaign.campaignId)).filter(
    (one) => one.phase === 'ended' && one.state !== null && states.includes(one.state) && one.evidenceSha256 === null,
  );
  if (targets.length === 0)
    throw new FlowError('nothing-to-retry', `${campaign.campaignId}: no target ended as ${states.join(', ')}`);
  const runs = runsFor(
    campaign,
    targets.map((target) => ({ target, phase: 'planned' as const })),
    ports.ids,
  );
  return ports.campaigns.campaignReopen(campaign.campaignId, ports.clock.now().toISOString(), runs);
}
