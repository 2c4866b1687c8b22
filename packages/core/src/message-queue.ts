// A queue whose messages tell of something; each is deleted only when what it told of has been dealt with.
import type { Gap } from './snapshot.ts';

/** `ignored`: says nothing we ask for. The excerpt is a stranger's text, cleaned. */
export type MessageContent<Matter> =
  | Matter
  | { readonly kind: 'ignored' }
  | { readonly kind: 'refused'; readonly reason: string; readonly excerpt: string };

export interface QueueMessage<Matter> {
  readonly messageId: string;
  /** Deletes it, as long as it is not received again. */
  readonly receipt: string;
  /** How often it was received, this time included. */
  readonly receives: number;
  readonly content: MessageContent<Matter>;
}

export interface MessageQueue<Matter> {
  readonly url: string;
  /** Waits so long for the first message; at most ten. */
  receive(
    waitSeconds: number,
    signal?: AbortSignal,
  ): Promise<{ readonly messages: readonly QueueMessage<Matter>[]; readonly gap: Gap | null }>;
  /** Gives what could not be deleted, and so comes again. */
  remove(receipts: readonly string[]): Promise<Gap | null>;
  /** Whether it may be received from and deleted from; takes nothing out of it. */
  examine(): Promise<readonly Gap[]>;
}

/** Objects that were written to the exchange's bucket: a word about keys, never the truth about what lies there. */
export interface WrittenMatter {
  readonly kind: 'written';
  readonly keys: readonly string[];
}
export type ResultQueue = MessageQueue<WrittenMatter>;
