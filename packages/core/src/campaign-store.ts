// What the story asks of a store of campaigns: their targets as rows that any worker may move, claimed and never moved back.
import type { Campaign, CampaignPhase, CoverageState, Target, TargetPhase } from './campaign.ts';
import type { DocumentPin } from './commands.ts';
import type { InstanceId, Instant } from './language.ts';
import type { HostPlace } from './ports.ts';
import type { Place } from './snapshot.ts';

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
  /** Their standard deviation from it. */
  readonly secondsSpread: number | null;
}

/** An attempt that was given up for a new one. */
export interface PastAttempt extends Place {
  readonly campaignId: string;
  readonly instanceId: InstanceId;
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
  /** When it was last asked what became of its commands. */
  readonly seenAt: Instant | null;
}

/** A target by its run id, and the run id of its next attempt. */
export interface RetryRun {
  readonly runId: string;
  readonly newRunId: string;
  readonly phase: 'planned' | 'waiting';
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
  /** Ended, at that moment; false, and nothing changed, where it was opened again since it was said. */
  campaignEnd(campaignId: string, endingAt: Instant): Promise<boolean>;
  /** Back to running, with new attempts as of `targetRetry`, all in one: else whoever dies in between leaves open targets in what has ended. */
  campaignReopen(campaignId: string, at: Instant, runs: readonly RetryRun[]): Promise<number>;
  /** Stops sending: what was not sent ends as not-attempted, with this reason. Said again it changes nothing. */
  campaignStop(campaignId: string, why: string, at: Instant): Promise<void>;
  targetList(campaignId: string): Promise<readonly Target[]>;
  /** The same in its order, some at a time, beginning after that host; empty where there are no more. */
  targetPage(campaignId: string, after: HostPlace | null): Promise<readonly Target[]>;
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
  targetRetry(campaignId: string, runs: readonly RetryRun[]): Promise<number>;
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
