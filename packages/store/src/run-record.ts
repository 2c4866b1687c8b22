// Keeps run records as they were sealed, and counts the calls that campaigns made.
import type { Instant, RecordStore } from '@bongsu/core';
import { sql } from 'kysely';
import { recording } from './constraint.ts';
import { instant } from './instant.ts';
import { atOneMoment } from './pages.ts';
import { storableText } from './storable.ts';
import type { Database } from './tables.ts';

/** Characters of a part, and what its last line has beyond them. */
const partLength = 1 << 20;

/** A record put again for the same end (a step repeated after a crash) leaves the first, which was sealed at that time. */
export function recordStore(db: Database): RecordStore {
  return {
    recordPut: (campaignId, endedAt, lines, unsigned) =>
      recording(`record of ${campaignId}`, () => recordPut(db, { campaignId, endedAt }, lines, unsigned)),
    recordGet: (campaignId) =>
      atOneMoment(db, async (trx) => {
        const newest = trx.selectFrom('run_record').select('ended_at').where('campaign_id', '=', campaignId);
        const row = await newest.orderBy('ended_at', 'desc').limit(1).executeTakeFirst();
        return row ? partsRead(trx, { campaignId, endedAt: instant(row.ended_at) }) : null;
      }),
    recordsUnsigned: async () => {
      const waiting = db.selectFrom('run_record').select(['campaign_id', 'ended_at', 'unsigned']);
      const rows = await waiting.where('unsigned', 'is not', null).orderBy('ended_at').execute();
      return rows.map((row) => ({
        campaignId: row.campaign_id,
        endedAt: instant(row.ended_at),
        why: row.unsigned ?? '',
      }));
    },
    recordUnsigned: (campaignId, endedAt) =>
      atOneMoment(db, async (trx) => {
        const one = trx.selectFrom('run_record').select('unsigned').where('campaign_id', '=', campaignId);
        const row = await one.where('ended_at', '=', new Date(endedAt)).executeTakeFirst();
        return row && row.unsigned !== null ? partsRead(trx, { campaignId, endedAt }) : null;
      }),
    recordSigned: (campaignId, endedAt, lines) => recordSigned(db, { campaignId, endedAt }, lines),
    callsAdd: (campaignId, calls) => recording(`calls of ${campaignId}`, () => callsAdd(db, campaignId, calls)),
    callsGet: async (campaignId) => {
      const rows = await db.selectFrom('campaign_call').selectAll().where('campaign_id', '=', campaignId).execute();
      return Object.fromEntries(rows.map((row) => [row.call, Number(row.count)]));
    },
  };
}

interface Ended {
  readonly campaignId: string;
  readonly endedAt: Instant;
}

async function recordPut(db: Database, ended: Ended, lines: string, unsigned: string | null): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { numInsertedOrUpdatedRows = 0n } = await trx
      .insertInto('run_record')
      .values({
        campaign_id: ended.campaignId,
        ended_at: ended.endedAt,
        unsigned: unsigned === null ? null : storableText(unsigned),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows > 0n) await partsPut(trx, ended, lines);
  });
}

async function recordSigned(db: Database, ended: Ended, lines: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const change = trx.updateTable('run_record').set({ unsigned: null }).where('unsigned', 'is not', null);
    const own = change.where('campaign_id', '=', ended.campaignId).where('ended_at', '=', new Date(ended.endedAt));
    if (((await own.executeTakeFirst()).numUpdatedRows ?? 0n) === 0n) return false;
    const parts = trx.deleteFrom('run_record_part').where('campaign_id', '=', ended.campaignId);
    await parts.where('ended_at', '=', new Date(ended.endedAt)).execute();
    await partsPut(trx, ended, lines);
    return true;
  });
}

/** Parts end with a line: nothing is cut within a character. */
async function partsPut(trx: Database, { campaignId, endedAt }: Ended, lines: string): Promise<void> {
  for (let part = 0, start = 0; start < lines.length; part += 1) {
    const end = lines.indexOf('\n', start + partLength) + 1 || lines.length;
    const row = { campaign_id: campaignId, ended_at: endedAt, part, lines: lines.slice(start, end) };
    await trx.insertInto('run_record_part').values(row).execute();
    start = end;
  }
}

/** As of one moment: a record may be signed, and its parts be replaced, between two reads. */
async function partsRead(trx: Database, { campaignId, endedAt }: Ended): Promise<string> {
  const parts: string[] = [];
  for (;;) {
    const ofRecord = trx.selectFrom('run_record_part').select('lines').where('campaign_id', '=', campaignId);
    const next = ofRecord.where('ended_at', '=', new Date(endedAt)).where('part', '=', parts.length);
    const row = await next.executeTakeFirst();
    if (row === undefined) return parts.join('');
    parts.push(row.lines);
  }
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
