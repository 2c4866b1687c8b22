// What the story asks of the hands: the estate, commands, the exchange of scripts and results, the clock and the stores.
import type { Answer } from './answer.ts';
import type { Account, Ec2Instance, ManagedNode } from './asset.ts';
import type { Campaign, CampaignPhase, CoverageState, Target, TargetPhase } from './campaign.ts';
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
  /** All, or those of `only` that there are. */
  instances(place: Place, only?: readonly InstanceId[]): Promise<Seen<Ec2Instance>>;
  nodes(place: Place, only?: readonly InstanceId[]): Promise<Seen<ManagedNode>>;
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

export interface ResultObject {
  readonly key: string;
  readonly sizeBytes: number;
  readonly writtenAt: Instant;
  readonly etag: string;
}

/** What the keys of all results begin with, of those that hosts put with their own role, and end with. */
export const resultKeys = { prefix: 'v1/', rolePrefix: 'role/', suffix: '.tar.gz' } as const;

/** An object as S3 hands it out: what it is by S3's own word, and its bytes. */
export interface OpenedResult {
  readonly object: ResultObject;
  readonly source: AsyncIterable<Uint8Array>;
  /** Lets go of what was not read. */
  close(): void;
}

/** A signed form: lets its holders write below one prefix, and read or list nothing. */
export interface UploadForm {
  /** Where it is posted to. */
  readonly url: string;
  /** The form's fields besides `key` and `file`, by the names S3 gives them. */
  readonly policy: string;
  readonly credential: string;
  readonly date: string;
  readonly signature: string;
  /** Of a session; empty where the credentials have none. */
  readonly token: string;
}

/** Where hosts put objects with a role of their own. */
export interface ObjectAddress {
  /** Ends in `/`. */
  readonly url: string;
  readonly region: Region;
  readonly ownerId: AccountId;
  /** Of the ARNs of instances, such as `aws`. */
  readonly partition: string;
}

export interface RoleBinding {
  /** Ids of the statements that the policy lacks; none where it binds. */
  readonly missing: readonly string[];
}

/** Scripts out, results in: the central account's bucket. */
export interface Exchange {
  /** Pattern that every URL it signs matches, for the document's `allowedPattern`; also whether the endpoint is TLS. */
  readonly urlShape: {
    readonly script: string;
    readonly result: string;
    /** Of the address that forms are posted to. */
    readonly form: string;
    /** Of what stands before the names of objects that hosts put with their own role. */
    readonly object: string;
    readonly tls: boolean;
  };
  /** Seconds left of the signing credentials; null where they do not expire. */
  credentialSeconds(): Promise<number | null>;
  scriptPut(key: string, script: string): Promise<void>;
  scriptUrl(key: string, seconds: number): Promise<string>;
  /** A URL for one PUT of exactly `bytes` bytes; a second write gets 412. */
  resultUrl(key: string, bytes: number, seconds: number): Promise<string>;
  /** A form that takes at most `bytes` bytes an object, for any key that begins with `prefix`. */
  resultForm(prefix: string, bytes: number, seconds: number): Promise<UploadForm>;
  /** What a key stands after for a host that signs for itself, and what its signature names. */
  objectAddress(): Promise<ObjectAddress>;
  /** Whether the bucket's policy lets each instance write below its own name and nobody below another's; or why that is not known. */
  roleBinding(): Promise<RoleBinding | Gap>;
  results(prefix: string): Promise<Seen<ResultObject>>;
  resultRead(key: string): Promise<AsyncIterable<Uint8Array>>;
  /** Of a key that somebody named: null where nothing lies there. */
  resultOpen(key: string): Promise<OpenedResult | null>;
}

export interface SnapshotStore {
  snapshotPut(snapshot: Snapshot): Promise<void>;
  snapshotLatest(): Promise<Snapshot | null>;
  snapshotGet(snapshotId: string): Promise<Snapshot | null>;
}

/** Which fields of a target a step may change. */
export type TargetChange = Partial<
  Pick<
    Target,
    'phase' | 'state' | 'detail' | 'commandId' | 'intendedAt' | 'lookAt' | 'sentAt' | 'endedAt' | 'evidenceSha256'
  >
>;

/** What a claim may take: planned targets of one place, up to this ring, whose window is open. */
export interface Claim {
  readonly place: Place;
  readonly limit: number;
  readonly ringMax: number;
  /** Names of windows that are open; targets without a window are always meant. */
  readonly windows: readonly string[];
  readonly at: Instant;
  readonly lookAt: Instant;
}

/** How many targets of a place, ring and window stand in a phase and state. */
export interface Tally extends Place {
  readonly ring: number;
  readonly window: string | null;
  readonly phase: TargetPhase;
  readonly state: CoverageState | null;
  readonly count: number;
  /** They had ended when the campaign was reopened: whoever asked for that has seen them. */
  readonly seen?: true;
  /** When the earliest of them was sent; null where none was. */
  readonly sentFirst: Instant | null;
  readonly sentLast: Instant | null;
  /** Mean seconds from send to end, of those that have both. */
  readonly secondsMean: number | null;
}

