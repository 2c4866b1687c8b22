// What a process that may die is told to do, and what it says of the store when it lived.
import type { CarriedBuild, NoticeDelivery, Schedule, Target } from '@bongsu/core';
import type { PlannedDelivery, PlanOrder } from '@bongsu/flow';
import type { Lab } from '@bongsu/lab';
import type { storeOpen } from '@bongsu/store';

/** Dies by its own hand before or after it takes a step for the nth time. */
export interface Kill {
  /** `write <method of the store>` or `call <method of what is called>`. */
  readonly step: string;
  readonly nth: number;
  readonly when: 'before' | 'after';
}

/** How often a life took each step. */
export type Counts = Readonly<Record<string, number>>;

export interface MortalOrder {
  readonly door: Pick<Lab, 'url' | 'roleName' | 'externalId' | 'regions' | 'bucket' | 'identityCertificate'>;
  readonly place: Parameters<typeof storeOpen>[0];
  /** Folder of the key that signs. */
  readonly folder: string;
  readonly story: Story;
  /** False where another process may be at work in the same store. */
  readonly alone: boolean;
  /** Where people are told of an end. */
  readonly hook: string;
  readonly kill?: Kill;
  /** Milliseconds by which its clock is ahead of the lab's. */
  readonly skew?: number;
}

export interface CampaignStory {
  readonly kind: 'campaign';
  readonly delivery: PlannedDelivery;
  readonly retry?: PlanOrder['retry'];
  readonly rings?: PlanOrder['rings'];
  /** Once it has ended a person asks for new attempts of those that failed. */
  readonly askedAgain?: true;
  /** Where S3 tells of results; they are listed where absent. */
  readonly resultQueueUrl?: string;
  /** Key of KMS that signs the record; a file's where absent. */
  readonly signingKeyArn?: string;
}

/** One period of a schedule by association, from its plan to its removal; somebody changes the associations meanwhile. */
export interface RecurringStory {
  readonly kind: 'recurring';
  readonly schedule: Schedule;
  /** A host that the inventory of the period has not seen. */
  readonly newcomer: string;
}

export type Story =
  | CampaignStory
  | RecurringStory
  | { readonly kind: 'watch'; readonly queueUrl: string; readonly instanceIds: readonly string[] }
  /** Archives that were carried by hand, and the build that they are of. */
  | { readonly kind: 'import'; readonly files: readonly string[]; readonly build: CarriedBuild };

export interface CampaignSaid {
  readonly campaignId: string;
  readonly phase: string;
  readonly endedAt: string | null;
  readonly stopped: string | null;
  readonly total: number;
  readonly states: Readonly<Record<string, number>>;
  readonly targets: readonly Pick<Target, 'instanceId' | 'runId' | 'commandId' | 'attempt' | 'state'>[];
  /** Hosts that have verdicts, and evidence that can be read. */
  readonly judged: number;
  readonly evidence: number;
  /** `good`, or what is wrong with the signed record. */
  readonly record: string;
}

export interface MortalSaid {
  readonly counts: Counts;
  readonly campaigns: readonly CampaignSaid[];
  /** Uploads that were refused. */
  readonly refusals: number;
  readonly deliveries: readonly Pick<NoticeDelivery, 'deliveryId' | 'phase'>[];
}

/** From the process to its keeper: asleep until then, awake again, or at its end. */
export type ToKeeper = { readonly quietUntil: number } | { readonly awake: true } | { readonly said: MortalSaid };

/** From the keeper: what time it is. */
export interface FromKeeper {
  readonly now: number;
}
