// The whole story of a campaign, and the only place that knows the order of its steps.
import type {
  AnswerStore,
  Campaign,
  Clock,
  EvidenceStore,
  FindingStore,
  Gap,
  Progress,
  SnapshotStore,
  VerdictStore,
} from '@bongsu/core';
import type { CampaignStore, Commands, Exchange } from '@bongsu/core';
import type { Coverage } from '@bongsu/engines';
import { coverageLedger } from '@bongsu/engines';
import type { Content } from './assess.ts';
import { assessResults } from './assess.ts';
import { FlowError } from './flow-error.ts';
import { followCommands } from './follow.ts';
import { sendCommands } from './send.ts';
import { settle } from './settle.ts';

export interface CampaignPorts {
  readonly commands: Commands;
  readonly exchange: Exchange;
  readonly campaigns: CampaignStore;
  readonly evidence: EvidenceStore;
  readonly verdicts: VerdictStore;
  readonly findings: FindingStore;
  readonly answers: Pick<AnswerStore, 'answerList'>;
  readonly snapshots: SnapshotStore;
  readonly clock: Clock;
  readonly progress: Progress;
}

/** Seconds between two rounds: the first ones short, for small fleets; then long, for the calls. */
const roundSeconds = [1, 1, 2, 3, 5, 10];

/**
 * Runs a stored campaign to its end, from wherever a process before it stopped: send → (assess → follow)… → settle.
 * Ends by itself: what gives no word until its URL has died is timed out.
 */
export async function runCampaign(campaignId: string, content: Content, ports: CampaignPorts): Promise<Coverage> {
  const campaign = await ports.campaigns.campaignGet(campaignId);
  if (!campaign) throw new FlowError('no-campaign', `no campaign ${campaignId}: see "bongsu campaign list"`);
  if (campaign.phase === 'ended') return coverageOf(campaign, ports);
  await ports.campaigns.campaignPhase(campaignId, 'running', ports.clock.now().toISOString());
  await sendCommands(campaign, ports);
  for (let round = 0; ; round += 1) {
    const { gaps: readGaps } = await assessResults(campaign, content, ports);
    const { gaps } = await followCommands(campaign, ports);
    const left = await leftOver(campaign, ports, [...readGaps, ...gaps]);
    if (left === 0) break;
    await ports.clock.sleep((roundSeconds[round] ?? 10) * 1000);
  }
  await settle(campaign, ports);
  await ports.campaigns.campaignPhase(campaignId, 'ended', ports.clock.now().toISOString());
  return coverageOf(campaign, ports);
}

/** The ledger of a campaign, ended or not. */
export async function coverageOf(
  campaign: Campaign,
  ports: Pick<CampaignPorts, 'campaigns' | 'snapshots'>,
): Promise<Coverage> {
  const snapshot = await ports.snapshots.snapshotGet(campaign.snapshotId);
  if (!snapshot)
    throw new FlowError('no-snapshot', `the snapshot ${campaign.snapshotId} of ${campaign.campaignId} is gone`);
  return coverageLedger(snapshot, await ports.campaigns.targetList(campaign.campaignId));
}

async function leftOver(campaign: Campaign, ports: CampaignPorts, gaps: readonly Gap[]): Promise<number> {
  const targets = await ports.campaigns.targetList(campaign.campaignId);
  const left = targets.filter((target) => target.phase !== 'ended').length;
  const fault = gaps[0] ? `${gaps[0].call}: ${gaps[0].code}` : undefined;
  ports.progress({ what: 'results', done: targets.length - left, left, ...(fault ? { place: fault } : {}) });
  return left;
}
