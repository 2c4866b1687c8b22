// A campaign as data: its frozen targets, the state each ends in, and the limits of its plan.
import type { JudgeSettings } from './parameter.ts';
import type { AccountId, InstanceId, Instant, Region } from './language.ts';
import type { CampaignPack, PackMark } from './pack.ts';
import type { Gap, Place } from './snapshot.ts';

/** The states in which a target may end; every instance of the inventory ends in exactly one. */
export const coverageStates = [
  'assessed',
  'partly-assessed',
  'not-managed',
  'agent-offline',
  'stopped',
  'platform-unsupported',
  'excluded',
  'undeliverable',
  'timed-out',
  'failed',
  'no-result',
  'result-refused',
] as const;
export type CoverageState = (typeof coverageStates)[number];

/**
 * Where a target stands. planned → intended (written before the send) → sent (command id known) → ended.
 */
export type TargetPhase = 'planned' | 'intended' | 'sent' | 'ended';

export interface Target {
  readonly campaignId: string;
  readonly accountId: AccountId;
  readonly region: Region;
  readonly instanceId: InstanceId;
  readonly name: string;
  /** Unguessable, unique; stands in the command's Comment, in the object key and in the evidence. */
  readonly runId: string;
  readonly phase: TargetPhase;
  /** null until ended. */
  readonly state: CoverageState | null;
  /** Why, in words and codes: `step run, exit 23`, `excluded by tag bongsu:skip`. */
  readonly detail: string;
  readonly commandId: string | null;
  readonly intendedAt: Instant | null;
  readonly sentAt: Instant | null;
  readonly endedAt: Instant | null;
  /** The SHA-256 of the evidence accepted for it. */
  readonly evidenceSha256: string | null;
}

export interface Exclusion {
  /** Who asked for it: the configuration file, or the flag's user. */
  readonly by: string;
  readonly why: string;
  readonly instanceIds?: readonly InstanceId[];
  /** Instances with this tag key, and this value where one is given. */
  readonly tag?: { readonly key: string; readonly value?: string };
}

/** Limits and times of a campaign; all in its plan, shown before it is sent. */
export interface CampaignLimits {
  /** SendCommand's TimeoutSeconds: how long the service may try to deliver (30 to 2,592,000). */
  readonly deliverySeconds: number;
  /** The run step's timeoutSeconds on the host (5 to 172,800). */
  readonly executionSeconds: number;
  /** Life of each presigned URL. */
  readonly urlSeconds: number;
  /** Exact size of every uploaded result; signed into the URL, so neither more nor less is taken. */
  readonly resultBytes: number;
  /** Sends in flight at a time in one account and Region. */
  readonly concurrency: number;
}

export interface CampaignPlan {
  /** The packs whose items are judged besides the catalogue's. */
  readonly packs?: readonly PackMark[];
  readonly limits: CampaignLimits;
  readonly scriptSha256: string;
  readonly scriptBytes: number;
  readonly units: readonly string[];
  readonly places: readonly Place[];
  /** Targets by what will happen to them: `planned`, or an end state with its reason known before any send. */
  readonly counts: Readonly<Record<string, number>>;
  /** Calls this plan will make, by IAM action. */
  readonly calls: Readonly<Record<string, number>>;
  /** Seconds left of the signing credentials; null where they do not expire. */
  readonly credentialSeconds: number | null;
  readonly gaps: readonly Gap[];
  /** How its evidence is judged; campaigns planned before there were profiles have none and are judged by the letter. */
  readonly settings?: JudgeSettings;
}

export type CampaignPhase = 'planned' | 'running' | 'ended';

export interface Campaign {
  readonly campaignId: string;
  readonly snapshotId: string;
  readonly createdAt: Instant;
  readonly endedAt: Instant | null;
  readonly phase: CampaignPhase;
  readonly plan: CampaignPlan;
  /** The script of this campaign, so that a resumed campaign sends the same bytes. */
  readonly script: string;
  /** The packs it was planned with, to the byte; absent where there were none. */
  readonly packs?: readonly CampaignPack[];
}
