// A command and its invocations: what was asked, of which hosts, and how far each has come.
import type { StepResult } from '../../agent/contract.ts';
import type { Host } from '../host.ts';
import type { DocumentVersion } from './document.ts';

export type InvocationStatus =
  | 'Pending'
  | 'InProgress'
  | 'Delayed'
  | 'Success'
  | 'Cancelled'
  | 'TimedOut'
  | 'Failed'
  | 'Cancelling';

/** Adds to the status what people need to see (Systems Manager user guide, command statuses). */
export type InvocationDetails =
  | InvocationStatus
  | 'DeliveryTimedOut'
  | 'ExecutionTimedOut'
  | 'Undeliverable'
  | 'Terminated';

export interface Invocation {
  readonly command: Command;
  readonly host: Host;
  /** `aws.ssm.<command id>.<instance id>`: the agent reads the command id out of it. */
  readonly messageId: string;
  status: InvocationStatus;
  details: InvocationDetails;
  /** True from the delivery until the end; such an invocation takes one of MaxConcurrency's places. */
  delivering: boolean;
  /** Why the agent rejected the document before any step. */
  trace: string;
  readonly steps: Map<string, StepResult>;
}

export interface Command {
  readonly commandId: string;
  /** Counts the commands of the lab, so that lists can stand newest first. */
  readonly serial: number;
  readonly accountId: string;
  readonly region: string;
  /** As the caller named it, so an ARN for another account's document. */
  readonly documentName: string;
  readonly document: DocumentVersion;
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  /** What goes to the agent: String as text, StringList as list; defaults left out. */
  readonly agentParameters: Readonly<Record<string, string | readonly string[]>>;
  readonly comment: string;
  readonly timeoutSeconds: number;
  readonly instanceIds: readonly string[];
  readonly targets: readonly { readonly Key: string; readonly Values: readonly string[] }[];
  readonly maxConcurrency: string;
  readonly maxErrors: string;
  readonly requestedAt: number;
  readonly expiresAt: number;
  readonly invocations: Map<string, Invocation>;
  /** How many may run at once now; doubles with every acknowledgement. */
  window: number;
  cancelled: boolean;
  /** True where there were too many open invocations: the command has ended and has none. */
  readonly rateExceeded: boolean;
}

const ended: ReadonlySet<InvocationStatus> = new Set(['Success', 'Cancelled', 'TimedOut', 'Failed']);

/** True in the states nothing leaves. */
export function isEnded(invocation: Invocation): boolean {
  return ended.has(invocation.status);
}

/** True for ends that count against MaxErrors; undeliverable and delivery time-out do not. */
export function isError(invocation: Invocation): boolean {
  return invocation.details === 'Failed' || invocation.details === 'ExecutionTimedOut';
}

/** `7` is itself, `10%` is that share of the targets, rounded down but never below `least`. */
export function countOf(limit: string, targets: number, least: number): number {
  const number = Number.parseInt(limit, 10);
  return limit.endsWith('%') ? Math.max(least, Math.floor((targets * number) / 100)) : number;
}
