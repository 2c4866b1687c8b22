// One standard queue: messages come at least once, stay hidden while somebody works on them, and come back unless they are deleted.
import { createHash } from 'node:crypto';
import type { LabClock } from '../../endpoint/contract.ts';
import type { Seeded } from '../../world/seeded.ts';
import { freshUuid } from '../../world/seeded.ts';

/** A message is kept four days (SQS API reference, MessageRetentionPeriod). */
export const retentionSeconds = 345_600;

export interface QueuedMessage {
  readonly messageId: string;
  readonly body: string;
  readonly md5: string;
  readonly sentAt: number;
  readonly senderId: string;
  receiveCount: number;
  firstReceivedAt: number;
}

export interface Received {
  readonly message: QueuedMessage;
  readonly receiptHandle: string;
}

export interface Queue {
  /** After so many milliseconds; SQS itself may deliver one of them twice. */
  send(body: string, senderId: string, delayMilliseconds?: number): QueuedMessage;
  receive(count: number, hiddenMilliseconds: number): readonly Received[];
  /** Resolves when a message can be received, the time is over, or the queue closes. */
  wait(milliseconds: number): Promise<void>;
  /** Deletes a message whose latest handle this is; an older one does nothing. False for a handle that was never given. */
  delete(receiptHandle: string): boolean;
  /** Hides a received message for so long from now; false where it is not hidden by this handle. */
  hide(receiptHandle: string, milliseconds: number): boolean;
  counts(): { readonly visible: number; readonly hidden: number; readonly delayed: number };
  close(): void;
}

/** An empty queue. `twice` draws for each message whether it is delivered as two. */
export function createQueue(name: string, clock: LabClock, seeded: Seeded, twice: (label: string) => boolean): Queue {
  let visible: QueuedMessage[] = [];
  let delayed = 0;
  const hidden = new Map<string, { readonly message: QueuedMessage; cancel: () => void }>();
  const given = new Set<string>();
  const sleepers = new Set<() => void>();

  const show = (message: QueuedMessage): void => {
    visible.push(message);
    for (const wake of sleepers) wake();
  };
  const hideUntil = (receiptHandle: string, message: QueuedMessage, at: number): void => {
    const cancel = clock.at(at, () => {
      hidden.delete(receiptHandle);
      show(message);
    });
    hidden.set(receiptHandle, { message, cancel });
  };
  const isFresh = ({ sentAt }: QueuedMessage): boolean => clock.now() < sentAt + retentionSeconds * 1000;

  return {
    send: (body, senderId, delayMilliseconds = 0) => {
      const message = (): QueuedMessage => ({
        ...{ messageId, body, md5, sentAt: clock.now(), senderId, receiveCount: 0, firstReceivedAt: 0 },
      });
      const messageId = freshUuid(seeded, `message ${name}`);
      const md5 = createHash('md5').update(body).digest('hex');
      const copies = twice(messageId) ? [message(), message()] : [message()];
      if (delayMilliseconds === 0) copies.forEach(show);
      else {
        delayed += copies.length;
        clock.at(clock.now() + delayMilliseconds, () => {
          delayed -= copies.length;
          copies.forEach(show);
        });
      }
      return message();
    },
    receive: (count, hiddenMilliseconds) => {
      visible = visible.filter(isFresh);
      return visible.splice(0, count).map((message) => {
        message.receiveCount += 1;
        if (message.receiveCount === 1) message.firstReceivedAt = clock.now();
        const label = seeded.fresh(`receipt ${name}`);
        const receiptHandle = Buffer.from(`${message.messageId} ${seeded.word(label, 24)}`).toString('base64');
        given.add(receiptHandle);
        if (hiddenMilliseconds === 0) show(message);
        else hideUntil(receiptHandle, message, clock.now() + hiddenMilliseconds);
        return { message, receiptHandle };
      });
    },
    wait: (milliseconds) => {
      if (visible.length > 0) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      const cancel = clock.at(clock.now() + milliseconds, resolve);
      sleepers.add(resolve);
      return promise.finally(() => {
        cancel();
        sleepers.delete(resolve);
      });
    },
    delete: (receiptHandle) => {
      hidden.get(receiptHandle)?.cancel();
      hidden.delete(receiptHandle);
      return given.has(receiptHandle);
    },
    hide: (receiptHandle, milliseconds) => {
      const found = hidden.get(receiptHandle);
      if (!found) return false;
      found.cancel();
      hidden.delete(receiptHandle);
      if (milliseconds === 0) show(found.message);
      else hideUntil(receiptHandle, found.message, clock.now() + milliseconds);
      return true;
    },
    counts: () => ({ visible: visible.length, hidden: hidden.size, delayed }),
    close: () => {
      for (const { cancel } of hidden.values()) cancel();
      for (const wake of sleepers) wake();
    },
  };
}
