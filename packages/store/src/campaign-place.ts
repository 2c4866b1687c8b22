// What a campaign remembers of one account and Region between steps.
import type { Place, PlaceMemory } from '@bongsu/core';
import { instantOrNull } from './instant.ts';
import { storableJson } from './storable.ts';
import type { Database } from './tables.ts';

export async function placeList(db: Database, campaignId: string): Promise<(Place & PlaceMemory)[]> {
  const rows = await db.selectFrom('campaign_place').selectAll().where('campaign_id', '=', campaignId).execute();
  return rows.map((row) => ({
    accountId: row.account_id,
    region: row.region,
    pin: row.pin,
    tries: row.tries,
    nextAt: instantOrNull(row.next_at),
    seenAt: instantOrNull(row.seen_at),
  }));
}

export async function placeRemember(
  db: Database,
  campaignId: string,
  { accountId, region }: Place,
  memory: Partial<PlaceMemory>,
): Promise<void> {
  const columns = {
    ...(memory.pin !== undefined && { pin: memory.pin === null ? null : storableJson(memory.pin) }),
    ...(memory.tries !== undefined && { tries: memory.tries }),
    ...(memory.nextAt !== undefined && { next_at: memory.nextAt }),
    ...(memory.seenAt !== undefined && { seen_at: memory.seenAt }),
  };
  await db
    .insertInto('campaign_place')
    .values({ campaign_id: campaignId, account_id: accountId, region, ...columns })
    .onConflict((conflict) => conflict.columns(['campaign_id', 'account_id', 'region']).doUpdateSet(columns))
    .execute();
}
