// Work that is taken by whichever worker is free, once at a time for each key, and survives the death of the worker.
import type { Instant } from './language.ts';

/** When a key is to be worked on next: after some seconds, or not until it is put again. */
export type JobNext = { readonly againInSeconds: number } | 'done';

/** Does one step for a key. `signal` is aborted when the worker is to stop, or another worker has the key. */
export type JobHandler = (key: string, signal: AbortSignal) => Promise<JobNext>;

/** A step that threw, or trouble of the queue itself (`key` null). */
export interface JobTrouble {
  readonly key: string | null;
  readonly words: string;
  /** How often this job has been tried. */
  readonly tries: number;
  /** False after the last try: the job is kept as `failed`, and nobody takes it until its key is put again. */
  readonly triedAgain: boolean;
}

export interface JobLimits {
  /** How long after the death of a worker its jobs are with another at the latest; 20 or more. */
  readonly leaseSeconds: number;
  /** Keys worked on at a time in this process. */
  readonly concurrency: number;
  readonly told: (trouble: JobTrouble) => void;
}

export interface JobStanding {
  readonly key: string;
  readonly state: 'waiting' | 'running' | 'failed';
  /** Not before then, since then, or at that time, as the state says. */
  readonly at: Instant;
  readonly tries: number;
  /** What the last try threw; empty where none did. */
  readonly trouble: string;
}

export interface JobWhen {
  readonly startAfterSeconds?: number;
  /** Only wakes a key that has no job and whose step, where one runs, ends as `done`: a job keeps its own time. */
  readonly onlyIdle?: boolean;
}

export interface Jobs {
  /**
   * Asks for work on a key. A key has at most one waiting job, which is brought forward where this asks for an earlier
   * time; while it is worked on, it is remembered and worked on again.
   */
  jobPut(queue: string, key: string, when?: JobWhen): Promise<void>;
  /** Takes jobs until the function it gives is called, which waits for the steps in hand. */
  jobWork(queue: string, limits: JobLimits, handler: JobHandler): Promise<() => Promise<void>>;
  /** What waits, runs and has failed, by key. A failure goes when a later step for the key succeeds. */
  jobList(queue: string): Promise<readonly JobStanding[]>;
}
