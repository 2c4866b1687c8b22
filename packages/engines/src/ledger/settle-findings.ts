// The ledger of findings: what opened, closed or came back since the campaign before. Unknown never closes anything.
import type { Finding, FindingChange, HostVerdict, Instant } from '@bongsu/core';
import { hostKey } from '@bongsu/core';

export interface Settled {
  /** Findings that changed, in their new form. */
  readonly findings: readonly Finding[];
  readonly changes: readonly FindingChange[];
}

/** Compares verdicts with the findings before them. Only a pass or notApplicable verdict closes; absence and `unknown` change nothing. */
export function settleFindings(before: readonly Finding[], verdicts: readonly HostVerdict[], at: Instant): Settled {
  const known = new Map(before.map((finding) => [finding.findingId, finding]));
  const findings: Finding[] = [];
  const changes: FindingChange[] = [];
  for (const verdict of verdicts) {
    const subject = hostKey(verdict);
    const findingId = `${verdict.unit}|${subject}`;
    const old = known.get(findingId);
    const change = changeOf(verdict, old);
    if (!change) continue;
    const { campaignId } = verdict;
    changes.push({ findingId, change, campaignId, at });
    findings.push({
      findingId,
      unit: verdict.unit,
      subject,
      status: change === 'closed' ? 'closed' : 'open',
      openedAt: old?.openedAt ?? at,
      closedAt: change === 'closed' ? at : null,
      lastCampaignId: campaignId,
      reopened: (old?.reopened ?? 0) + (change === 'reopened' ? 1 : 0),
    });
  }
  return { findings, changes };
}

function changeOf(verdict: HostVerdict, old: Finding | undefined): FindingChange['change'] | null {
  switch (verdict.status) {
    case 'fail':
      if (!old) return 'opened';
      return old.status === 'closed' ? 'reopened' : null;
    case 'pass':
    case 'notApplicable':
      return old?.status === 'open' ? 'closed' : null;
    case 'manual':
    case 'unknown':
      return null;
  }
}
