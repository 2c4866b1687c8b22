// The queue: pg-boss wakes and leases, on either engine; a table of ours remembers what was asked for meanwhile.
import type { JobHandler, JobLimits, JobNext, JobStanding, JobWhen, Jobs } from '@bongsu/core';
import { type Insertable, sql } from 'kysely';
import type { Job, JobWithMetadata, PgBoss } from 'pg-boss';
import { heartbeatLeast, queueStart, type Queue } from './queue.ts';
import { storableText } from './storable.ts';
import { StoreError } from './store-error.ts';
import type { Engine } from './engine.ts';
import type { Database, Tables } from './tables.ts';
import { turnTake } from './turn.ts';

/** From the end of a heartbeat to the next worker: two looks of the supervisor, the first back-off, one poll. */
const takeOverSeconds = 8;
const pollSeconds = 0.5;

interface Payload {
  readonly key: string;
}

/**
 * The jobs of a store. The queue is started by the first use, and stopped by `stop`, which waits for steps in hand.
 * Throws StoreError `invalid-input` where a lease is too short to be kept.
 */
export function jobStore(engine: Engine): { jobs: Jobs; stop(): Promise<void> } {
  let queue: Promise<Queue> | undefined;
  const opened = async (): Promise<Queue> => {
    const starting = (queue ??= queueStart(engine));
    try {
      return await starting;
    } catch (error) {
      // What did not start need not be stopped, and may start the next time.
      queue = undefined;
      throw error;
    }
  };
  const stops: (() => Promise<void>)[] = [];
  return {
    jobs: {
      jobPut: async (name, key, when) => jobPut(engine.db, await opened(), name, key, when ?? {}),
      jobWork: async (name, limits, handler) => {
        const stop = await jobWork(engine.db, await opened(), name, limits, handler);
        stops.push(stop);
        return stop;
      },
      jobList: async (name) => jobList(await opened(), name),
    },
    stop: async () => {
      if (queue === undefined) return;
      await Promise.all(stops.map((stop) => stop()));
      await (await queue).stop();
    },
  };
}

async function jobPut(db: Database, queue: Queue, name: string, key: string, when: JobWhen): Promise<void> {
  const boss = await queue.named(name);
  await db.transaction().execute(async (trx) => {
    await turnTake(trx, `job ${name} ${key}`);
    await put(trx, boss, queue, name, key, when);
  });
}

/** Inside a transaction that has the key's turn. */
async function put(
  trx: Database,
  boss: PgBoss,
  queue: Queue,
  name: string,
  key: string,
  { startAfterSeconds = 0, onlyIdle = false }: JobWhen,
): Promise<void> {
  const db = queue.inside(trx);
  const at = new Date((await nowOf(trx)).getTime() + startAfterSeconds * 1000);
  const sent = await boss.send(name, { key } satisfies Payload, { singletonKey: key, startAfter: at, db });
  if (sent !== null) return;
  const [standing] = (await boss.findJobs<Payload>(name, { key, db })).filter(({ state }) => open.has(state));
  if (standing === undefined) throw new Error(`the queue ${name} takes no job for ${key}, and has none`);
  if (standing.state === 'active') return wakeKeep(trx, { queue: name, key, at, only_idle: onlyIdle });
  if (!onlyIdle && standing.startAfter > at)
    await boss.update(name, undefined, { id: standing.id, startAfter: at, db });
}

/** The database's clock, which all workers share. */
async function nowOf(trx: Database): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(trx);
  const [row] = rows;
  if (row === undefined) throw new Error('the database does not tell the time');
  return row.now;
}

const open: ReadonlySet<string> = new Set(['created', 'retry', 'active']);

/** Of several, the soonest counts; and one that is for a key at work outweighs those that are not. */
async function wakeKeep(trx: Database, wake: Insertable<Tables['job_wake']>): Promise<void> {
  await trx
    .insertInto('job_wake')
    .values(wake)
    .onConflict((conflict) =>
      conflict.columns(['queue', 'key']).doUpdateSet((row) => ({
        at: row.fn<Date>('least', ['job_wake.at', 'excluded.at']),
        only_idle: sql<boolean>`job_wake.only_idle and excluded.only_idle`,
      })),
    )
    .execute();
}

