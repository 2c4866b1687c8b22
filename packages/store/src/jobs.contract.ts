// What every store must do with jobs.
import { setTimeout as sleep } from 'node:timers/promises';
import type { JobNext, JobTrouble } from '@bongsu/core';
import { expect, test } from 'vitest';
import { fresh } from './estate.sample.ts';
import type { Store } from './open.ts';

export function jobsContract(store: () => Store): void {
  const limits = (told: JobTrouble[] = []) => ({
    leaseSeconds: 20,
    concurrency: 3,
    told: (trouble: JobTrouble) => void told.push(trouble),
  });
  const soon = { timeout: 15_000, interval: 50 };

  test('a job is done once, and its key is free again', async () => {
    const [queue, key] = [fresh('queue'), fresh('key')];
    const done: string[] = [];
    await store().jobPut(queue, key);
    expect(await store().jobList(queue)).toMatchObject([{ key, state: 'waiting', tries: 0, trouble: '' }]);
    const stop = await store().jobWork(queue, limits(), async (one): Promise<JobNext> => {
      done.push(one);
      return 'done';
    });
    await expect.poll(() => done, soon).toEqual([key]);
    await expect.poll(() => store().jobList(queue), soon).toEqual([]);
    await store().jobPut(queue, key);
    await expect.poll(() => done, soon).toEqual([key, key]);
    await stop();
    await stop();
  });

  test('a key put many times waits once, and a sooner time brings it forward', async () => {
    const [queue, key] = [fresh('queue'), fresh('key')];
    const done: string[] = [];
    await store().jobPut(queue, key, { startAfterSeconds: 3_600 });
    await Promise.all([1, 2, 3, 4].map((hours) => store().jobPut(queue, key, { startAfterSeconds: hours * 1_800 })));
    const [waiting, ...others] = await store().jobList(queue);
    expect(others).toEqual([]);
    const seconds = (Date.parse(waiting?.at ?? '') - Date.now()) / 1000;
    expect(seconds).toBeGreaterThan(1_700);
    expect(seconds).toBeLessThan(1_900);
    const stop = await store().jobWork(queue, limits(), async (one) => {
      done.push(one);
      return 'done';
    });
    await sleep(1_200);
    expect(done).toEqual([]);
    await store().jobPut(queue, key);
    await expect.poll(() => done, soon).toEqual([key]);
    await stop();
    expect(await store().jobList(queue)).toEqual([]);
  });

  test('a key is never worked on twice at a time, others beside it are, and what is put meanwhile is not lost', async () => {
    const [queue, slow, quick] = [fresh('queue'), fresh('slow'), fresh('quick')];
    const [log, release]: [string[], (() => void)[]] = [[], []];
    const stop = await store().jobWork(queue, limits(), async (key) => {
      log.push(`${key} begins`);
      if (key === slow) await new Promise<void>((resolve) => release.push(resolve));
      log.push(`${key} ends`);
      return 'done';
    });
    await store().jobPut(queue, slow);
    await expect.poll(() => log, soon).toEqual([`${slow} begins`]);
    await Promise.all([store().jobPut(queue, slow), store().jobPut(queue, slow, { startAfterSeconds: 60 })]);
    await store().jobPut(queue, quick);
    await expect.poll(() => log, soon).toEqual([`${slow} begins`, `${quick} begins`, `${quick} ends`]);
    await sleep(1_200);
    expect(release).toHaveLength(1);
    release[0]?.();
    await expect.poll(() => log.slice(3), soon).toEqual([`${slow} ends`, `${slow} begins`]);
    release[1]?.();
    await stop();
    expect(log.slice(5)).toEqual([`${slow} ends`]);
    expect(await store().jobList(queue)).toEqual([]);
  });

  test('an idle key is woken; one that has its own time keeps it', async () => {
    const [queue, idle, timed] = [fresh('queue'), fresh('idle'), fresh('timed')];
    const log: string[] = [];
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const stop = await store().jobWork(queue, limits(), async (key) => {
      log.push(key);
      await held;
      return key === idle ? 'done' : { againInSeconds: 3_600 };
    });
    for (const key of [idle, timed]) await store().jobPut(queue, key, { onlyIdle: true });
    await expect.poll(() => log.length, soon).toBe(2);
    for (const key of [idle, timed]) await store().jobPut(queue, key, { onlyIdle: true });
    release();
    await expect.poll(() => log.filter((key) => key === idle).length, soon).toBe(2);
    await expect
      .poll(async () => (await store().jobList(queue)).map(({ key, state }) => [key, state]), soon)
      .toEqual([[timed, 'waiting']]);
    await store().jobPut(queue, timed, { onlyIdle: true });
    await sleep(1_200);
    expect(log.filter((key) => key === timed)).toHaveLength(1);
    await store().jobPut(queue, timed);
    await expect.poll(() => log.filter((key) => key === timed).length, soon).toBe(2);
    await stop();
  });

  test('a step that says when is worked on again then, until it is done', async () => {
    const [queue, key] = [fresh('queue'), fresh('key')];
    const at: number[] = [];
    const stop = await store().jobWork(queue, limits(), async () => {
      at.push(Date.now());
      return at.length < 3 ? { againInSeconds: 1 } : 'done';
    });
    await store().jobPut(queue, key);
    await expect.poll(() => at.length, soon).toBe(3);
    await stop();
    for (const [index, time] of at.entries()) if (index > 0) expect(time - (at[index - 1] ?? 0)).toBeGreaterThan(900);
    expect(await store().jobList(queue)).toEqual([]);
  });

  test('a step that throws is told and tried again; one that goes well takes its trouble away', async () => {
    const [queue, key] = [fresh('queue'), fresh('key')];
    const told: JobTrouble[] = [];
    const stop = await store().jobWork(queue, limits(told), async () => {
      if (told.length < 2) throw new Error('이 계정은\0 지금 안 됨');
      return 'done';
    });
    await store().jobPut(queue, key);
    await expect.poll(() => told.length, soon).toBe(1);
    await expect
      .poll(() => store().jobList(queue), soon)
      .toMatchObject([{ key, state: 'waiting', tries: 1, trouble: '이 계정은␀ 지금 안 됨' }]);
    await expect.poll(() => store().jobList(queue), soon).toEqual([]);
    await stop();
    expect(told.map(({ tries, triedAgain }) => [tries, triedAgain])).toEqual([
      [1, true],
      [2, true],
    ]);
  });

  test('to stop is to wait for the steps in hand, which are told', async () => {
    const [queue, key] = [fresh('queue'), fresh('key')];
    const log: string[] = [];
    const stop = await store().jobWork(queue, limits(), async (_key, signal) => {
      log.push('begins');
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      await sleep(300);
      log.push('ends');
      return { againInSeconds: 0 };
    });
    await store().jobPut(queue, key);
    await expect.poll(() => log, soon).toEqual(['begins']);
    await stop();
    expect(log).toEqual(['begins', 'ends']);
    expect(await store().jobList(queue)).toMatchObject([{ key, state: 'waiting' }]);
  });

  test('a lease that cannot be kept is refused', async () => {
    const short = store().jobWork(fresh('queue'), { ...limits(), leaseSeconds: 5 }, async () => 'done');
    await expect(short).rejects.toMatchObject({ code: 'invalid-input' });
  });
}
