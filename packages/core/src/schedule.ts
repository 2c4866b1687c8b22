// When campaigns are to run by themselves, and what became of each of those times.
import type { InstanceId, Instant, AccountId, Region } from './language.ts';

export interface Blackout {
  /** First and last day on which nothing runs, in the schedule's time zone: `2026-12-24`. */
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

export interface Schedule {
  readonly name: string;
  /** Five fields; of a schedule by association also `rate(12 hours)`. */
  readonly cron: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly blackouts: readonly Blackout[];
  /** `association`: State Manager runs the check by itself, and the campaign of each time accounts for it; else the campaign sends. */
  readonly delivery?: 'association';
  /** Hosts with this tag alone; all where absent. */
  readonly tag?: { readonly key: string; readonly value?: string };
}

/** `configured`: the schedule was seen for the first time; it counts from then on. */
export type ScheduleOutcome = 'configured' | 'started' | 'blackout' | 'missed';

/** One time of a schedule: it is started, left out or missed, once. */
export interface ScheduleRun {
  readonly name: string;
  readonly dueAt: Instant;
  readonly outcome: ScheduleOutcome;
  readonly campaignId: string | null;
  readonly why: string;
}

/** When an instance was last assessed, in whatever campaign. */
export interface LastAssessed {
  readonly accountId: AccountId;
  readonly region: Region;
  readonly instanceId: InstanceId;
  readonly at: Instant;
  readonly campaignId: string;
}

export interface ScheduleStore {
  /** Writes what became of a time; false where somebody wrote it before. */
  scheduleRunPut(run: ScheduleRun): Promise<boolean>;
  /** Writes what came of a time that was begun. */
  scheduleRunSettle(run: Pick<ScheduleRun, 'name' | 'dueAt' | 'outcome' | 'campaignId' | 'why'>): Promise<void>;
  /** Newest first. */
  scheduleRunList(): Promise<readonly ScheduleRun[]>;
  assessedLast(): Promise<readonly LastAssessed[]>;
}
