// A failed or unknown verdict followed over time.
import type { AccountId, InstanceId, Instant, Region } from './language.ts';
import type { Verdict } from './judgement.ts';

/** A verdict and the host it speaks of. */
export interface HostVerdict extends Verdict {
  readonly campaignId: string;
  readonly accountId: AccountId;
  readonly region: Region;
  readonly instanceId: InstanceId;
}

/** Identity: unit and subject, joined so that a person can read it. */
export interface Finding {
  /** `<unit>|<account>/<region>/<instance>` */
  readonly findingId: string;
  readonly unit: string;
  readonly subject: string;
  readonly status: 'open' | 'closed';
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly lastCampaignId: string;
  readonly reopened: number;
}

export interface FindingChange {
  readonly findingId: string;
  readonly change: 'opened' | 'closed' | 'reopened';
  readonly campaignId: string;
  readonly at: Instant;
}
