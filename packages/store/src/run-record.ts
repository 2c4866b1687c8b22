// Keeps run records as they were sealed, and counts the calls that campaigns made.
import type { RecordStore } from '@bongsu/core';
import { sql } from 'kysely';
import { recording } from './constraint.ts';
import { instant } from './instant.ts';
import { storableText } from './storable.ts';
import type { Database } from './tables.ts';

/** A record put again for the same end (a step repeated after a crash) leaves the first, which was sealed at that time. */
export function recordStore(db: Database): RecordStore {
  return {
    recordPut: (campaignId, endedAt, lines, unsigned) =>
      recording(`record of ${campaignId}`, async () => {
        await db
          .insertInto('run_record')
          .values({ campaign_id: campaignId, ended_at: endedAt, lines, unsigned: unsigned && storableText(unsigned) })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }),
    recordGet: async (campaignId) => {
      const newest = db.selectFrom('run_record').select('lines').where('campaign_id', '=', campaignId);
      return (await newest.orderBy('ended_at', 'desc').limit(1).executeTakeFirst())?.lines ?? null;
    },
    recordsUnsigned: async () => {
      const waiting = db.selectFrom('run_record').select(['campaign_id', 'ended_at', 'unsigned']);
      const rows = await waiting.where('unsigned', 'is not', null).orderBy('ended_at').execute();
      return rows.map((row) => ({
        campaignId: row.campaign_id,
        endedAt: instant(row.ended_at),
        why: row.unsigned ?? '',
      }));
    },
    recordUnsigned: async (campaignId, endedAt) => {
      const one = db.selectFrom('run_record').select('lines').where('unsigned', 'is not', null);
      const row = await one
        .where('campaign_id', '=', campaignId)
        .where('ended_at', '=', new Date(endedAt))
        .executeTakeFirst();
      return row?.lines ?? null;
    },
    recordSigned: async (campaignId, endedAt, lines) => {
      const change = db.updateTable('run_record').set({ lines, unsigned: null }).where('unsigned', 'is not', null);
      const done = change.where('campaign_id', '=', campaignId).where('ended_at', '=', new Date(endedAt));
      return ((await done.executeTakeFirst()).numUpdatedRows ?? 0n) > 0n;
    },
    callsAdd: (campaignId, calls) => recording(`calls of ${campaignId}`, () => callsAdd(db, campaignId, calls)),
    callsGet: async (campaignId) => {
      const rows = await db.selectFrom('campaign_call').selectAll().where('campaign_id', '=', campaignId).execute();
      return Object.fromEntries(rows.map((row) => [row.call, Number(row.count)]));
    },
  };
}

async function callsAdd(db: Database, campaignId: string, calls: Readonly<Record<string, number>>): Promise<void> {
  const names = Object.keys(calls).sort();
  if (names.length === 0) return;
  await sql`
    insert into campaign_call (campaign_id, call, count)
    select ${campaignId}, one.call, one.count
    from unnest(${names}::text[], ${names.map((name) => calls[name] ?? 0)}::bigint[]) as one (call, count)
    on conflict (campaign_id, call) do update set count = campaign_call.count + excluded.count`.execute(db);
}
