// Hands trials to a few threads, one at a time; a thread that gives no answer in time, or dies, has met a mutant without an end.
import { Worker } from 'node:worker_threads';
import type { Trial } from './coverage.ts';
import type { Outcome } from './worker.ts';

export interface Pool {
  readonly code: string;
  /** How many examinations the program has. */
  readonly count: number;
  readonly threads: number;
  /** Of a thread's own work: a machine that is busy elsewhere makes nothing endless. */
  readonly secondsMax: number;
}

/** How much slower than its own work a thread may be on a busy machine. */
const wallFactor = 60;

/** Tries everything; `next` is asked when a thread is free, so that it can order by what was learned before. */
export async function tryAll(
  pool: Pool,
  next: () => Trial | undefined,
  ended: (trial: Trial, outcome: Outcome) => void,
): Promise<void> {
  await Promise.all(Array.from({ length: pool.threads }, () => lane(pool, next, ended)));
}

async function lane(
  pool: Pool,
  next: () => Trial | undefined,
  ended: (trial: Trial, outcome: Outcome) => void,
): Promise<void> {
  let worker = start(pool);
  for (let trial = next(); trial !== undefined; trial = next()) {
    const outcome = await answerOf(worker, trial, pool);
    if (outcome === null) {
      await worker.terminate();
      worker = start(pool);
    }
    ended(trial, outcome ?? { state: 'endless', by: 'clock' });
  }
  await worker.terminate();
}

function start({ code, count }: Pool): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { code, count },
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  });
}

/** The worker's answer; null where the time is up, or the thread ran out of memory. */
function answerOf(worker: Worker, trial: Trial, { secondsMax, threads }: Pool): Promise<Outcome | null> {
  return new Promise((resolve, reject) => {
    const [begun, worked] = [performance.now(), process.cpuUsage()];
    const timer = setInterval(() => {
      // The processor's time is that of all threads; one that waits for nothing uses none and ends by the wall clock.
      const { user, system } = process.cpuUsage(worked);
      const workedSeconds = (user + system) / 1e6 / threads;
      const wallSeconds = (performance.now() - begun) / 1000;
      if (workedSeconds > secondsMax || wallSeconds > secondsMax * wallFactor) settle(() => resolve(null));
    }, 250);
    const answered = (outcome: Outcome): void => settle(() => resolve(outcome));
    const died = (error: NodeJS.ErrnoException): void =>
      settle(() => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(null) : reject(error)));
    const settle = (end: () => void): void => {
      clearInterval(timer);
      worker.off('message', answered).off('error', died);
      end();
    };
    worker.on('message', answered).on('error', died);
    worker.postMessage(trial);
  });
}
