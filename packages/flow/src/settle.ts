// settle: turns the verdicts of a campaign into findings that open, close and come back.
import type { Campaign, Clock, FindingStore, VerdictStore } from '@bongsu/core';
import type { Settled } from '@bongsu/engines';
import { settleFindings } from '@bongsu/engines';

export interface SettlePorts {
  readonly findings: FindingStore;
  readonly verdicts: VerdictStore;
  readonly clock: Clock;
}

/** Safe to repeat: what is settled already gives no change. */
export async function settle(campaign: Campaign, ports: SettlePorts): Promise<Settled> {
  const [before, verdicts] = await Promise.all([
    ports.findings.findingList(),
    ports.verdicts.verdictList(campaign.campaignId),
  ]);
  const settled = settleFindings(before, verdicts, ports.clock.now().toISOString());
  await ports.findings.findingApply(settled.findings, settled.changes);
  return settled;
}
