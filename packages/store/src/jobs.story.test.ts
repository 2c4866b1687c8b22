// Jobs on both engines, and what becomes of them when a worker is killed or frozen.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DatabaseServer, databasePrograms, databaseServerStart } from '@bongsu/lab';
import type { JobTrouble } from '@bongsu/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Child, childStart } from './child.sample.ts';
import { fresh } from './estate.sample.ts';
import { jobsContract } from './jobs.contract.ts';
import { type Store, storeOpen } from './open.ts';

const noServer = databasePrograms() === null;
if (noServer) process.stderr.write('SKIPPED: no PostgreSQL server is installed (Debian: apt-get install postgresql)\n');

const leaseSeconds = 20;
/** A machine that is busy with other tests is slow, not wrong. */
const graceSeconds = 10;

let server: DatabaseServer | undefined;
beforeAll(async () => {
  if (!noServer) server = await databaseServerStart();
});
afterAll(() => server?.stop());
const address = (): string => {
  if (server === undefined) throw new Error('there is no server');
  return server.database();
};

for (const { engine, skip, place } of [
  { engine: 'PGlite', skip: false, place: () => ({ directory: 'memory' }) },
  { engine: 'PostgreSQL', skip: noServer, place: () => ({ directory: 'memory', databaseUrl: address() }) },
])
  describe.skipIf(skip)(`jobs on ${engine}`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await storeOpen(place());
    }, 60_000);
    afterAll(() => store.close());
    jobsContract(() => store);
  });

const takenWithin = async (since: number, child: Child, key: string): Promise<void> => {
  await child.line(`takes ${key}`);
  expect((performance.now() - since) / 1000).toBeLessThan(leaseSeconds + graceSeconds);
};