/** An attempt that was given up for a new one. */
export interface PastAttempt {
  readonly campaignId: string;
  readonly runId: string;
  readonly attempt: number;
  readonly commandId: string | null;
  readonly state: CoverageState;
  readonly detail: string;
  readonly endedAt: Instant;
}

/**
 * What a campaign remembers of one account and Region between steps: the closing sweeps made and when the next is due. Under the account
 * id `*` stands what belongs to a Region (its document), under `*` and `*` the script; there `tries` counts what failed.
 */
export interface PlaceMemory {
  readonly pin: DocumentPin | null;
  readonly tries: number;
  readonly nextAt: Instant | null;
}

export interface CampaignStore {
  /** Campaign and all its targets in one transaction. */
  campaignPut(campaign: Campaign, targets: readonly Target[]): Promise<void>;
  campaignGet(campaignId: string): Promise<Campaign | null>;
  /** The fleet's newest: before a newer import, a campaign of some instances alone, or a plan that was not run. */
  campaignLatest(): Promise<Campaign | null>;
  campaignList(): Promise<readonly Campaign[]>;
  campaignPhase(campaignId: string, phase: CampaignPhase, at: Instant): Promise<void>;
  /** That everything has its end, so that only the record and the notices of it are left to write. Gives when this was first said. */
  campaignEnding(campaignId: string, at: Instant): Promise<Instant>;
  /** Back from ended to running, for a retry. */
  campaignReopen(campaignId: string, at: Instant): Promise<void>;
  /** Stops sending: what was not sent ends as not-attempted, with this reason. Said again it changes nothing. */
  campaignStop(campaignId: string, why: string, at: Instant): Promise<void>;
  targetList(campaignId: string): Promise<readonly Target[]>;
  targetTally(campaignId: string): Promise<readonly Tally[]>;
  /** Takes planned targets for sending: each goes to one caller alone, as `intended`, durably. */
  targetClaim(campaignId: string, claim: Claim): Promise<readonly Target[]>;
  /** Takes intended targets whose `lookAt` has come, to look up what became of them; each goes to one caller alone. */
  targetReclaim(campaignId: string, claim: Pick<Claim, 'limit' | 'at' | 'lookAt'>): Promise<readonly Target[]>;
  /** For a process that knows itself to be the only one: what was intended by one before may be looked up from `lookAt` on. */
  targetTakeOver(campaignId: string, lookAt: Instant): Promise<void>;
  /** Those of these run ids that are targets; the ids may also be of past attempts. */
  targetOfRuns(campaignId: string, runIds: readonly string[]): Promise<readonly Target[]>;
  /** Targets that have not ended, of one place. */
  targetOpen(campaignId: string, place: Place): Promise<readonly Target[]>;
  /** Ends all targets of a campaign (or of one place) that stand in these phases; gives how many. */
  targetEndAll(
    campaignId: string,
    where: { readonly phases: readonly TargetPhase[]; readonly place?: Place },
    end: { readonly state: CoverageState; readonly detail: string; readonly endedAt: Instant },
  ): Promise<number>;
  /** Gives ended targets a new attempt under the run ids named by their old ones, and keeps the old attempt. */
  targetRetry(
    campaignId: string,
    runs: readonly { readonly runId: string; readonly newRunId: string; readonly phase: 'planned' | 'waiting' }[],
  ): Promise<number>;
  attemptList(campaignId: string): Promise<readonly PastAttempt[]>;
  /** Of the places of which something was remembered. */
  placeList(campaignId: string): Promise<readonly (Place & PlaceMemory)[]>;
  placeRemember(campaignId: string, place: Place, memory: Partial<PlaceMemory>): Promise<void>;
  /** Changes one target, durably, before it returns. */
  targetChange(campaignId: string, runId: string, change: TargetChange): Promise<void>;
  /**
   * As `targetChange`, for steps that others may be ahead of: false, and nothing changed, where the target would go back. With a claim also
   * where the target is no longer intended by it: who slept longer than his claim must not undo what its next holder does (but may say of
   * one that was given back that its command is out).
   */
  targetMove(campaignId: string, runId: string, change: TargetChange, claim?: Pick<Target, 'lookAt'>): Promise<boolean>;
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
  /** All that stands of these hosts, in no order. */
  verdictOfHosts(campaignId: string, hosts: readonly HostPlace[]): Promise<readonly HostVerdict[]>;
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
  /** All, or those of these subjects. */
  findingList(subjects?: readonly string[]): Promise<readonly Finding[]>;
  findingApply(findings: readonly Finding[], changes: readonly FindingChange[]): Promise<void>;
}

export interface AnswerStore {
  answerPut(answer: Answer): Promise<void>;
  answerList(): Promise<readonly Answer[]>;
}

/** Progress of a step, for people; numbers count targets, accounts or Regions as `what` says. */
export type Progress = (step: { what: string; done: number; left: number; place?: string }) => void;
