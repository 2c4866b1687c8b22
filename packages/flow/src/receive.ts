// receive: takes what a queue holds of instances into the store, and out of the queue only then.
import type { Clock, EventPolicy, EventQueue, EventStore, Gap } from '@bongsu/core';

export interface ReceivePorts {
  readonly queue: EventQueue;
  readonly events: Pick<EventStore, 'eventPut' | 'eventRefusalPut' | 'queuePollPut'>;
  readonly clock: Clock;
}

export interface Received {
  readonly messages: number;
  /** Events that were not known before. */
  readonly kept: number;
  readonly refused: number;
  readonly gap: Gap | null;
}

/**
 * What is no event comes back so often, for a later version or the queue's own dead-letter queue to take; then it is removed. Whoever puts
 * nonsense into a queue would else keep it full.
 */
export const receivesMax = 3;

/** Reads once. A process that dies in between gets the same messages again, and keeps none of them twice. */
export async function eventsReceive(
  ports: ReceivePorts,
  policy: Pick<EventPolicy, 'minHours'>,
  waitSeconds: number,
  signal?: AbortSignal,
): Promise<Received> {
  const { queue, events, clock } = ports;
  const { messages, gap } = await queue.receive(waitSeconds, signal);
  const now = clock.now();
  const at = now.toISOString();
  const since = new Date(now.getTime() - policy.minHours * 3_600_000).toISOString();
  const told = messages.flatMap(({ content }) => (content.kind === 'event' ? [content.event] : []));
  const kept = told.length > 0 ? await events.eventPut(told, at, since) : 0;
  let refused = 0;
  const done: string[] = [];
  for (const { messageId, receipt, receives, content } of messages) {
    const removed = content.kind !== 'refused' || receives >= receivesMax;
    if (removed && receipt !== '') done.push(receipt);
    if (content.kind !== 'refused') continue;
    refused += 1;
    const { reason, excerpt } = content;
    await events.eventRefusalPut({ messageId, reason, excerpt, receives, removed, at });
  }
  const left = done.length > 0 ? await queue.remove(done) : null;
  await events.queuePollPut({ url: queue.url, at, gap: gap ?? left });
  return { messages: messages.length, kept, refused, gap: gap ?? left };
}