describe.skipIf(noServer)('workers on one server', () => {
  test('kill -9 of a worker: another process has its job within the lease', async () => {
    const [databaseUrl, queue] = [address(), fresh('queue')];
    const first = childStart('jobs.child.ts', 'memory', queue, 'hang', databaseUrl);
    await first.line('works');
    const store = await storeOpen({ directory: 'memory', databaseUrl });
    await store.jobPut(queue, 'one');
    await first.line('takes one');
    const second = childStart('jobs.child.ts', 'memory', queue, 'done', databaseUrl);
    await second.line('works');
    await store.jobPut(queue, 'two');
    await second.line('takes two');
    // It lives, and so it keeps its job for longer than a lease.
    await sleep((leaseSeconds + 5) * 1000);
    expect(second.lines).not.toContain('takes one');
    const killed = performance.now();
    await first.kill();
    await takenWithin(killed, second, 'one');
    await expect.poll(() => store.jobList(queue), { timeout: 10_000 }).toEqual([]);
    second.tell('stop');
    await second.line('stopped');
    await second.ended();
    await store.close();
  });

  test('a frozen worker loses its job, is told, and takes nothing from the one that has it', async () => {
    const [databaseUrl, queue] = [address(), fresh('queue')];
    const frozen = childStart('jobs.child.ts', 'memory', queue, 'hang', databaseUrl);
    await frozen.line('works');
    const store = await storeOpen({ directory: 'memory', databaseUrl });
    await store.jobPut(queue, 'one');
    await frozen.line('takes one');
    process.kill(frozen.pid, 'SIGSTOP');
    const since = performance.now();
    const second = childStart('jobs.child.ts', 'memory', queue, 'hang', databaseUrl);
    await takenWithin(since, second, 'one');
    process.kill(frozen.pid, 'SIGCONT');
    await frozen.line('loses one');
    await sleep(2_000);
    expect(await store.jobList(queue)).toMatchObject([{ key: 'one', state: 'running' }]);
    expect(second.lines).toEqual(['works', 'takes one']);
    await Promise.all([frozen.kill(), second.kill()]);
    await store.close();
  });

  test('a hundred keys put by many at once are each taken once by three workers', async () => {
    const [databaseUrl, queue] = [address(), fresh('queue')];
    const workers = [1, 2, 3].map(() => childStart('jobs.child.ts', 'memory', queue, 'done', databaseUrl));
    const store = await storeOpen({ directory: 'memory', databaseUrl });
    const keys = Array.from({ length: 100 }, (_, index) => `key-${index}`);
    await Promise.all(keys.map((key) => store.jobPut(queue, key)));
    const taken = (): string[] => workers.flatMap(({ lines }) => lines.filter((line) => line.startsWith('takes ')));
    await expect.poll(() => taken().length, { timeout: 120_000 }).toBe(100);
    expect(new Set(taken()).size).toBe(100);
    await expect.poll(() => store.jobList(queue), { timeout: 10_000 }).toEqual([]);
    for (const worker of workers) worker.tell('stop');
    await Promise.all(workers.map((worker) => worker.ended()));
    expect(workers.flatMap(({ lines }) => lines.filter((line) => line.startsWith('trouble')))).toEqual([]);
    await store.close();
  });

  test('a server that ends and comes back finds its workers there', async () => {
    const [databaseUrl, queue] = [address(), fresh('queue')];
    const store = await storeOpen({ directory: 'memory', databaseUrl });
    const told: JobTrouble[] = [];
    const done: string[] = [];
    const limits = { leaseSeconds, concurrency: 2, told: (trouble: JobTrouble) => void told.push(trouble) };
    await store.jobWork(queue, limits, async (key) => {
      done.push(key);
      return 'done';
    });
    await store.jobPut(queue, 'before');
    await expect.poll(() => done, { timeout: 20_000 }).toEqual(['before']);
    await server?.crash();
    const put = (): Promise<string> =>
      store.jobPut(queue, 'after').then(
        () => 'put',
        (fault: unknown) => String(fault),
      );
    await expect.poll(put, { timeout: 20_000 }).toBe('put');
    await expect.poll(() => done, { timeout: 30_000 }).toContain('after');
    expect(told.every(({ key, words }) => key !== null || words !== '')).toBe(true);
    await store.close();
  });

  test('after the last try a job is shown as failed until a step for its key goes well', async () => {
    const [databaseUrl, queue] = [address(), fresh('queue')];
    const store = await storeOpen({ directory: 'memory', databaseUrl });
    const told: JobTrouble[] = [];
    const limits = { leaseSeconds, concurrency: 1, told: (trouble: JobTrouble) => void told.push(trouble) };
    let works = false;
    await store.jobPut(queue, 'one');
    server?.run(databaseUrl, `update bongsu_jobs.job set retry_limit = 1 where name = '${queue}'`);
    await store.jobWork(queue, limits, async () => {
      if (!works) throw new Error('AccessDenied');
      return 'done';
    });
    const failed = { key: 'one', state: 'failed', tries: 2, trouble: 'AccessDenied' };
    await expect.poll(() => store.jobList(queue), { timeout: 20_000 }).toMatchObject([failed]);
    expect(told).toMatchObject([{ triedAgain: true }, { key: 'one', tries: 2, triedAgain: false }]);
    works = true;
    await store.jobPut(queue, 'one');
    await expect.poll(() => store.jobList(queue), { timeout: 20_000 }).toEqual([]);
    await store.close();
  });

  test('a queue whose tables may not be made says what to grant', async () => {
    const url = address();
    await (await storeOpen({ directory: 'memory', databaseUrl: url })).close();
    server?.run(url, `create role worker login; grant usage on schema public to worker`);
    server?.run(url, 'grant select, insert, update, delete on all tables in schema public to worker');
    const databaseUrl = url.replace('//bongsu@', '//worker@');
    const store = await storeOpen({ directory: 'memory', databaseUrl });
    const refused = store.jobPut('queue', 'one');
    await expect(refused).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('grant create'),
    });
    await store.close();
  });
});

test('kill -9 of the only worker of a folder: the next one has its job within the lease', async () => {
  expect.assertions(1);
  const directory = mkdtempSync(join(tmpdir(), 'bongsu-jobs-'));
  const store = await storeOpen({ directory });
  await store.jobPut('queue', 'one');
  await store.close();
  const first = childStart('jobs.child.ts', directory, 'queue', 'hang');
  await first.line('takes one');
  const refused = childStart('lock.child.ts', directory);
  await refused.line('locked');
  const killed = performance.now();
  await first.kill();
  const second = childStart('jobs.child.ts', directory, 'queue', 'done');
  await takenWithin(killed, second, 'one');
  second.tell('stop');
  await second.line('stopped');
  rmSync(directory, { recursive: true });
});
