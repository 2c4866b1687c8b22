// rejudge: judges stored evidence again with today's checks, touches no host, and says what changed and why.
import type {
  Campaign,
  CampaignStore,
  EvidenceStore,
  HostVerdict,
  JudgeSettings,
  Target,
  VerdictStatus,
  VerdictStore,
} from '@bongsu/core';
import { evidenceRead } from '@bongsu/engines';
import type { Content } from './assess.ts';
import { judgeTarget, settingsOf } from './assess.ts';

export interface RejudgePorts {
  readonly campaigns: CampaignStore;
  readonly evidence: EvidenceStore;
  readonly verdicts: VerdictStore;
}

/** One verdict that is not what it was. `before` is null for a unit that did not exist then. */
export interface VerdictChange {
  readonly after: HostVerdict;
  readonly before: HostVerdict | null;
}

export interface Rejudged {
  readonly hosts: number;
  readonly verdicts: readonly HostVerdict[];
  readonly changes: readonly VerdictChange[];
  /** Hosts whose evidence is gone or no longer readable, with the fault: their verdicts stay as they were. */
  readonly lost: readonly { readonly instanceId: string; readonly fault: string }[];
}

/** Reads each host's evidence as it was accepted; judged as the campaign was, unless `settings` say otherwise. Nothing is written; `rejudgeKeep` does that. */
export async function rejudge(
  campaign: Campaign,
  content: Content & { readonly settings?: JudgeSettings },
  ports: RejudgePorts,
): Promise<Rejudged> {
  const order = { ...content, settings: content.settings ?? settingsOf(campaign) };
  const targets = (await ports.campaigns.targetList(campaign.campaignId)).filter((one) => one.evidenceSha256 !== null);
  const before = new Map((await ports.verdicts.verdictList(campaign.campaignId)).map((one) => [keyOf(one), one]));
  const verdicts: HostVerdict[] = [];
  const lost: { instanceId: string; fault: string }[] = [];
  for (const target of targets) {
    const seen = await judgeStored(campaign, target, order, ports);
    if (typeof seen === 'string') lost.push({ instanceId: target.instanceId, fault: seen });
    else verdicts.push(...seen);
  }
  const changes = verdicts
    .map((after) => ({ after, before: before.get(keyOf(after)) ?? null }))
    .filter(({ after, before: old }) => statusOf(old) !== after.status);
  return { hosts: targets.length - lost.length, verdicts, changes, lost };
}

/** Replaces the verdicts of these hosts. */
export async function rejudgeKeep(rejudged: Rejudged, ports: Pick<RejudgePorts, 'verdicts'>): Promise<void> {
  await ports.verdicts.verdictPut(rejudged.verdicts);
}

async function judgeStored(
  campaign: Campaign,
  target: Target,
  content: Content & { readonly settings: JudgeSettings },
  ports: RejudgePorts,
): Promise<HostVerdict[] | string> {
  const bytes = await ports.evidence.evidenceGet(target.evidenceSha256 ?? '');
  if (bytes === null) return 'the evidence is not in the store';
  const { resultBytes } = campaign.plan.limits;
  const read = await evidenceRead(one(bytes), {
    compressedBytesMax: resultBytes,
    rawBytesMax: 64 << 20,
    entriesMax: 256,
  });
  return read.kind === 'refused' ? read.reason : judgeTarget(target, content, read.evidence);
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function keyOf(verdict: HostVerdict): string {
  return `${verdict.accountId}/${verdict.region}/${verdict.instanceId}/${verdict.unit}`;
}

function statusOf(verdict: HostVerdict | null): VerdictStatus | null {
  return verdict?.status ?? null;
}
