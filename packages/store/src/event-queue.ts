// Keeps how reading a queue went last, and the messages in it that are no events.
import type { EventRefusal, QueuePoll } from '@bongsu/core';
import { instant } from './instant.ts';
import { storableJson, storableText } from './storable.ts';
import type { Database } from './tables.ts';

export async function eventRefusalPut(db: Database, refusal: EventRefusal): Promise<void> {
  const { messageId, receives, removed, at } = refusal;
  const row = {
    ...{ reason: storableText(refusal.reason), excerpt: storableText(refusal.excerpt) },
    ...{ receives, removed, at },
  };
  await db
    .insertInto('event_refusal')
    .values({ message_id: storableText(messageId), ...row })
    .onConflict((conflict) => conflict.column('message_id').doUpdateSet(row))
    .execute();
}

/** Newest first. */
export async function eventRefusalList(db: Database, limit: number): Promise<EventRefusal[]> {
  const newest = db.selectFrom('event_refusal').selectAll().orderBy('at', 'desc').orderBy('message_id');
  const rows = await newest.limit(limit).execute();
  return rows.map(({ message_id, at, ...row }) => ({ messageId: message_id, at: instant(at), ...row }));
}

export async function queuePollPut(db: Database, { url, at, gap }: QueuePoll): Promise<void> {
  const row = { at, gap: gap === null ? null : storableJson(gap) };
  await db
    .insertInto('queue_poll')
    .values({ url, ...row })
    .onConflict((conflict) => conflict.column('url').doUpdateSet(row))
    .execute();
}

export async function queuePollList(db: Database): Promise<QueuePoll[]> {
  const rows = await db.selectFrom('queue_poll').selectAll().orderBy('url').execute();
  return rows.map(({ url, at, gap }) => ({ url, at: instant(at), gap }));
}
