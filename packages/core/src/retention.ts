// How long evidence is kept, what may then be taken away, and the record of what was.
import type { Instant } from './language.ts';

/** Evidence whose retention has ended. */
export interface PastEvidence {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly keptUntil: Instant;
  /**
   * Why it stays all the same: its campaign has not ended, the record of one is not signed yet, or it is the newest of a host of which an
   * answer still counts; null where nothing keeps it.
   */
  readonly heldBy: 'open-campaign' | 'unsigned-record' | 'answer' | null;
}

export interface RemovedEvidence {
  readonly removedAt: Instant;
  readonly by: string;
  readonly keptUntil: Instant;
}

export interface RetentionStore {
  /** What has a date that has come, oldest first. What was kept without a date has none, and stays. */
  evidencePast(at: Instant): Promise<readonly PastEvidence[]>;
  /** Takes the bytes away and writes down that, when and by whom; null where that is done, else why it is not. */
  evidenceRemove(sha256: string, at: Instant, by: string): Promise<string | null>;
  /** null: it was not removed by us. */
  evidenceRemoved(sha256: string): Promise<RemovedEvidence | null>;
  /** What is there. */
  evidenceSum(): Promise<{ readonly archives: number; readonly bytes: number }>;
}
