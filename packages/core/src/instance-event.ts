// What AWS told of an instance, and what became of it: a check, or the reason why there was none.
import type { CoverageState } from './campaign.ts';
import type { AccountId, InstanceId, Instant, Region } from './language.ts';
import type { MessageQueue } from './message-queue.ts';
import type { Gap, Place } from './snapshot.ts';

/** `registered`: its agent called Systems Manager. */
export const eventKinds = ['running', 'stopped', 'terminated', 'registered'] as const;
export type EventKind = (typeof eventKinds)[number];

/** A word about an instance, never the truth about it: that is asked of EC2 and Systems Manager. */
export interface InstanceEvent {
  /** EventBridge's id; the same event may be delivered more than once. */
  readonly eventId: string;
  readonly accountId: AccountId;
  readonly region: Region;
  readonly instanceId: InstanceId;
  readonly what: EventKind;
  readonly at: Instant;
}

/**
 * `waiting`: until Systems Manager knows the node as online. `started`: it has a campaign. `sampled`: another instance of its group stands
 * for it. `already-checked`: it was assessed lately, or is being assessed. `noted`: it asks for no check. The coverage states say why none came.
 */
export const eventOutcomes = [
  'waiting',
  'started',
  'sampled',
  'already-checked',
  'noted',
  'unknown-account',
  'unknown-region',
  'gone',
  'stopped',
  'not-managed',
  'agent-offline',
  'excluded',
  'platform-unsupported',
  'undeliverable',
] as const;
export type EventOutcome = (typeof eventOutcomes)[number];

/** What is written of an event that no longer waits. */
export interface EventEnd {
  readonly outcome: EventOutcome;
  readonly campaignId: string | null;
  /** The instance that was, or is being, assessed in its place. */
  readonly standIn: InstanceId | null;
  readonly detail: string;
}

export interface HandledEvent extends InstanceEvent, EventEnd {
  /** By our clock; how long an event may wait is counted from here. */
  readonly receivedAt: Instant;
  readonly settledAt: Instant | null;
}

/** Instances that are alike: of one auto-scaling group, launch template with version, and image. */
export interface Likeness extends Place {
  readonly group: string;
  readonly template: string;
  readonly templateVersion: string;
  readonly imageId: string;
}

/** Which instances of a group are checked: all, or so many for each launch template and image. */
export type GroupPolicy = 'all' | { readonly sample: number };

export interface EventPolicy {
  readonly groups: GroupPolicy;
  /** How long a sample stands for the others of its kind. */
  readonly sinceDays: number;
  /** An instance that was assessed within so many hours is not checked again. */
  readonly minHours: number;
  /** How long an event waits for its instance to come online. */
  readonly waitMinutes: number;
  readonly regions: readonly Region[] | 'enabled';
}

/** A message that is no event of ours. Its text is a stranger's. */
export interface EventRefusal {
  readonly messageId: string;
  readonly reason: string;
  /** The first characters, cleaned. */
  readonly excerpt: string;
  readonly receives: number;
  /** Whether it was taken out of the queue. */
  readonly removed: boolean;
  readonly at: Instant;
}

export interface EventMatter {
  readonly kind: 'event';
  readonly event: InstanceEvent;
}
export type EventQueue = MessageQueue<EventMatter>;

/** How reading the queue went last. */
export interface QueuePoll {
  readonly url: string;
  readonly at: Instant;
  readonly gap: Gap | null;
}

export interface EventStore {
  /**
   * Keeps those that are new: no event of that id, nor of that instance, kind and time. What agents repeat all the time (`registered`) is
   * new only where nothing that still counts was said of the instance since `since`. Gives how many were.
   */
  eventPut(events: readonly InstanceEvent[], receivedAt: Instant, since: Instant): Promise<number>;
  eventWaiting(): Promise<readonly HandledEvent[]>;
  /** Ends them, all or none: false where one of them waits no more. */
  eventSettle(eventIds: readonly string[], end: EventEnd, settledAt: Instant): Promise<boolean>;
  /** Sampled events whose stand-in ended without evidence wait again. */
  eventReopen(): Promise<number>;
  /** Forgets what was settled or refused before then; gives how many. What waits is kept. */
  eventPrune(before: Instant): Promise<number>;
  /** Newest first. */
  eventList(limit: number): Promise<readonly HandledEvent[]>;
  /** Campaigns that events have started and nobody has set going. */
  eventCampaignsIdle(): Promise<readonly string[]>;
  /** Campaigns of instances, none by association, that were planned before then and that no event names: who planned them died before it could say so. */
  eventCampaignsLost(before: Instant): Promise<readonly string[]>;
  /** Of these instances of a place, those with evidence since then or in a campaign that runs, each with the newest. */
  instancesChecked(
    place: Place,
    instanceIds: readonly InstanceId[],
    since: Instant,
  ): Promise<readonly { readonly instanceId: InstanceId; readonly campaignId: string }[]>;
  /** Instances of this likeness with evidence since then, or in a campaign that runs. */
  likeChecked(
    likeness: Likeness,
    since: Instant,
  ): Promise<readonly { readonly instanceId: InstanceId; readonly campaignId: string }[]>;
  eventRefusalPut(refusal: EventRefusal): Promise<void>;
  eventRefusalList(limit: number): Promise<readonly EventRefusal[]>;
  queuePollPut(poll: QueuePoll): Promise<void>;
  queuePollList(): Promise<readonly QueuePoll[]>;
}

/** States of a target that are also the end of an event without a campaign. */
export type EventState = Extract<EventOutcome, CoverageState>;
