// Messages waiting for agents: given out for a while, given again until they are acknowledged.
import type { LabClock } from '../../endpoint/contract.ts';
import type { Host } from '../host.ts';

export interface Message {
  /** Ends in `.<instance id>`. */
  readonly messageId: string;
  readonly host: Host;
  readonly topic: string;
  readonly createdAt: Date;
  /** What the agent's message delivery service calls Payload, before it is written as JSON. */
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface Mailbox {
  put(message: Message): void;
  /**
   * Up to `count` messages of a host. Each comes back when `visibleMilliseconds` have passed without `acknowledge`.
   */
  take(instanceId: string, count: number, visibleMilliseconds: number): readonly Message[];
  /** Ends a message: it will not be given again. False where there is none of that id. */
  acknowledge(messageId: string): boolean;
  /** Resolves when something waits for the host, the time is over, or the mailbox closes. */
  wait(instanceId: string, milliseconds: number): Promise<void>;
  /** Calls back whenever something has come for a host. */
  onArrival(listener: (host: Host) => void): void;
  close(): void;
}

/** An empty mailbox on the lab's clock, which puts every message in as many `copies`. */
export function createMailbox(clock: LabClock, copies: number): Mailbox {
  const waiting = new Map<string, Message[]>();
  const given = new Map<string, () => void>();
  const sleepers = new Map<string, Set<() => void>>();
  const listeners: ((host: Host) => void)[] = [];

  const queueOf = (instanceId: string): Message[] => {
    const queue = waiting.get(instanceId) ?? [];
    waiting.set(instanceId, queue);
    return queue;
  };
  const wake = (instanceId: string): void => {
    for (const wakeUp of sleepers.get(instanceId) ?? []) wakeUp();
  };
  const put = (message: Message): void => {
    queueOf(message.host.instanceId).push(...Array.from({ length: copies }, () => message));
    wake(message.host.instanceId);
    for (const listener of listeners) listener(message.host);
  };

  return {
    put,
    take: (instanceId, count, visibleMilliseconds) => {
      const messages = queueOf(instanceId).splice(0, count);
      for (const message of messages) {
        if (given.has(message.messageId)) continue;
        const cancel = clock.at(clock.now() + visibleMilliseconds, () => {
          given.delete(message.messageId);
          put(message);
        });
        given.set(message.messageId, cancel);
      }
      return messages;
    },
    acknowledge: (messageId) => {
      const cancel = given.get(messageId);
      given.delete(messageId);
      cancel?.();
      const instanceId = messageId.slice(messageId.lastIndexOf('.') + 1);
      const queue = queueOf(instanceId);
      const kept = queue.filter((message) => message.messageId !== messageId);
      waiting.set(instanceId, kept);
      return cancel !== undefined || kept.length < queue.length;
    },
    wait: (instanceId, milliseconds) => {
      if (queueOf(instanceId).length > 0) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      const asleep = sleepers.get(instanceId) ?? new Set();
      sleepers.set(instanceId, asleep);
      const cancel = clock.at(clock.now() + milliseconds, resolve);
      asleep.add(resolve);
      return promise.finally(() => {
        cancel();
        asleep.delete(resolve);
      });
    },
    onArrival: (listener) => {
      listeners.push(listener);
    },
    close: () => {
      for (const cancel of given.values()) cancel();
      for (const instanceId of sleepers.keys()) wake(instanceId);
    },
  };
}