async function jobWork(
  db: Database,
  queue: Queue,
  name: string,
  limits: JobLimits,
  handler: JobHandler,
): Promise<() => Promise<void>> {
  const heartbeatSeconds = Math.floor(limits.leaseSeconds) - takeOverSeconds;
  if (heartbeatSeconds < heartbeatLeast)
    throw new StoreError('invalid-input', `a lease of ${limits.leaseSeconds} s cannot be kept: 20 s or more`);
  const boss = await queue.named(name, heartbeatSeconds);
  const stopping = new AbortController();
  const unheard = queue.hear((words) => limits.told({ key: null, words, tries: 0, triedAgain: true }));
  const step = async ([job]: JobWithMetadata<Payload>[]): Promise<void> => {
    if (job === undefined) return;
    const { key } = job.data;
    try {
      const next = await handler(key, AbortSignal.any([job.signal, stopping.signal]));
      await settle(db, boss, queue, name, job, next);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      limits.told({ key, words, tries: job.retryCount + 1, triedAgain: job.retryCount < job.retryLimit });
      // pg-boss keeps all of an error as jsonb, its cause too, which may hold what jsonb does not take.
      throw storableFault(words);
    }
  };
  const options = { includeMetadata: true, localConcurrency: limits.concurrency, pollingIntervalSeconds: pollSeconds };
  await boss.work<Payload, void, typeof options & { includeMetadata: true }>(
    name,
    { ...options, includeMetadata: true },
    step,
  );
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    stopping.abort(new Error('the worker is to stop'));
    await boss.offWork(name, { wait: true });
    unheard();
  };
  return () => (stopped ??= stop());
}

function storableFault(words: string): Error {
  return new Error(storableText(words));
}

/**
 * Ends a step and asks for the next one in one transaction, so that a key is never between both. Where the lease was
 * lost meanwhile, the job is another worker's, and nothing is done.
 */
async function settle(
  db: Database,
  boss: PgBoss,
  queue: Queue,
  name: string,
  job: Job<Payload>,
  next: JobNext,
): Promise<void> {
  const { key } = job.data;
  await db.transaction().execute(async (trx) => {
    await turnTake(trx, `job ${name} ${key}`);
    const inside = queue.inside(trx);
    // Fenced to this try: pg-boss counts what it ended, which its types keep to themselves.
    const { affected } = (await boss.complete(name, job, undefined, { db: inside })) as { affected?: number };
    if (affected !== 1) return;
    const woken = await trx
      .deleteFrom('job_wake')
      .where('queue', '=', name)
      .where('key', '=', key)
      .returning(['at', 'only_idle'])
      .execute();
    const now = (await nowOf(trx)).getTime();
    const waits = woken
      .filter((wake) => next === 'done' || !wake.only_idle)
      .map(({ at }) => Math.max(0, (at.getTime() - now) / 1000));
    if (next !== 'done') waits.push(Math.max(0, next.againInSeconds));
    if (waits.length > 0) await put(trx, boss, queue, name, key, { startAfterSeconds: Math.min(...waits) });
    const failures = await boss.findJobs(queue.failed(name), { key, db: inside });
    if (failures.length > 0) {
      const ids = failures.map(({ id }) => id);
      await boss.deleteJob(queue.failed(name), ids, { db: inside });
    }
  });
}

async function jobList(queue: Queue, name: string): Promise<JobStanding[]> {
  const boss = await queue.named(name);
  const standing = (await boss.findJobs<Payload>(name)).filter(({ state }) => open.has(state));
  const failed = await boss.findJobs<Payload>(queue.failed(name));
  const list = [
    ...standing.map((job): JobStanding => {
      const running = job.state === 'active';
      const at = running ? job.startedOn : job.startAfter;
      const [state, trouble] = [running ? 'running' : 'waiting', words(job.output)] as const;
      return { key: job.data.key, state, at: at.toISOString(), tries: tries(job), trouble };
    }),
    ...failed.map((job): JobStanding => {
      const sourceTries = (job.sourceRetryCount ?? 0) + 1;
      const at = job.createdOn.toISOString();
      return { key: job.data.key, state: 'failed', at, tries: sourceTries, trouble: words(job.sourceOutput) };
    }),
  ];
  return list.sort((a, b) => (a.key === b.key ? a.at.localeCompare(b.at) : a.key < b.key ? -1 : 1));
}

function tries(job: JobWithMetadata<Payload>): number {
  return job.startedOn === null ? 0 : job.retryCount + 1;
}

/** What pg-boss keeps of a thrown error: its fields, or `value` for its own words. */
function words(output: object | null): string {
  if (output === null) return '';
  const { message, value } = output as { message?: unknown; value?: { message?: unknown } };
  const said = message ?? value?.message ?? '';
  return typeof said === 'string' ? said : '';
}
