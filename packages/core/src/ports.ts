// What the story asks of the hands: the estate, commands, the exchange of scripts and results, the clock and the stores.
import type { Answer } from './answer.ts';
import type { Account, Ec2Instance, ManagedNode } from './asset.ts';
import type { Campaign, CampaignPhase, Target } from './campaign.ts';
import type { Finding, FindingChange, HostVerdict } from './finding.ts';
import type { VerdictStatus } from './judgement.ts';
import type { AccountId, InstanceId, Instant, Region } from './language.ts';
import type { Gap, Place, Seen, Snapshot } from './snapshot.ts';

export interface Clock {
  now(): Date;
  /** Waits; rejects with the signal's reason when it is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export interface Ids {
  /** Lower-case letters and digits, unguessable. */
  random(length: number): string;
}

/** Reads the estate. Every method keeps what it saw when a later page fails, and says so in `gaps`. */
export interface Estate {
  accounts(): Promise<Seen<Account>>;
  regions(accountId: AccountId): Promise<Seen<Region>>;
  instances(place: Place): Promise<Seen<Ec2Instance>>;
  nodes(place: Place): Promise<Seen<ManagedNode>>;
}

export interface DocumentPin {
  /** ARN in the central account: `arn:aws:ssm:<region>:<central>:document/<name>`. */
  readonly arn: string;
  readonly version: string;
  /** SHA-256 that each send pins. */
  readonly sha256: string;
}

export interface SendOrder {
  readonly place: Place;
  readonly instanceId: InstanceId;
  readonly document: DocumentPin;
  /** Goes into `Comment`; found again by `sentBefore`. At most 100 characters. */
  readonly comment: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly deliverySeconds: number;
}

/**
 * `unclear`: the call may or may not have been taken (time-out, 5xx, reset): look it up before any second send.
 * `throttled`: not taken; send again later. `refused`: not taken and never will be.
 */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly commandId: string }
  | { readonly kind: 'throttled'; readonly code: string }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'unclear'; readonly code: string; readonly message: string };

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
  /** Commands sent since then, by comment. */
  sentBefore(place: Place, since: Instant): Promise<Seen<{ comment: string; commandId: string }>>;
  /** Invocations since then, with their steps. */
  invocations(place: Place, since: Instant): Promise<Seen<Invocation>>;
}

export interface ResultObject {
  readonly key: string;
  readonly sizeBytes: number;
  readonly writtenAt: Instant;
  readonly etag: string;
}

/** Scripts out, results in: the central account's bucket. */
export interface Exchange {
  /** Pattern that every URL it signs matches, for the document's `allowedPattern`; also whether the endpoint is TLS. */
  readonly urlShape: { readonly script: string; readonly result: string; readonly tls: boolean };
  /** Seconds left of the signing credentials; null where they do not expire. */
  credentialSeconds(): Promise<number | null>;
  scriptPut(key: string, script: string): Promise<void>;
  scriptUrl(key: string, seconds: number): Promise<string>;
  /** A URL for one PUT of exactly `bytes` bytes; a second write gets 412. */
  resultUrl(key: string, bytes: number, seconds: number): Promise<string>;
  results(prefix: string): Promise<Seen<ResultObject>>;
  resultRead(key: string): Promise<AsyncIterable<Uint8Array>>;
}

export interface SnapshotStore {
  snapshotPut(snapshot: Snapshot): Promise<void>;
  snapshotLatest(): Promise<Snapshot | null>;
  snapshotGet(snapshotId: string): Promise<Snapshot | null>;
}

/** Which fields of a target a step may change. */
export type TargetChange = Partial<
  Pick<Target, 'phase' | 'state' | 'detail' | 'commandId' | 'intendedAt' | 'sentAt' | 'endedAt' | 'evidenceSha256'>
>;

export interface CampaignStore {
  /** Campaign and all its targets in one transaction. */
  campaignPut(campaign: Campaign, targets: readonly Target[]): Promise<void>;
  campaignGet(campaignId: string): Promise<Campaign | null>;
  campaignLatest(): Promise<Campaign | null>;
  campaignList(): Promise<readonly Campaign[]>;
  campaignPhase(campaignId: string, phase: CampaignPhase, at: Instant): Promise<void>;
  targetList(campaignId: string): Promise<readonly Target[]>;
  /** Changes one target, durably, before it returns. */
  targetChange(campaignId: string, runId: string, change: TargetChange): Promise<void>;
}

export interface Refusal {
  readonly campaignId: string;
  readonly key: string;
  /** Empty where no target matches (a foreign upload). */
  readonly runId: string;
  readonly reason: string;
  readonly sizeBytes: number;
  readonly etag: string;
  readonly at: Instant;
}

export interface EvidenceStore {
  /** Keeps the bytes under their SHA-256; the same bytes twice are one. */
  evidencePut(bytes: Uint8Array): Promise<string>;
  evidenceGet(sha256: string): Promise<Uint8Array | null>;
  /** Keeps a refused upload aside, with as many of its bytes as were read. */
  refusalPut(refusal: Refusal, bytes: Uint8Array | null): Promise<void>;
  refusalList(campaignId: string): Promise<readonly Refusal[]>;
}

export interface VerdictStore {
  /** Replaces the verdicts of these hosts in this campaign. */
  verdictPut(verdicts: readonly HostVerdict[]): Promise<void>;
  verdictList(campaignId: string): Promise<readonly HostVerdict[]>;
  /** What stands of these hosts, each by unit; a host of which nothing stands is left out. Costs a tenth of their verdicts. */
  statusList(campaignId: string, hosts: readonly HostPlace[]): Promise<readonly HostStatuses[]>;
  /** These verdicts; those that do not stand are left out. */
  verdictGet(
    campaignId: string,
    keys: readonly (HostPlace & { readonly unit: string })[],
  ): Promise<readonly HostVerdict[]>;
}

/** Where a host is. */
export type HostPlace = Pick<HostVerdict, 'accountId' | 'region' | 'instanceId'>;

export interface HostStatuses extends HostPlace {
  readonly statuses: ReadonlyMap<string, VerdictStatus>;
}

export interface FindingStore {
  findingList(): Promise<readonly Finding[]>;
  findingApply(findings: readonly Finding[], changes: readonly FindingChange[]): Promise<void>;
}

export interface AnswerStore {
  answerPut(answer: Answer): Promise<void>;
  answerList(): Promise<readonly Answer[]>;
}

/** Progress of a step, for people; numbers count targets, accounts or Regions as `what` says. */
export type Progress = (step: { what: string; done: number; left: number; place?: string }) => void;
