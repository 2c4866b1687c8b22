// What following commands needs, and what takes the results that it comes upon.
import type { CampaignStore, Clock, Commands, EvidenceStore, Exchange, Gap, ResultObject } from '@bongsu/core';
import type { Listing } from './list-results.ts';

export interface FollowPorts {
  readonly commands: Commands;
  readonly exchange: Exchange;
  readonly campaigns: CampaignStore;
  readonly evidence: Pick<EvidenceStore, 'refusalList'>;
  readonly clock: Clock;
}

/**
 * Takes what was listed, before anything is given up; `waiting` are the results in it of targets that still wait for theirs. `tried`:
 * those of them that can be taken have been.
 */
export type Take = (
  listing: Listing,
  waiting: readonly ResultObject[],
) => Promise<{ readonly gaps: readonly Gap[]; readonly tried: boolean }>;
