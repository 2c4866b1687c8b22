// What a process says of its store at the end, for the truth to be held against.
import type { Campaign } from '@bongsu/core';
import { recordVerify } from '@bongsu/engines';
import { coverageOf } from '@bongsu/flow';
import type { Store } from '@bongsu/store';
import type { CampaignSaid, Counts, MortalSaid } from './order.ts';

export async function said(store: Store, counts: Counts, fingerprint: string): Promise<MortalSaid> {
  const campaigns: CampaignSaid[] = [];
  for (const campaign of await store.campaignList()) campaigns.push(await campaignSaid(campaign, store, fingerprint));
  let refusals = 0;
  for (const { campaignId } of campaigns) refusals += (await store.refusalList(campaignId)).length;
  const deliveries = await store.deliveryList();
  return {
    ...{ counts: { ...counts }, campaigns, refusals },
    deliveries: deliveries.map(({ deliveryId, phase }) => ({ deliveryId, phase })),
  };
}

async function campaignSaid(campaign: Campaign, store: Store, fingerprint: string): Promise<CampaignSaid> {
  const { campaignId, phase, endedAt, stopped } = campaign;
  const coverage = await coverageOf(campaign, { campaigns: store, snapshots: store });
  const targets = await store.targetList(campaignId);
  const verdicts = await store.verdictList(campaignId);
  let evidence = 0;
  for (const { evidenceSha256 } of targets)
    if (evidenceSha256 !== null && (await store.evidenceGet(evidenceSha256)) !== null) evidence += 1;
  return {
    ...{ campaignId, phase, endedAt, stopped },
    ...{ total: coverage.total, states: coverage.states },
    targets: targets.map(({ instanceId, runId, commandId, attempt, state }) => ({
      ...{ instanceId, runId, commandId, attempt, state },
    })),
    judged: new Set(verdicts.map((one) => one.instanceId)).size,
    evidence,
    record: await recordFault(campaign, store, fingerprint),
  };
}

async function recordFault({ campaignId, endedAt }: Campaign, store: Store, fingerprint: string): Promise<string> {
  const text = await store.recordGet(campaignId);
  if (text === null) return 'none';
  const waiting = await store.recordsUnsigned();
  if (waiting.some((one) => one.campaignId === campaignId)) return 'waits for its signature';
  const read = recordVerify(Buffer.from(text), fingerprint);
  if ('kind' in read) return `${read.kind}: ${read.what}`;
  const named = read.items.flatMap((item) => (item.kind === 'target' ? [`${item.runId} ${item.evidenceSha256}`] : []));
  const held = (await store.targetList(campaignId)).map((one) => `${one.runId} ${one.evidenceSha256}`);
  // What is imported later is in a later record, though the campaign has ended before.
  if (read.head.delivery !== 'by-hand' && read.head.endedAt !== endedAt)
    return `ended at ${read.head.endedAt}, the campaign at ${endedAt ?? 'no time'}`;
  return named.sort().join() === held.sort().join() ? 'good' : 'names other targets than the ledger';
}
