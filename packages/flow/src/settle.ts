// settle: turns the verdicts of a campaign into findings that open, close and come back.
import type { AnswerStore, Campaign, Clock, FindingStore, Target, VerdictStore } from '@bongsu/core';
import { hostKey } from '@bongsu/core';
import { answered, settleFindings } from '@bongsu/engines';

export interface SettlePorts {
  readonly findings: FindingStore;
  readonly verdicts: VerdictStore;
  readonly answers: Pick<AnswerStore, 'answerList'>;
  readonly clock: Clock;
}

/** Hosts whose verdicts and findings are in memory at one time. */
const hostsAtOnce = 10;

/** What people answered counts as what hosts showed. Safe to repeat: what is settled already gives no change. `pages`: its targets, or some. */
export async function settle(
  { campaignId }: Campaign,
  pages: Iterable<readonly Target[]> | AsyncIterable<readonly Target[]>,
  ports: SettlePorts,
): Promise<void> {
  const now = ports.clock.now().toISOString();
  const answers = await ports.answers.answerList();
  for await (const page of pages) {
    const hosts = page.filter((one) => one.evidenceSha256 !== null);
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
}
