// The whole story of a campaign in this process: its steps side by side until it has ended.
import type { Coverage } from '@bongsu/engines';
import { coverageLedger } from '@bongsu/engines';
import type { Campaign } from '@bongsu/core';
import { assessResults, type Content } from './assess.ts';
import { FlowError } from './flow-error.ts';
import { type CampaignPorts, type CampaignStep, campaignOf, campaignSteps, reconcile } from './reconcile.ts';
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
    if (alone) await ports.campaigns.targetTakeOver(campaignId, lookupSeconds);
    const faults: unknown[] = [];
    await Promise.all(campaignSteps.map((step) => lane(campaignId, step, content, ports, faults)));
    if (faults.length > 0) throw faults[0];
    // Whoever wrote after everybody had ended, or to a key that is nobody's, is on record too.
    await assessResults(await campaignOf(campaignId, ports), content, ports);
  }
  return coverageOf(campaign, ports);
}

/** One step again and again; ends with the campaign, or with the fault of another lane. */
async function lane(
  campaignId: string,
  step: CampaignStep,
  content: Content,
  ports: CampaignPorts,
  faults: unknown[],
): Promise<void> {
  try {
    for (;;) {
      const again = await reconcile(campaignId, step, content, ports);
      if (again === 'ended' || faults.length > 0) return;
      // In pieces: the campaign may end while a lane sleeps.
      const wait = again - ports.clock.now().getTime();
      for (let left = wait; left > 0 && faults.length === 0; left -= pieceMilliseconds) {
        await ports.clock.sleep(Math.min(left, pieceMilliseconds));
        if (left > pieceMilliseconds && (await campaignOf(campaignId, ports)).phase === 'ended') return;
      }
    }
  } catch (fault) {
    faults.push(fault);
  }
}

const pieceMilliseconds = 1_000;

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
