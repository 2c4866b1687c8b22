// Starts pg-boss on the store's own connection, and makes its queues as this house uses them.
import type { Db, PgBoss, QueueOptions } from 'pg-boss';
import { sqlState } from './constraint.ts';
import { type Engine, hasAutovacuum } from './engine.ts';
import { StoreError } from './store-error.ts';
import type { Database } from './tables.ts';

export interface Queue {
  /** pg-boss, where the queue of this name is there; a heartbeat given here holds for all its workers. */
  named(name: string, heartbeatSeconds?: number): Promise<PgBoss>;
  /** The name of the queue that keeps what failed for good. */
  failed(name: string): string;
  /** For pg-boss's calls that are part of a transaction of ours. */
  inside(trx: Database): Db;
  /** Tells of trouble that belongs to no job; the function it gives ends that. */
  hear(ear: (words: string) => void): () => void;
  stop(): Promise<void>;
}

/** Of its own, because another program may have a pg-boss in the same database. */
const schema = 'bongsu_jobs';

/** Nine tries over a quarter of an hour (1, 2, 4 … 256 s, and up to as much again), then it is shown as failed. */
const retries = { retryLimit: 9, retryDelay: 1, retryBackoff: true, retryDelayMax: 300 };
/** A step is short; this bounds one that hangs with its worker alive (pg-boss allows less than a day). */
const stepSeconds = 6 * 3600;
const day = 24 * 3600;
/** pg-boss takes none below 10 s, and a busy process misses one of its refreshes. */
export const heartbeatLeast = 12;

export async function queueStart(engine: Engine): Promise<Queue> {
  const { PgBoss, fromKysely } = await import('pg-boss');
  const server = hasAutovacuum(engine.db);
  const boss = new PgBoss({
    db: { executeSql: (text, values) => engine.run(text, values) },
    backend: server ? 'postgres' : 'pglite',
    schema,
    // Plans by the hour are ours (a campaign's schedule), and a poller of every second is not needed for them.
    schedule: false,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
    maintenanceIntervalSeconds: 600,
    // Tables of some hundred rows; and PGlite has nobody to rebuild beside its one connection.
    reindex: false,
    monitorVacuum: false,
  });
  const ears = new Set<(words: string) => void>();
  boss.on('error', (fault) => ears.forEach((ear) => ear(fault.message)));
  try {
    await boss.start();
  } catch (error) {
    throw await startFault(engine, error);
  }
  const made = new Map<string, Promise<void>>();
  const failed = (name: string): string => `${name}.failed`;
  return {
    failed,
    inside: (trx) => fromKysely(trx),
    hear: (ear) => {
      ears.add(ear);
      return () => void ears.delete(ear);
    },
    named: async (name, heartbeatSeconds) => {
      let making = made.get(name);
      if (making === undefined) made.set(name, (making = queueMake(boss, name, failed(name))));
      try {
        await making;
      } catch (error) {
        // The next one may find the server there.
        made.delete(name);
        throw error;
      }
      if (heartbeatSeconds !== undefined) {
        await boss.updateQueue(name, { heartbeatSeconds });
        await queueRemember(boss, name);
      }
      return boss;
    },
    stop: async () => {
      await boss.stop({ graceful: true, close: false });
    },
  };
}

/** SQLSTATE 42501 (insufficient_privilege) with what to grant; anything else as it is. */
async function startFault(engine: Engine, error: unknown): Promise<unknown> {
  if (sqlState(error) !== '42501' || !(error instanceof Error)) return error;
  const { rows } = await engine.run('select current_database() as place, current_user::text as whose');
  const { place, whose } = rows[0] ?? {};
  return new StoreError(
    'forbidden',
    `the tables of the queue cannot be made or used: ${error.message}; as the owner of the database run: ` +
      `grant create on database "${String(place)}" to "${String(whose)}", or where the schema ${schema} is there: ` +
      `grant all on schema ${schema} to "${String(whose)}"; grant all on all tables in schema ${schema} to "${String(whose)}"`,
    error,
  );
}

/** `exclusive`: a key is at most once waiting or running, so that no key stands in another's way when jobs are taken. */
async function queueMake(boss: PgBoss, name: string, failed: string): Promise<void> {
  const kept = { retentionSeconds: 30 * day, deleteAfterSeconds: 30 * day };
  await boss.createQueue(failed, { policy: 'standard', ...kept });
  const options: QueueOptions = {
    ...retries,
    expireInSeconds: stepSeconds,
    retentionSeconds: 365 * day,
    // A step leaves a row behind; a campaign has thousands.
    deleteAfterSeconds: 300,
    // A job takes the heartbeat that its queue has when it is put, be it before the first worker: else nobody would miss its worker.
    heartbeatSeconds: heartbeatLeast,
  };
  await boss.createQueue(name, { policy: 'exclusive', deadLetter: failed, ...options });
  for (const one of [name, failed]) await queueRemember(boss, one);
}

/** pg-boss forgets a queue that was made or changed, and reads it again when it is used: inside a transaction PGlite's only connection is taken. */
async function queueRemember(boss: PgBoss, name: string): Promise<void> {
  await boss.findJobs(name, { key: '' });
}
