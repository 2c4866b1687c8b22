// Counts and finds targets without reading all of them: a campaign of 50,000 is looked at every second.
import type { CoverageState, Place, Tally, Target, TargetPhase } from '@bongsu/core';
import { type Selectable, sql } from 'kysely';
import { instantOrNull } from './instant.ts';
import type { Database, TargetTable } from './tables.ts';
import { targetFromRow } from './target.ts';

interface TallyRow {
  account_id: string;
  region: string;
  ring: number;
  window_name: string | null;
  phase: string;
  state: string | null;
  count: number;
  seen: boolean;
  sent_first: Date | null;
  sent_last: Date | null;
  seconds_mean: number | null;
  seconds_spread: number | null;
}

export async function targetTally(db: Database, campaignId: string): Promise<Tally[]> {
  const { rows } = await sql<TallyRow>`
    select account_id, region, ring, window_name, phase, state, seen, count(*)::integer as count, min(sent_at) as sent_first,
      max(sent_at) as sent_last, avg(extract(epoch from ended_at - sent_at))::float8 as seconds_mean,
      stddev_pop(extract(epoch from ended_at - sent_at))::float8 as seconds_spread
    from (
      select *, phase = 'ended' and ended_at <= (select coalesce(reopened_at, '-infinity') from campaign where campaign_id = ${campaignId}) as seen
      from target where campaign_id = ${campaignId}) as of_campaign
    group by account_id, region, ring, window_name, phase, state, seen
    order by account_id, region, ring, window_name, phase, state, seen`.execute(db);
  return rows.map((row) => ({
    accountId: row.account_id,
    region: row.region,
    ring: row.ring,
    window: row.window_name,
    phase: row.phase as TargetPhase,
    state: row.state as CoverageState | null,
    count: row.count,
    ...(row.seen ? { seen: true as const } : {}),
    sentFirst: instantOrNull(row.sent_first),
    sentLast: instantOrNull(row.sent_last),
    secondsMean: row.seconds_mean,
    secondsSpread: row.seconds_spread,
  }));
}

export async function targetOfRuns(db: Database, campaignId: string, runIds: readonly string[]): Promise<Target[]> {
  const runs = [...runIds];
  // Two look-ups by key: one condition with "or" reads the whole campaign, 20 ms of 50,000 targets for every ten results.
  const { rows } = await sql<Selectable<TargetTable>>`
    select target.* from target where campaign_id = ${campaignId} and run_id = any(${runs}::text[])
    union
    select target.* from attempt join target using (campaign_id, account_id, region, instance_id)
    where attempt.campaign_id = ${campaignId} and attempt.run_id = any(${runs}::text[])`.execute(db);
  return rows.map(targetFromRow);
}

export async function targetOpen(db: Database, campaignId: string, { accountId, region }: Place): Promise<Target[]> {
  const rows = await db
    .selectFrom('target')
    .selectAll()
    .where('campaign_id', '=', campaignId)
    .where('account_id', '=', accountId)
    .where('region', '=', region)
    .where('phase', '<>', 'ended')
    .orderBy('instance_id')
    .execute();
  return rows.map(targetFromRow);
}
