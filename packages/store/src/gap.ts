// Keeps what a snapshot could not see, in the order it was found.
import type { Gap } from '@bongsu/core';
import type { Insertable, Selectable } from 'kysely';
import { chunks } from './chunks.ts';
import { storableText } from './storable.ts';
import type { Database, GapTable } from './tables.ts';

/** Writes the gaps of a snapshot, inside the caller's transaction. */
export async function gapPut(trx: Database, snapshotId: string, gaps: readonly Gap[]): Promise<void> {
  for (const rows of chunks(gaps.map((gap, position) => toRow(snapshotId, position, gap)))) {
    await trx.insertInto('gap').values(rows).execute();
  }
}

export async function gapList(db: Database, snapshotId: string): Promise<Gap[]> {
  const ofSnapshot = db.selectFrom('gap').selectAll().where('snapshot_id', '=', snapshotId);
  return (await ofSnapshot.orderBy('position').execute()).map(fromRow);
}

function toRow(snapshotId: string, position: number, gap: Gap): Insertable<GapTable> {
  return {
    snapshot_id: snapshotId,
    position,
    account_id: gap.accountId,
    region: gap.region,
    call: gap.call,
    code: storableText(gap.code),
    message: storableText(gap.message),
    missing_permission: gap.missingPermission,
  };
}

function fromRow(row: Selectable<GapTable>): Gap {
  return {
    accountId: row.account_id,
    region: row.region,
    call: row.call,
    code: row.code,
    message: row.message,
    missingPermission: row.missing_permission,
  };
}
