// The whole story of a campaign in this process: its steps side by side until it has ended.
import type { Coverage } from '@bongsu/engines';
import { coverageLedger } from '@bongsu/engines';
import type { Campaign } from '@bongsu/core';
import { FlowError } from './flow-error.ts';
import type { Content } from './judge-target.ts';
import type { CampaignPorts } from './campaign-ports.ts';
import { type CampaignStep, campaignOf, campaignSteps, lastLook, reconcile } from './reconcile.ts';
import { deliverDue } from './route.ts';
import { lookupSeconds } from './send-target.ts';

/**
 * Runs a stored campaign to its end, from wherever a process before it stopped. Ends by itself: what gives no word until its URL has
 * died is timed out. `alone`: no other process works on this store, so what one before it left open need not be waited for.
 */
export async function runCampaign(
  campaignId: string,
  content: Content,
  ports: CampaignPorts,
  { alone = true }: { readonly alone?: boolean } = {},
): Promise<Coverage> {
  const campaign = await campaignOf(campaignId, ports);
  if (campaign.phase !== 'ended') {
    // The process before may have sent until just now, however long ago it had claimed what it sent.
    if (alone) {
      const lookAt = new Date(ports.clock.now().getTime() + lookupSeconds * 1000).toISOString();
      await ports.campaigns.targetTakeOver(campaignId, lookAt);
    }
    await lanesRun(campaignId, content, ports);
    await tellPeople(ports);
    await lastLook(campaignId, content, ports);
  }
  return coverageOf(campaign, ports);
}

/** An idle step is taken again after so long all the same: another process may have moved the campaign. */
const idleMilliseconds = 60_000;
/** So is one that waits for a later moment, such as the deadline of a day. */
const unlookedMilliseconds = 600_000;

/** SQS's longest poll: an idle queue costs three calls a minute. */
const pollSeconds = 20;
/** Between two tries of a queue that cannot be read. */
const unreadMilliseconds = 30_000;

/** Each step again and again; whoever moves something wakes those who wait for just that, and whoever ends wakes all. */
async function lanesRun(campaignId: string, content: Content, ports: CampaignPorts): Promise<void> {
  const bells = new Map<CampaignStep, { bell: AbortController; idle: boolean; rung: boolean }>();
  for (const step of campaignSteps) bells.set(step, { bell: new AbortController(), idle: false, rung: false });
  const faults: unknown[] = [];
  let over = false;
  const ending = new AbortController();
  const ring = (mover: CampaignStep): void => {
    if (over) ending.abort();
    for (const [step, held] of bells) {
      if (step === mover && !over) continue;
      held.rung = true;
      // The last step looks at what is left, which costs no call; the others keep their times.
      if (held.idle || step === 'close' || over) held.bell.abort();
    }
  };
  const lane = async (step: CampaignStep): Promise<void> => {
    const held = bells.get(step);
    while (!over && held) {
      held.rung = false;
      const again = await reconcile(campaignId, step, content, ports);
      if (again === 'ended') break;
      if (again.moved) ring(step);
      held.idle = again.at === null;
      if (held.rung && (held.idle || step === 'close')) continue;
      held.bell = new AbortController();
      const now = ports.clock.now().getTime();
      await sleepUntil(
        Math.min(again.at ?? now + idleMilliseconds, now + unlookedMilliseconds),
        held.bell.signal,
        ports,
      );
    }
    over = true;
    ring(step);
  };
  const receiving = async (): Promise<void> => {
    while (!over && ports.results) {
      const { campaignIds, gap } = await ports.results.receive(pollSeconds, ending.signal);
      if (campaignIds.includes(campaignId)) ring('gather');
      // Meanwhile results are listed.
      if (gap) await sleepUntil(ports.clock.now().getTime() + unreadMilliseconds, ending.signal, ports);
    }
  };
  const watched = (work: Promise<void>): Promise<void> =>
    work.catch((fault: unknown) => {
      faults.push(fault);
      over = true;
      ring('close');
    });
  await Promise.all([watched(receiving()), ...campaignSteps.map((step) => watched(lane(step)))]);
  if (faults.length > 0) throw faults[0];
}

/** People are told at once; what a server does not take now waits in the store for the next run or a worker. */
const tellMilliseconds = 60_000;

async function tellPeople(ports: CampaignPorts): Promise<void> {
  const until = ports.clock.now().getTime() + tellMilliseconds;
  while ((await deliverDue(ports)) > 0 && ports.clock.now().getTime() < until) await ports.clock.sleep(5_000);
}

async function sleepUntil(at: number, signal: AbortSignal, { clock }: CampaignPorts): Promise<void> {
  const wait = at - clock.now().getTime();
  if (wait <= 0 || signal.aborted) return;
  await clock.sleep(wait, signal).catch((fault: unknown) => {
    if (!signal.aborted) throw fault;
  });
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
