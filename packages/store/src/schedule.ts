// Keeps what became of each time of a schedule, and says when each instance was last assessed.
import type { ScheduleOutcome, ScheduleStore } from '@bongsu/core';
import { sql } from 'kysely';
import { instant } from './instant.ts';
import { storableText } from './storable.ts';
import type { Database } from './tables.ts';

interface AssessedRow {
  account_id: string;
  region: string;
  instance_id: string;
  ended_at: Date;
  campaign_id: string;
}

export function scheduleStore(db: Database): ScheduleStore {
  return {
    scheduleRunPut: async ({ name, dueAt, outcome, campaignId, why }) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('schedule_run')
        .values({ name, due_at: dueAt, outcome, campaign_id: campaignId, why: storableText(why) })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    scheduleRunSettle: async ({ name, dueAt, outcome, campaignId, why }) => {
      await db
        .updateTable('schedule_run')
        .set({ outcome, campaign_id: campaignId, why: storableText(why) })
        .where('name', '=', name)
        .where('due_at', '=', sql<Date>`${dueAt}`)
        .execute();
    },
    scheduleRunList: async () => {
      const rows = await db.selectFrom('schedule_run').selectAll().orderBy('due_at', 'desc').orderBy('name').execute();
      return rows.map((row) => ({
        name: row.name,
        dueAt: instant(row.due_at),
        outcome: row.outcome as ScheduleOutcome,
        campaignId: row.campaign_id,
        why: row.why,
      }));
    },
    assessedLast: async () => {
      const { rows } = await sql<AssessedRow>`
        select distinct on (account_id, region, instance_id) account_id, region, instance_id, ended_at, campaign_id
        from target where evidence_sha256 is not null
        order by account_id, region, instance_id, ended_at desc`.execute(db);
      return rows.map((row) => ({
        accountId: row.account_id,
        region: row.region,
        instanceId: row.instance_id,
        at: instant(row.ended_at),
        campaignId: row.campaign_id,
      }));
    },
  };
}
