// What people are told when a campaign has ended, and how far the telling has come.
import type { Instant, Lang } from './language.ts';

export interface Notice {
  readonly campaignId: string;
  readonly endedAt: Instant;
  /** Hosts judged; ended badly or not reached; without a state that says either (excluded, stopped, gone …). */
  readonly done: number;
  readonly failed: number;
  readonly missing: number;
  readonly total: number;
  readonly states: Readonly<Record<string, number>>;
  readonly unreadable: number;
  readonly stopped: string | null;
  /** Hosts with the most failing units. Names are hostile text. */
  readonly worst: readonly {
    readonly instanceId: string;
    readonly name: string;
    readonly accountId: string;
    readonly fails: number;
  }[];
  readonly link: string | null;
}

/** A message as it goes out, made once: a retry sends the same. */
export type Message =
  | { readonly kind: 'http'; readonly body: string; readonly headers: Readonly<Record<string, string>> }
  | {
      readonly kind: 'mail';
      readonly subject: string;
      readonly text: string;
      readonly html: string;
      readonly messageId: string;
    };

/** waiting → sending → sent | waiting (surely not taken: again later) | failed | unclear (may have been taken: never sent again). */
export type DeliveryPhase = 'waiting' | 'sending' | 'sent' | 'failed' | 'unclear';

export interface NoticeDelivery {
  /** Campaign, its end and the channel: the same notice to the same channel is one. */
  readonly deliveryId: string;
  readonly channel: string;
  readonly message: Message;
  readonly phase: DeliveryPhase;
  readonly tries: number;
  readonly nextAt: Instant;
  /** The last answer or fault, for people. */
  readonly said: string;
}

/** `again`: surely not taken. `unclear`: the answer is not known and the channel cannot tell a message that it has had. */
export type SendEnd =
  | { readonly kind: 'sent'; readonly said: string }
  | { readonly kind: 'again'; readonly said: string; readonly afterSeconds: number | null }
  | { readonly kind: 'refused'; readonly said: string }
  | { readonly kind: 'unclear'; readonly said: string };

export interface Channel {
  readonly name: string;
  readonly lang: Lang;
  readonly kind: 'slack' | 'webhook' | 'mail';
  send(message: Message, deliveryId: string): Promise<SendEnd>;
}

export interface DeliveryStore {
  /** Keeps what is new; what is there already stays as it is. */
  deliveryPut(deliveries: readonly Omit<NoticeDelivery, 'phase' | 'tries' | 'said'>[]): Promise<void>;
  /** Takes what is due, each to one caller alone, as `sending`; what a dead process left in `sending` becomes unclear. */
  deliveryTake(at: Instant, deadBefore: Instant): Promise<readonly NoticeDelivery[]>;
  deliveryEnd(
    deliveryId: string,
    phase: Exclude<DeliveryPhase, 'sending'>,
    said: string,
    nextAt: Instant,
  ): Promise<void>;
  deliveryList(): Promise<readonly NoticeDelivery[]>;
}
