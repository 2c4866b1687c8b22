// What the story asks of Run Command: a pinned document, sends whose outcome is told, and what became of them.
import type { AccountId, InstanceId, Instant, Region } from './language.ts';
import type { Gap, Place, Seen } from './snapshot.ts';

export interface DocumentPin {
  /** ARN in the central account: `arn:aws:ssm:<region>:<central>:document/<name>`. */
  readonly arn: string;
  readonly version: string;
  /** SHA-256 that each send pins. */
  readonly sha256: string;
}

export interface SendOrder {
  readonly place: Place;
  /** At most 50. */
  readonly instanceIds: readonly InstanceId[];
  readonly document: DocumentPin;
  /** Goes into `Comment`; found again by `sentBefore`. At most 100 characters. */
  readonly comment: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly deliverySeconds: number;
}

/**
 * `unclear`: the call may or may not have been taken (time-out, 5xx, reset): look it up before any second send.
 * `throttled`: not taken, a rate; send again later. `expired`: not taken, the session was over; a new one is opened at the next send.
 * `unreached`: never made, the account could not be entered for now. `limit`: not taken, a quota that only time or people cure. `refused`: not taken and never will be.
 */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly commandId: string }
  | { readonly kind: 'throttled'; readonly code: string }
  | { readonly kind: 'expired'; readonly code: string }
  | { readonly kind: 'unreached'; readonly code: string; readonly message: string }
  | { readonly kind: 'limit'; readonly code: string; readonly message: string }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly message: string;
      /** The IAM action to grant, where the send was denied. */
      readonly missingPermission: string | null;
    }
  | { readonly kind: 'unclear'; readonly code: string; readonly message: string };

export interface SentCommand {
  readonly comment: string;
  readonly commandId: string;
  readonly sentAt: Instant;
  readonly instanceIds: readonly InstanceId[];
}

export interface InvocationStep {
  readonly name: string;
  readonly status: string;
  readonly exitCode: number;
  /** At most 2,500 characters (ListCommandInvocations). Hostile text. */
  readonly output: string;
}

export interface Invocation {
  readonly commandId: string;
  readonly instanceId: InstanceId;
  readonly comment: string;
  /** Pending, InProgress, Delayed, Success, Cancelled, TimedOut, Failed, Cancelling. */
  readonly status: string;
  /** Adds DeliveryTimedOut, ExecutionTimedOut, Undeliverable, Terminated, InvalidPlatform, AccessDenied. */
  readonly statusDetails: string;
  readonly steps: readonly InvocationStep[];
}

export interface Commands {
  /** Makes the document's current version equal `content` in this Region of the central account, and shares it. */
  document(region: Region, content: string, shareWith: readonly AccountId[]): Promise<DocumentPin | Gap>;
  /** One attempt, never retried inside. */
  send(order: SendOrder): Promise<SendOutcome>;
  /** Commands sent since then, by comment and the instances they were sent to. */
  sentBefore(place: Place, since: Instant): Promise<Seen<SentCommand>>;
  /** Invocations since then, or of these commands alone (one call each), with their steps. */
  invocations(
    place: Place,
    asked: { readonly since: Instant } | { readonly commandIds: readonly string[] },
  ): Promise<Seen<Invocation>>;
}
