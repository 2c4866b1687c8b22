// Opens a store: its lock, its database and its files, put together from one part for each noun.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type {
  AnswerStore,
  AssociationStore,
  CampaignStore,
  CarriedStore,
  DeliveryStore,
  EventStore,
  EvidenceStore,
  FindingStore,
  Jobs,
  PacerStore,
  RecordStore,
  RetentionStore,
  ScheduleStore,
  SnapshotStore,
  Vault,
  VerdictStore,
} from '@bongsu/core';
import { answerStore } from './answer.ts';
import { associationStore } from './association.ts';
import { campaignStore } from './campaign.ts';
import { carriedStore } from './carried.ts';
import { type ClockStore, clockStore } from './clock.ts';
import { databaseOpen } from './database.ts';
import { deliveryStore } from './delivery.ts';
import { type Engine, hasAutovacuum } from './engine.ts';
import { evidenceStore } from './evidence.ts';
import { folderClose, folderMake } from './file.ts';
import { findingStore } from './finding.ts';
import { eventStore } from './instance-event.ts';
import { jobStore } from './jobs.ts';
import { lockTake } from './lock.ts';
import { postgresqlOpen } from './postgresql.ts';
import { paceStore } from './pace.ts';
import { retentionStore } from './retention.ts';
import { recordStore } from './run-record.ts';
import { scheduleStore } from './schedule.ts';
import { snapshotStore } from './snapshot.ts';
import { folderVault } from './vault.ts';
import { verdictStore } from './verdict.ts';

export interface Store
  extends SnapshotStore,
    CampaignStore,
    CarriedStore,
    EvidenceStore,
    VerdictStore,
    FindingStore,
    AnswerStore,
    AssociationStore,
    PacerStore,
    RecordStore,
    RetentionStore,
    DeliveryStore,
    ScheduleStore,
    EventStore,
    ClockStore,
    Jobs {
  /** True where other processes may be at work in it too. */
  readonly shared: boolean;
  /** Waits for the work in hand, closes the database and lets the next process in. Again: does nothing. */
  close(): Promise<void>;
}

export interface StorePlace {
  /** Folder of the database and of the evidence; `memory`: a database in memory, evidence in a temporary folder until `close`. */
  readonly directory: string | 'memory';
  /** Address of a PostgreSQL server (15 or newer), which many processes may share; absent: PGlite, in this process alone. */
  readonly databaseUrl?: string;
  /** Where evidence lies, and many machines may reach it; absent: files in the folder. */
  readonly vault?: Vault;
  /** How long evidence that is kept from now on must not be removed; absent: for ever. */
  readonly retentionDays?: number;
}

/**
 * Opens the store. A folder is made (mode 0700) where it is missing; its first opening takes some seconds, later ones
 * less than one. Throws StoreError `locked`, `newer-schema` or `unreadable`; of a server `invalid-input`,
 * `unreachable`, `unfit`, `forbidden` or `newer-schema`.
 */
export async function storeOpen({ directory, databaseUrl, vault, retentionDays }: StorePlace): Promise<Store> {
  const keeping: Keeping = (folder) => ({ vault: vault ?? folderVault(folder), retentionDays });
  if (databaseUrl !== undefined) return serverOpen(directory, databaseUrl, keeping);
  return directory === 'memory' ? memoryOpen(keeping) : directoryOpen(resolve(directory), keeping);
}

/** Where evidence lies, given the folder that is its place where no other is, and how long it is kept. */
type Keeping = (folder: string) => { readonly vault: Vault; readonly retentionDays: number | undefined };

async function memoryOpen(keeping: Keeping): Promise<Store> {
  const files = await temporaryFolder();
  return opened(() => databaseOpen(null), keeping(files.path), files.remove);
}

/** Without a lock: the server keeps its processes apart, and evidence is only ever added under its own hash. */
async function serverOpen(directory: string, databaseUrl: string, keeping: Keeping): Promise<Store> {
  if (directory === 'memory') {
    const files = await temporaryFolder();
    return opened(() => postgresqlOpen(databaseUrl), keeping(files.path), files.remove);
  }
  return opened(
    () => postgresqlOpen(databaseUrl),
    keeping(resolve(directory)),
    async () => {},
  );
}

async function directoryOpen(directory: string, keeping: Keeping): Promise<Store> {
  await folderMake(directory);
  const lock = await lockTake(directory);
  const start = async (): Promise<Engine> => {
    // Files that a killed process had not finished; nobody else is here.
    await rm(join(directory, 'partial'), { recursive: true, force: true });
    return databaseOpen(directory);
  };
  return opened(start, keeping(directory), async () => {
    try {
      await folderClose(join(directory, 'database'));
    } finally {
      await lock.release();
    }
  });
}

async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'bongsu-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Whatever fails, what was taken before is given back. */
async function opened(
  start: () => Promise<Engine>,
  { vault, retentionDays }: ReturnType<Keeping>,
  release: () => Promise<void>,
): Promise<Store> {
  let engine: Engine;
  try {
    engine = await start();
  } catch (error) {
    await release();
    throw error;
  }
  const { db } = engine;
  const { jobs, stop } = jobStore(engine);
  let closed: Promise<void> | undefined;
  return {
    ...snapshotStore(db),
    ...campaignStore(db),
    ...carriedStore(db),
    ...evidenceStore(db, vault, retentionDays),
    ...retentionStore(db, vault),
    ...verdictStore(db),
    ...findingStore(db),
    ...answerStore(db),
    ...associationStore(db),
    ...jobs,
    ...paceStore(db),
    ...recordStore(db),
    ...deliveryStore(db),
    ...scheduleStore(db),
    ...eventStore(db),
    ...clockStore(db),
    shared: hasAutovacuum(db),
    close: () => (closed ??= closeAll(engine, stop, release)),
  };
}

async function closeAll(engine: Engine, stop: () => Promise<void>, release: () => Promise<void>): Promise<void> {
  try {
    await stop();
    await engine.drain();
  } finally {
    try {
      await engine.db.destroy();
    } finally {
      await release();
    }
  }
}
