// Keeps refused uploads aside: a row that says why, and as many bytes as were read.
import { createHash } from 'node:crypto';
import type { Refusal, Vault } from '@bongsu/core';
import type { Selectable } from 'kysely';
import { instant } from './instant.ts';
import { storableText } from './storable.ts';
import { turnTake } from './turn.ts';
import { StoreError } from './store-error.ts';
import type { Database, RefusalTable } from './tables.ts';

/**
 * Keeps a refusal and its bytes (null: none were read). The same key,
 * entity tag and reason told again is one: the first row and bytes stay.
 */
export async function refusalPut(
  db: Database,
  vault: Vault,
  refusal: Refusal,
  bytes: Uint8Array | null,
): Promise<void> {
  nameable(refusal.campaignId);
  const kept = bytes === null ? null : createHash('sha256').update(bytes).digest('hex');
  await db.transaction().execute(async (trx) => {
    await turnTake(trx, `refusals of ${refusal.campaignId}`);
    const position = await nextPosition(trx, refusal.campaignId);
    const inserted = await trx
      .insertInto('refusal')
      .values({ ...toRow(refusal), position, kept_sha256: kept })
      .onConflict((conflict) => conflict.columns(['campaign_id', 'identity']).doNothing())
      .executeTakeFirstOrThrow();
    // The bytes before the commit: a row without its bytes cannot come about.
    if (bytes !== null && kept !== null && (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n)
      await vault.put({ shelf: 'refused', campaignId: refusal.campaignId, position, sha256: kept }, bytes);
  });
}

/** Gives a campaign's refusals in the order they were kept. */
export async function refusalList(db: Database, campaignId: string): Promise<Refusal[]> {
  const ofCampaign = db.selectFrom('refusal').selectAll().where('campaign_id', '=', campaignId);
  return (await ofCampaign.orderBy('position').execute()).map(fromRow);
}

async function nextPosition(trx: Database, campaignId: string): Promise<number> {
  const ofCampaign = trx.selectFrom('refusal').where('campaign_id', '=', campaignId);
  const last = await ofCampaign.select((row) => row.fn.max('position').as('position')).executeTakeFirst();
  return (last?.position ?? 0) + 1;
}

/** A campaign's id becomes a part of a path, so it may not hold one. */
function nameable(campaignId: string): void {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(campaignId)) {
    throw new StoreError('invalid-input', `${JSON.stringify(campaignId)} cannot name a folder`);
  }
}

function toRow(refusal: Refusal) {
  const told = JSON.stringify([refusal.key, refusal.etag, refusal.reason]);
  return {
    campaign_id: refusal.campaignId,
    identity: createHash('sha256').update(told).digest('hex'),
    key: storableText(refusal.key),
    run_id: storableText(refusal.runId),
    reason: storableText(refusal.reason),
    size_bytes: refusal.sizeBytes,
    etag: storableText(refusal.etag),
    at: refusal.at,
  };
}

function fromRow(row: Selectable<RefusalTable>): Refusal {
  return {
    campaignId: row.campaign_id,
    key: row.key,
    runId: row.run_id,
    reason: row.reason,
    sizeBytes: Number(row.size_bytes),
    etag: row.etag,
    at: instant(row.at),
  };
}
