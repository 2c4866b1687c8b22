// Hands targets out for sending: each to one caller alone, however many workers ask at once.
import type { CampaignStore, Claim, Instant, Target } from '@bongsu/core';
import { type Selectable, sql } from 'kysely';
import type { Database, TargetTable } from './tables.ts';
import { targetFromRow } from './target.ts';

/** Rows that another worker is taking are passed over, so that nobody waits and nobody takes twice. */
export async function targetClaim(db: Database, campaignId: string, claim: Claim): Promise<Target[]> {
  const { place, limit, ringMax, windows, at, lookAt } = claim;
  if (limit < 1) return [];
  const { rows } = await sql<Selectable<TargetTable>>`
    update target set phase = 'intended', intended_at = ${at}, look_at = ${lookAt}, sends = sends + 1
    where run_id in (
      select run_id from target
      where campaign_id = ${campaignId} and account_id = ${place.accountId} and region = ${place.region}
        and phase = 'planned' and ring <= ${ringMax} and (window_name is null or window_name = any(${[...windows]}::text[]))
      order by ring, instance_id
      limit ${limit}
      for update skip locked)
    returning *`.execute(db);
  return rows.map(targetFromRow);
}

/** What was intended and never became sent: taken over with a new time from which the next may do the same. */
export async function targetReclaim(
  db: Database,
  campaignId: string,
  { limit, at, lookAt }: Parameters<CampaignStore['targetReclaim']>[1],
): Promise<Target[]> {
  const { rows } = await sql<Selectable<TargetTable>>`
    update target set look_at = ${lookAt}
    where run_id in (
      select run_id from target
      where campaign_id = ${campaignId} and phase = 'intended' and look_at <= ${at}
      order by look_at
      limit ${limit}
      for update skip locked)
    returning *`.execute(db);
  return rows.map(targetFromRow);
}

/**
 * Nobody else is sending: there is no call under way to wait for, only the service's own lists. What the dead process wrote down is not
 * asked, for it may have sent until its last moment, and by another clock.
 */
export async function targetTakeOver(db: Database, campaignId: string, lookAt: Instant): Promise<void> {
  await sql`
    update target set look_at = ${lookAt}
    where campaign_id = ${campaignId} and phase = 'intended'`.execute(db);
}
