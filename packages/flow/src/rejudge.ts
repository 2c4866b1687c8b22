// rejudge: judges stored evidence again with today's checks, touches no host, and says what changed and why.
import type {
  Campaign,
  CampaignStore,
  EvidenceStore,
  HostVerdict,
  JudgeSettings,
  Progress,
  VerdictStore,
} from '@bongsu/core';
import { hostKey } from '@bongsu/core';
import { type Content, judgeStored, settingsOf } from './judge-target.ts';

export interface RejudgePorts {
  readonly campaigns: CampaignStore;
  readonly evidence: EvidenceStore;
  readonly verdicts: VerdictStore;
  readonly progress: Progress;
}

export interface RejudgeOrder extends Content {
  /** As the campaign was judged where absent. */
  readonly settings?: JudgeSettings;
  /** Replaces the verdicts that stand. */
  readonly keep?: boolean;
}

/** One verdict that is not what it was. `before` is null for a unit that did not exist then. */
export interface VerdictChange {
  readonly after: HostVerdict;
  readonly before: HostVerdict | null;
}

export interface Rejudged {
  readonly hosts: number;
  readonly changes: readonly VerdictChange[];
  /** Hosts whose evidence is gone or no longer readable, with the fault: their verdicts stay as they were. */
  readonly lost: readonly { readonly instanceId: string; readonly fault: string }[];
}

/** Hosts whose evidence and verdicts are in memory at one time. */
const hostsAtOnce = 100;

/**
 * Reads each host's evidence as it was accepted. With `keep`, hosts are replaced some at a time, each wholly: after a
 * crash in between, the rest are judged again by asking again.
 */
export async function rejudge(campaign: Campaign, order: RejudgeOrder, ports: RejudgePorts): Promise<Rejudged> {
  const settled = { ...order, settings: order.settings ?? settingsOf(campaign) };
  const targets = (await ports.campaigns.targetList(campaign.campaignId)).filter((one) => one.evidenceSha256 !== null);
  const changes: VerdictChange[] = [];
  const lost: { instanceId: string; fault: string }[] = [];
  for (let start = 0; start < targets.length; start += hostsAtOnce) {
    if (start > 0) ports.progress({ what: 'assess', done: start, left: targets.length - start });
    const verdicts: HostVerdict[] = [];
    for (const target of targets.slice(start, start + hostsAtOnce)) {
      const seen = await judgeStored(target, settled, ports);
      if (typeof seen === 'string') lost.push({ instanceId: target.instanceId, fault: seen });
      else verdicts.push(...seen);
    }
    changes.push(...(await changesOf(campaign.campaignId, verdicts, ports.verdicts)));
    if (order.keep) await ports.verdicts.verdictPut(verdicts);
  }
  return { hosts: targets.length - lost.length, changes, lost };
}

/** Statuses first, and the words of those that differ: to read every verdict would take as long as to judge them. */
async function changesOf(
  campaignId: string,
  verdicts: readonly HostVerdict[],
  store: VerdictStore,
): Promise<VerdictChange[]> {
  const hosts = [...new Map(verdicts.map((verdict) => [hostKey(verdict), verdict])).values()];
  const stood = new Map(
    (await store.statusList(campaignId, hosts)).map((host) => [hostKey(host), host.statuses] as const),
  );
  const changed = verdicts.filter((verdict) => stood.get(hostKey(verdict))?.get(verdict.unit) !== verdict.status);
  const old = await store.verdictGet(campaignId, changed);
  const before = new Map(old.map((verdict) => [keyOf(verdict), verdict]));
  return changed.map((after) => ({ after, before: before.get(keyOf(after)) ?? null }));
}

function keyOf(verdict: HostVerdict): string {
  return `${hostKey(verdict)}/${verdict.unit}`;
}
