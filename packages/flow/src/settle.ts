// settle: turns the verdicts of a campaign into findings that open, close and come back.
import type { AnswerStore, Campaign, Clock, FindingStore, VerdictStore } from '@bongsu/core';
import type { Settled } from '@bongsu/engines';
import { answered, settleFindings } from '@bongsu/engines';

export interface SettlePorts {
  readonly findings: FindingStore;
  readonly verdicts: VerdictStore;
  readonly answers: Pick<AnswerStore, 'answerList'>;
  readonly clock: Clock;
}

/** What people answered counts as what hosts showed. Safe to repeat: what is settled already gives no change. */
export async function settle(campaign: Campaign, ports: SettlePorts): Promise<Settled> {
  const now = ports.clock.now().toISOString();
  const [before, verdicts, answers] = await Promise.all([
    ports.findings.findingList(),
    ports.verdicts.verdictList(campaign.campaignId),
    ports.answers.answerList(),
  ]);
  const settled = settleFindings(before, answered(verdicts, answers, now), now);
  await ports.findings.findingApply(settled.findings, settled.changes);
  return settled;
}
