// Keeps evidence until its date, and takes it away after that where nothing else needs it.
import type { Instant, PastEvidence, RetentionStore, Vault } from '@bongsu/core';
import { type RawBuilder, sql } from 'kysely';
import { instant } from './instant.ts';
import { storableText } from './storable.ts';
import type { Database } from './tables.ts';

export function retentionStore(db: Database, vault: Vault): RetentionStore {
  return {
    evidencePast: (at) => evidencePast(db, at),
    evidenceRemove: (sha256, at, by) => evidenceRemove(db, vault, sha256, at, by),
    evidenceRemoved: async (sha256) => {
      const { rows } = await sql<{ removed_at: Date; removed_by: string; keep_until: Date }>`
        select removed_at, removed_by, keep_until from evidence
        where sha256 = ${sha256} and removed_at is not null`.execute(db);
      const [row] = rows;
      if (row === undefined) return null;
      return { removedAt: instant(row.removed_at), by: row.removed_by, keptUntil: instant(row.keep_until) };
    },
    evidenceSum: async () => {
      const { rows } = await sql<{ archives: number | string; bytes: number | string }>`
        select count(*) as archives, coalesce(sum(size_bytes), 0) as bytes from evidence where removed_at is null`.execute(
        db,
      );
      return { archives: Number(rows[0]?.archives ?? 0), bytes: Number(rows[0]?.bytes ?? 0) };
    },
  };
}

/** The date of evidence that is kept now; null: it has none. By the clock of the database, which also says when it was kept. */
export function keepUntil(retentionDays: number | undefined): RawBuilder<Date | null> {
  return retentionDays === undefined
    ? sql<null>`null`
    : sql<Date>`now() + make_interval(days => ${sql.lit(retentionDays)})`;
}

interface PastRow {
  readonly sha256: string;
  readonly size_bytes: number | string;
  readonly keep_until: Date;
  readonly held_by: PastEvidence['heldBy'];
}

async function evidencePast(db: Database, at: Instant): Promise<PastEvidence[]> {
  const { rows } = await sql<PastRow>`
    select e.sha256, e.size_bytes, e.keep_until, ${heldBy(at)} as held_by from evidence e
    where e.removed_at is null and e.keep_until <= ${at} order by e.keep_until, e.sha256`.execute(db);
  return rows.map((row) => ({
    sha256: row.sha256,
    sizeBytes: Number(row.size_bytes),
    keptUntil: instant(row.keep_until),
    heldBy: row.held_by,
  }));
}

/** Of the evidence `e`. An answer that counts speaks of a host as its newest evidence shows it. */
function heldBy(at: Instant): RawBuilder<PastEvidence['heldBy']> {
  const named = sql`from target t join campaign c using (campaign_id) where t.evidence_sha256 = e.sha256`;
  return sql`case
    when exists (select 1 ${named} and c.phase <> 'ended') then 'open-campaign'
    when exists (select 1 ${named} and exists (
      select 1 from run_record r where r.campaign_id = c.campaign_id and r.unsigned is not null)) then 'unsigned-record'
    when exists (select 1 ${named}
      and exists (select 1 from answer a where a.expires_at > ${at}
        and a.scope in ('*', t.account_id, t.account_id || '/' || t.region || '/' || t.instance_id))
      and not exists (select 1 from target n where n.account_id = t.account_id and n.region = t.region
        and n.instance_id = t.instance_id and n.evidence_sha256 <> t.evidence_sha256 and n.ended_at > t.ended_at)) then 'answer'
  end`;
}

class Kept extends Error {}

/**
 * The bytes go before the row is done with: a crash in between leaves evidence that is missing until it is removed again, and never bytes
 * that nobody knows of.
 */
async function evidenceRemove(
  db: Database,
  vault: Vault,
  sha256: string,
  at: Instant,
  by: string,
): Promise<string | null> {
  try {
    await db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ held_by: PastEvidence['heldBy'] }>`
        update evidence e set removed_at = ${at}, removed_by = ${storableText(by)}
        where e.sha256 = ${sha256} and e.removed_at is null and e.keep_until <= ${at}
        returning ${heldBy(at)} as held_by`.execute(trx);
      const [row] = rows;
      if (row === undefined) throw new Kept('its retention has not ended, or it is removed already');
      if (row.held_by !== null) throw new Kept(row.held_by);
      const stays = await vault.remove({ shelf: 'evidence', sha256 });
      if (stays !== null) throw new Kept(stays);
    });
    return null;
  } catch (fault) {
    if (fault instanceof Kept) return fault.message;
    throw fault;
  }
}
