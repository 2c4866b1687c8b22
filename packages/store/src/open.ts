// Opens a store: its lock, its database and its files, put together from one part for each noun.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type {
  AnswerStore,
  CampaignStore,
  DeliveryStore,
  EvidenceStore,
  FindingStore,
  PacerStore,
  RecordStore,
  ScheduleStore,
  SnapshotStore,
  VerdictStore,
} from '@bongsu/core';
import { sql } from 'kysely';
import { answerStore } from './answer.ts';
import { campaignStore } from './campaign.ts';
import { databaseOpen } from './database.ts';
import { deliveryStore } from './delivery.ts';
import { evidenceStore } from './evidence.ts';
import { folderClose, folderMake } from './file.ts';
import { findingStore } from './finding.ts';
import { lockTake } from './lock.ts';
import { paceStore } from './pace.ts';
import { recordStore } from './run-record.ts';
import { scheduleStore } from './schedule.ts';
import { snapshotStore } from './snapshot.ts';
import type { Database } from './tables.ts';
import { verdictStore } from './verdict.ts';

export interface Store
  extends SnapshotStore,
    CampaignStore,
    EvidenceStore,
    VerdictStore,
    FindingStore,
    AnswerStore,
    PacerStore,
    RecordStore,
    DeliveryStore,
    ScheduleStore {
  /** Waits for the work in hand, closes the database and lets the next process in. Again: does nothing. */
  close(): Promise<void>;
}

/**
 * Opens the store in a folder, which is made (mode 0700) where it is missing, or one in memory whose evidence lives
 * in a temporary folder until `close`. The first opening of a folder takes some seconds, later ones less than one.
 * Throws StoreError `locked`, `newer-schema` or `unreadable`.
 */
export async function storeOpen(place: { readonly directory: string | 'memory' }): Promise<Store> {
  return place.directory === 'memory' ? memoryOpen() : directoryOpen(resolve(place.directory));
}

async function memoryOpen(): Promise<Store> {
  const files = await mkdtemp(join(tmpdir(), 'bongsu-'));
  const release = (): Promise<void> => rm(files, { recursive: true, force: true });
  return opened(() => databaseOpen(null), files, release);
}

async function directoryOpen(directory: string): Promise<Store> {
  await folderMake(directory);
  const lock = await lockTake(directory);
  return opened(
    () => databaseOpen(directory),
    directory,
    async () => {
      try {
        await folderClose(join(directory, 'database'));
      } finally {
        await lock.release();
      }
    },
  );
}

/** Whatever fails, what was taken before is given back. */
async function opened(start: () => Promise<Database>, files: string, release: () => Promise<void>): Promise<Store> {
  let db: Database;
  try {
    // Files that a killed process had not finished; nobody else is here.
    await rm(join(files, 'partial'), { recursive: true, force: true });
    db = await start();
  } catch (error) {
    await release();
    throw error;
  }
  let closed: Promise<void> | undefined;
  return {
    ...snapshotStore(db),
    ...campaignStore(db),
    ...evidenceStore(db, files),
    ...verdictStore(db),
    ...findingStore(db),
    ...answerStore(db),
    ...paceStore(db),
    ...recordStore(db),
    ...deliveryStore(db),
    ...scheduleStore(db),
    close: () => (closed ??= closeAll(db, release)),
  };
}

async function closeAll(db: Database, release: () => Promise<void>): Promise<void> {
  try {
    // Takes its turn behind every statement already asked for.
    await sql`select 1`.execute(db);
    await db.destroy();
  } finally {
    await release();
  }
}
