// settle: turns the verdicts of a campaign into findings that open, close and come back.
import type { AnswerStore, Campaign, CampaignStore, Clock, FindingStore, Target, VerdictStore } from '@bongsu/core';
import { hostKey } from '@bongsu/core';
import { answered, settleFindings } from '@bongsu/engines';
import { targetPages } from './target-pages.ts';

export interface SettlePorts {
  readonly findings: FindingStore;
  readonly verdicts: VerdictStore;
  readonly answers: Pick<AnswerStore, 'answerList'>;
  readonly clock: Clock;
}

/** Hosts whose verdicts and findings are in memory at one time. */
const hostsAtOnce = 10;

/** What people answered counts as what hosts showed. Safe to repeat: what is settled already gives no change. */
export async function settle(
  { campaignId }: Campaign,
  ports: SettlePorts & { readonly campaigns: Pick<CampaignStore, 'targetPage'> },
): Promise<void> {
  for await (const page of targetPages(campaignId, ports.campaigns)) await settleHosts(campaignId, page, ports);
}

/** The same for some of its targets. */
export async function settleHosts(campaignId: string, targets: readonly Target[], ports: SettlePorts): Promise<void> {
  const now = ports.clock.now().toISOString();
  const answers = await ports.answers.answerList();
  const hosts = targets.filter((one) => one.evidenceSha256 !== null);
  for (let start = 0; start < hosts.length; start += hostsAtOnce) {
    const some = hosts.slice(start, start + hostsAtOnce);
    const [before, verdicts] = await Promise.all([
      ports.findings.findingList(some.map(hostKey)),
      ports.verdicts.verdictOfHosts(campaignId, some),
    ]);
    const settled = settleFindings(before, answered(verdicts, answers, now), now);
    if (settled.changes.length > 0) await ports.findings.findingApply(settled.findings, settled.changes);
  }
}
