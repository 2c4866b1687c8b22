// New attempts of ended targets; the old ones are kept, so that a late result of one is known for what it is.
import type { CampaignStore, CoverageState, PastAttempt } from '@bongsu/core';
import { sql } from 'kysely';
import { chunks } from './chunks.ts';
import { instant } from './instant.ts';
import type { Database } from './tables.ts';

/** Only ended targets without evidence get a new attempt; of the others nothing changes. Gives how many did. */
export async function targetRetry(
  db: Database,
  campaignId: string,
  runs: Parameters<CampaignStore['targetRetry']>[1],
): Promise<number> {
  let count = 0;
  await db.transaction().execute(async (trx) => {
    for (const some of chunks(runs)) count += await retrySome(trx, campaignId, some);
  });
  return count;
}

/** Inside the caller's transaction. */
export async function retrySome(
  trx: Database,
  campaignId: string,
  runs: Parameters<CampaignStore['targetRetry']>[1],
): Promise<number> {
  const old = runs.map((run) => run.runId);
  await sql`
    insert into attempt (campaign_id, run_id, attempt, account_id, region, instance_id, command_id, state, detail, ended_at)
    select campaign_id, run_id, attempt, account_id, region, instance_id, command_id, state, detail, ended_at
    from target where campaign_id = ${campaignId} and run_id = any(${old}::text[]) and phase = 'ended' and evidence_sha256 is null
    for update`.execute(trx);
  const { numAffectedRows } = await sql`
    update target set run_id = run.new_run_id, phase = run.phase, attempt = attempt + 1, sends = 0, state = null, detail = '',
      command_id = null, intended_at = null, look_at = null, sent_at = null, ended_at = null
    from unnest(${old}::text[], ${runs.map((run) => run.newRunId)}::text[], ${runs.map((run) => run.phase)}::text[])
      as run (run_id, new_run_id, phase)
    where target.campaign_id = ${campaignId} and target.run_id = run.run_id
      and target.phase = 'ended' and target.evidence_sha256 is null`.execute(trx);
  return Number(numAffectedRows ?? 0n);
}

export async function attemptList(db: Database, campaignId: string): Promise<PastAttempt[]> {
  const rows = await db
    .selectFrom('attempt')
    .selectAll()
    .where('campaign_id', '=', campaignId)
    .orderBy('run_id')
    .execute();
  return rows.map((row) => ({
    campaignId: row.campaign_id,
    accountId: row.account_id,
    region: row.region,
    instanceId: row.instance_id,
    runId: row.run_id,
    attempt: row.attempt,
    commandId: row.command_id,
    state: row.state as CoverageState,
    detail: row.detail,
    endedAt: instant(row.ended_at),
  }));
}
