// A campaign as data: its frozen targets, the state each ends in, and the limits of its plan.
import type { JudgeSettings } from './parameter.ts';
import type { AssociationPeriod } from './association-period.ts';
import type { AccountId, InstanceId, Instant, Region } from './language.ts';
import type { CampaignPack, PackMark } from './pack.ts';
import type { Gap, Place } from './snapshot.ts';

/** The states in which a target may end; every instance of the inventory ends in exactly one. */
export const coverageStates = [
  'assessed',
  'partly-assessed',
  'imported',
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
  'not-attempted',
  'gone',
] as const;
export type CoverageState = (typeof coverageStates)[number];

/** What the key of every script and result begins with, in the bucket that they pass through; policies let in no other. */
export const exchangePrefix = 'v1/';

/** True where every unit was judged, be the result sent or carried by hand; what is left unknown stands in the detail. */
export function wholly({ state, detail }: Pick<Target, 'state' | 'detail'>): boolean {
  return state === 'assessed' || (state === 'imported' && detail === '');
}

/**
 * Where a target stands. waiting (its agent or instance is not there, and may come back) → planned → intended (written before
 * the send) → sent (command id known) → ended. A send that was surely not taken goes from intended back to planned.
 */
export type TargetPhase = 'waiting' | 'planned' | 'intended' | 'sent' | 'ended';

export interface Target {
  readonly campaignId: string;
  readonly accountId: AccountId;
  readonly region: Region;
  readonly instanceId: InstanceId;
  readonly name: string;
  /** Unguessable, unique; stands in the command's Comment, in the object key and in the evidence. */
  readonly runId: string;
  readonly phase: TargetPhase;
  /** Which ring of the plan it belongs to, from 0. */
  readonly ring: number;
  /** The maintenance window in which alone it may be sent to; null: at any time. */
  readonly window: string | null;
  /** 1, and one more for each retry; each has a run id of its own. */
  readonly attempt: number;
  /** How often a send of this attempt was begun. */
  readonly sends: number;
  /** null until ended. */
  readonly state: CoverageState | null;
  /** Why, in words and codes: `step run, exit 23`, `excluded by tag bongsu:skip`. */
  readonly detail: string;
  readonly commandId: string | null;
  readonly intendedAt: Instant | null;
  /** While intended: from when on anyone may look up what became of the send. Until then it is its sender's alone. */
  readonly lookAt: Instant | null;
  readonly sentAt: Instant | null;
  readonly endedAt: Instant | null;
  /** The SHA-256 of the evidence accepted for it. */
  readonly evidenceSha256: string | null;
}

/** Of a target to which nothing was sent yet. */
export const neverSent = {
  ring: 0,
  window: null,
  attempt: 1,
  sends: 0,
  commandId: null,
  intendedAt: null,
  lookAt: null,
  sentAt: null,
  endedAt: null,
  evidenceSha256: null,
} as const satisfies Partial<Target>;

export interface Exclusion {
  /** Who asked for it: the configuration file, or the flag's user. */
  readonly by: string;
  readonly why: string;
  readonly instanceIds?: readonly InstanceId[];
  /** Instances with this tag key, and this value where one is given. */
  readonly tag?: { readonly key: string; readonly value?: string };
  /** All instances but those with this tag: a campaign of one group. */
  readonly exceptTag?: { readonly key: string; readonly value?: string };
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

/** A share of the targets that is sent to before the rest, and what stops the campaign after it. */
export interface Ring {
  /** How many targets have been sent to when this ring is full: a count, or a percentage of all planned ones. */
  readonly upTo: { readonly count: number } | { readonly percent: number };
  /** The campaign stops where more targets than this ended badly, in this ring and those before. */
  readonly stop: { readonly count: number | null; readonly percent: number | null };
}

/** When hosts of a group may be worked on: openings of `minutes` at the times of a cron expression. */
export interface MaintenanceWindow {
  readonly name: string;
  readonly cron: string;
  /** IANA name, such as `Asia/Seoul`. */
  readonly timeZone: string;
  readonly minutes: number;
}

/** How a target gets its work and gives its result; shown in reports. */
export const deliveries = ['presigned', 'batch', 'role', 'association', 'by-hand'] as const;
export type Delivery = (typeof deliveries)[number];

export interface CampaignPlan {
  readonly delivery?: Delivery;
  /** Of delivery by association: which one, and the period that the campaign accounts for. */
  readonly association?: AssociationPeriod;
  /** Of some instances alone, which events told of; it is not asked for as the latest campaign. */
  readonly part?: true;
  /** One ring of all targets where absent. */
  readonly rings?: readonly Ring[];
  /** After this nothing is sent any more: what was not sent ends as not-attempted. */
  readonly deadline?: Instant;
  /** Until then targets that are not there are waited for. */
  readonly waitUntil?: Instant | null;
  readonly windows?: readonly MaintenanceWindow[];
  /** States that get another attempt by themselves, and how many attempts there may be. */
  readonly retry?: { readonly states: readonly CoverageState[]; readonly attemptsMax: number };
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
  /** When it was last reopened for a retry: its time begins anew, and what had ended by then stops it no more. */
  readonly reopenedAt?: Instant;
  /** Why it was stopped before all targets were sent to; null where it was not. */
  readonly stopped: string | null;
  /** The packs it was planned with, to the byte; absent where there were none. */
  readonly packs?: readonly CampaignPack[];
}
