// One step of a campaign at a time: any worker may take any of them, from wherever the one before it stopped.
import type {
  AnswerStore,
  AssociationStore,
  Associations,
  Campaign,
  CampaignStore,
  Channel,
  Clock,
  Commands,
  DeliveryStore,
  Estate,
  EvidenceStore,
  Exchange,
  FindingStore,
  Gap,
  Ids,
  PacerStore,
  Progress,
  RecordStore,
  Region,
  SnapshotStore,
  Tally,
  VerdictStore,
} from '@bongsu/core';
import { gapWords } from '@bongsu/core';
import { assessResults } from './assess.ts';
import { assessTold } from './assess-told.ts';
import type { DealtResults } from './dealt-results.ts';
import { deadlineOf } from './deadline.ts';
import { followAssociation, gatheredRemember } from './association-follow.ts';
import { associationsKeep } from './association-keep.ts';
import { modeOf } from './delivery/mode-of.ts';
import { FlowError } from './flow-error.ts';
import { followCommands } from './follow.ts';
import type { Content } from './judge-target.ts';
import {
  firstListingWait,
  listingWait,
  recurringListMilliseconds,
  toldListMilliseconds,
  toldWait,
} from './listing-time.ts';
import type { ResultReceiver } from './receive-results.ts';
import { recordRun, type Signing } from './record.ts';
import { retryByPolicy } from './retry.ts';
import { noticePut } from './route.ts';
import { awaitReturns } from './return.ts';
import { sendCommands } from './send.ts';
import { settle } from './settle.ts';
import type { StepDone } from './step-done.ts';
import { countOf } from './tally-sums.ts';
import { targetPages } from './target-pages.ts';
import { isUnderWay } from './under-way.ts';

export interface CampaignPorts {
  readonly estate: Pick<Estate, 'instances' | 'nodes'>;
  readonly commands: Commands;
  readonly associations: Associations;
  readonly kept: AssociationStore;
  readonly exchange: Exchange;
  readonly campaigns: CampaignStore;
  readonly evidence: EvidenceStore;
  readonly dealt: DealtResults;
  readonly verdicts: VerdictStore;
  readonly findings: FindingStore;
  readonly answers: Pick<AnswerStore, 'answerList'>;
  readonly snapshots: SnapshotStore;
  readonly records: RecordStore;
  readonly signing: Signing;
  /** Calls made since it was asked last. */
  callsTake(): Readonly<Record<string, number>>;
  readonly deliveries: DeliveryStore;
  readonly channels: readonly Channel[];
  /** What a notice points to; null where there is nothing to open. */
  readonly link: ((campaignId: string) => string) | null;
  /** Certificates that vouch for identities of instances in a Region; none where absent. */
  readonly certificates?: (region: Region) => readonly string[];
  readonly pacer: PacerStore;
  /** Where S3 tells a queue of results; absent: they are listed. */
  readonly results?: ResultReceiver;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly progress: Progress;
}

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

async function gather(campaign: Campaign, content: Content, ports: CampaignPorts): Promise<StepAgain> {
  const tally = await ports.campaigns.targetTally(campaign.campaignId);
  // Nothing is owed: nothing can be missed by not listing. A late or foreign upload is seen in the last listing.
  if (!tally.some(isUnderWay)) return { at: null, moved: false };
  const began = ports.clock.now().getTime();
  // What an association gives is found by listing alone.
  const { recurring } = modeOf(campaign);
  const told = recurring === undefined && (ports.results?.told() ?? false);
  const later = recurring ? 0 : (told ? toldWait : firstListingWait)(tally, began);
  if (later > 0) return { at: began + later, moved: false };
  const { gaps } = await assessResults(campaign, content, ports, () => tell(campaign, ports, []));
  if (recurring) await gatheredRemember(campaign, began, ports);
  const after = await tell(campaign, ports, gaps);
  const now = ports.clock.now().getTime();
  const most = recurring ? recurringListMilliseconds : Infinity;
  const wait = told ? toldListMilliseconds : Math.min(most, listingWait(after, now) ?? 0);
  return { at: now + wait, moved: openCount(after) < openCount(tally) };
}

async function close(campaign: Campaign, content: Content, ports: CampaignPorts): Promise<StepAgain> {
  const { campaignId } = campaign;
  const before = shapeOf(await ports.campaigns.targetTally(campaignId));
  await keepDeadline(campaign, ports);
  const returns = await awaitReturns(campaign, ports);
  const follow = modeOf(campaign).recurring ? followAssociation : followCommands;
  const followed = await follow(campaign, ports);
  // Without a queue that is read the next listing takes them.
  const untold = ports.results?.told() ? followed.arrived.map(({ key }) => key) : [];
  const gaps = [...followed.gaps, ...(await assessTold(campaign, content, untold, ports)).gaps];
  // Where results are not listed, this is the step that people hear of them from.
  if (gaps.length > 0 || ports.results) await tell(campaign, ports, gaps);
  await retryByPolicy(campaign, ports);
  const after = await ports.campaigns.targetTally(campaignId);
  if (openCount(after) > 0) {
    const deadline = deadlineOf(campaign);
    const passed = deadline !== null && deadline <= ports.clock.now().getTime();
    const due = [returns, followed.nextAt, passed ? null : deadline].filter((at) => at !== null);
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

async function tell(campaign: Campaign, ports: CampaignPorts, gaps: readonly Gap[]): Promise<readonly Tally[]> {
  const tally = await ports.campaigns.targetTally(campaign.campaignId);
  const left = openCount(tally);
  const fault = gaps[0] ? gapWords(gaps[0]) : undefined;
  const all = countOf(tally);
  ports.progress({ what: 'results', done: all - left, left, ...(fault ? { place: fault } : {}) });
  return tally;
}

/** Tells whether anything changed its phase or state. */
function shapeOf(tally: readonly Tally[]): string {
  return JSON.stringify(tally);
}

function openCount(tally: readonly Tally[]): number {
  return tally.reduce((sum, row) => sum + (row.phase === 'ended' ? 0 : row.count), 0);
}
