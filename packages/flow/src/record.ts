// The last step of a campaign: one signed record of all that was done and found, for anyone to check without this store.
import type {
  AssociationStore,
  Campaign,
  CampaignStore,
  EvidenceStore,
  RecordHead,
  RecordItem,
  RecordStore,
  Signer,
  SnapshotStore,
  Target,
  VerdictStore,
} from '@bongsu/core';
import { hostKey } from '@bongsu/core';
import {
  coverageLedger,
  type LedgerTarget,
  lineHash,
  ordered,
  recordLine,
  recordSeal,
  recordText,
  verdictsHash,
} from '@bongsu/engines';
import { targetPages } from './target-pages.ts';

export interface RecordPorts {
  readonly campaigns: CampaignStore;
  readonly kept: Pick<AssociationStore, 'newcomerList'>;
  readonly evidence: Pick<EvidenceStore, 'refusalList'>;
  readonly verdicts: Pick<VerdictStore, 'verdictOfHosts'>;
  readonly snapshots: SnapshotStore;
  readonly records: RecordStore;
  readonly signing: Signing;
}

export interface Signing {
  /** null: records are kept, and wait for whoever can sign them. */
  readonly signer: Signer | null;
  /** Who runs campaigns, in words an auditor can follow. */
  by(): Promise<string>;
  readonly version: string;
}

/** Hosts whose verdicts are in memory at one time: few, for what lives through several reads stays until the whole heap is collected. */
const hostsAtOnce = 5;

export async function recordRun(campaign: Campaign, endedAt: string, ports: RecordPorts): Promise<void> {
  const targets: LedgerTarget[] = [];
  const lines: string[] = [];
  for await (const page of targetPages(campaign.campaignId, ports.campaigns)) {
    for (const { accountId, region, instanceId, state } of page) targets.push({ accountId, region, instanceId, state });
    for (let start = 0; start < page.length; start += hostsAtOnce)
      lines.push(...(await targetItems(campaign, page.slice(start, start + hostsAtOnce), ports)).map(recordLine));
  }
  for (const item of await besideTargets(campaign, ports)) lines.push(recordLine(item));
  lines.unshift(recordLine(await headOf(campaign, targets, endedAt, ports)));
  const seal = await recordSeal(lines, ports.signing.signer);
  await ports.records.recordPut(campaign.campaignId, endedAt, recordText(lines, seal), seal.unsigned);
}

async function besideTargets(campaign: Campaign, ports: RecordPorts): Promise<RecordItem[]> {
  const { campaignId, plan } = campaign;
  const items: RecordItem[] = [];
  for (const past of await ports.campaigns.attemptList(campaignId)) {
    const { accountId, region, instanceId, runId, attempt, commandId, state, detail } = past;
    items.push({ kind: 'attempt', accountId, region, instanceId, runId, attempt, commandId, state, detail });
  }
  for (const { key, reason, etag, at } of await ports.evidence.refusalList(campaignId))
    items.push({ kind: 'refusal', key, reason, etag, at });
  for (const { accountId, region, instanceId, seen } of await ports.kept.newcomerList(campaignId))
    items.push({ kind: 'newcomer', accountId, region, instanceId, seen });
  for (const { accountId, region, call, code } of plan.gaps)
    items.push({ kind: 'unreadable', accountId, region, call, code });
  return items;
}

async function headOf(
  campaign: Campaign,
  targets: readonly LedgerTarget[],
  endedAt: string,
  ports: RecordPorts,
): Promise<RecordHead> {
  const { campaignId, snapshotId, createdAt, plan, stopped } = campaign;
  const snapshot = await ports.snapshots.snapshotGet(snapshotId);
  const states: Readonly<Record<string, number>> = snapshot ? coverageLedger(snapshot, targets).states : {};
  return {
    kind: 'bongsu-run-record',
    format: 1,
    campaignId,
    snapshotId,
    createdAt,
    endedAt,
    by: await ports.signing.by(),
    version: ports.signing.version,
    delivery: plan.delivery ?? 'presigned',
    stopped,
    scriptSha256: plan.scriptSha256,
    planSha256: lineHash(JSON.stringify(ordered(plan))),
    units: plan.units,
    packs: (plan.packs ?? []).map(({ name, version, sha256 }) => `${name} ${version} ${sha256}`),
    settings: JSON.stringify(ordered(plan.settings ?? {})),
    states: Object.fromEntries(Object.entries(states).filter(([, count]) => count > 0)),
    calls: await ports.records.callsGet(campaignId),
    targets: targets.length,
  };
}

async function targetItems(
  campaign: Campaign,
  targets: readonly Target[],
  { verdicts }: RecordPorts,
): Promise<RecordItem[]> {
  const judged = targets.filter((one) => one.evidenceSha256 !== null);
  const said = Map.groupBy(
    judged.length > 0 ? await verdicts.verdictOfHosts(campaign.campaignId, judged) : [],
    hostKey,
  );
  return targets.map((target) => {
    const { accountId, region, instanceId, runId, attempt, commandId, state, detail, evidenceSha256 } = target;
    const verdictsSha256 = verdictsHash(said.get(hostKey(target)) ?? []);
    return {
      kind: 'target',
      ...{ accountId, region, instanceId, runId, attempt, commandId, state, detail, evidenceSha256, verdictsSha256 },
    };
  });
}
