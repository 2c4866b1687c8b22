// Keeps what people are to be told: each message goes to one sender, and never again once it may have been taken.
import type { DeliveryPhase, DeliveryStore, NoticeDelivery } from '@bongsu/core';
import { type Selectable, sql } from 'kysely';
import { instant } from './instant.ts';
import { storableJson, storableText } from './storable.ts';
import type { Database, DeliveryTable } from './tables.ts';

export function deliveryStore(db: Database): DeliveryStore {
  return {
    deliveryPut: async (deliveries) => {
      if (deliveries.length === 0) return;
      await db
        .insertInto('delivery')
        .values(
          deliveries.map(({ deliveryId, channel, message, nextAt }) => ({
            delivery_id: deliveryId,
            channel,
            message: storableJson(message),
            next_at: nextAt,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    deliveryTake: (at, deadBefore) => deliveryTake(db, at, deadBefore),
    deliveryEnd: async (deliveryId, phase, said, nextAt) => {
      await db
        .updateTable('delivery')
        .set({ phase, said: storableText(said), next_at: nextAt })
        .where('delivery_id', '=', deliveryId)
        .where('phase', '=', 'sending')
        .execute();
    },
    deliveryList: async () =>
      (await db.selectFrom('delivery').selectAll().orderBy('delivery_id').execute()).map(fromRow),
  };
}

/** While it is being sent, `next_at` is when that began. */
async function deliveryTake(db: Database, at: string, deadBefore: string): Promise<NoticeDelivery[]> {
  await sql`
    update delivery set phase = 'unclear', said = 'the sender died: it may have been taken'
    where phase = 'sending' and next_at < ${deadBefore}`.execute(db);
  const { rows } = await sql<Selectable<DeliveryTable>>`
    update delivery set phase = 'sending', tries = tries + 1, next_at = ${at}
    where delivery_id in (
      select delivery_id from delivery where phase = 'waiting' and next_at <= ${at}
      order by next_at limit 20 for update skip locked)
    returning *`.execute(db);
  return rows.map(fromRow);
}

function fromRow(row: Selectable<DeliveryTable>): NoticeDelivery {
  return {
    deliveryId: row.delivery_id,
    channel: row.channel,
    message: row.message,
    phase: row.phase as DeliveryPhase,
    tries: row.tries,
    nextAt: instant(row.next_at),
    said: row.said,
  };
}
