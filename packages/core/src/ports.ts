// What the story asks of the hands: the estate, the clock, and the stores of what was seen and said.
import type { Answer } from './answer.ts';
import type { Account, Ec2Instance, ManagedNode } from './asset.ts';
import type { Finding, FindingChange, HostVerdict } from './finding.ts';
import type { VerdictStatus } from './judgement.ts';
import type { AccountId, InstanceId, Instant, Region } from './language.ts';
import type { Place, Seen, Snapshot } from './snapshot.ts';

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

export interface SnapshotStore {
  snapshotPut(snapshot: Snapshot): Promise<void>;
  snapshotLatest(): Promise<Snapshot | null>;
  snapshotGet(snapshotId: string): Promise<Snapshot | null>;
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

/** Progress of a step, for people; numbers count targets, accounts, lines or files as `what` says. */
export type Progress = (step: {
  readonly what: 'collect' | 'send' | 'results' | 'assess' | 'verify' | 'prune' | 'import';
  readonly done: number;
  readonly left: number;
  readonly place?: string;
}) => void;
