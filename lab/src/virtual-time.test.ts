// The driver of virtual time: it moves on when the product only sleeps, and never while something real is going on.
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createActivity } from './endpoint/activity.ts';
import { createVirtualClock } from './endpoint/clock.ts';
import { driveTime } from './virtual-time.ts';

const day = 86_400_000;

function started() {
  const clock = createVirtualClock(Date.UTC(2030, 0, 1));
  const activity = createActivity();
  const time = driveTime({ clock, activity });
  return { clock, activity, time, elapsed: () => clock.now() - Date.UTC(2030, 0, 1) };
}

describe('a product that only sleeps', () => {
  test('finds days gone in no real time, each sleeper at its own moment and the lab at its own', async () => {
    const { clock, time, elapsed } = started();
    const seen: [string, number][] = [];
    clock.at(clock.now() + 2 * day, () => seen.push(['lab', elapsed()]));
    const began = performance.now();
    await Promise.all(
      [3, 1].map(async (days) => {
        await time.clock.sleep(days * day);
        seen.push([`slept ${days}`, elapsed()]);
      }),
    );
    expect(seen).toEqual([
      ['slept 1', day],
      ['lab', 2 * day],
      ['slept 3', 3 * day],
    ]);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  test('sleeps again and again, and may be woken by its signal', async () => {
    const { time, elapsed } = started();
    for (let nap = 0; nap < 5; nap += 1) await time.clock.sleep(1000);
    expect(elapsed()).toBe(5000);
    const stop = new AbortController();
    const long = time.clock.sleep(100 * day, stop.signal);
    stop.abort(new Error('enough'));
    await expect(long).rejects.toThrow('enough');
    await expect(time.clock.sleep(1, AbortSignal.abort(new Error('never')))).rejects.toThrow('never');
    expect(elapsed()).toBeLessThanOrEqual(100 * day);
  });
});

describe('time stands still', () => {
  test('while nobody sleeps', async () => {
    const { clock, elapsed } = started();
    clock.at(clock.now() + 10, () => undefined);
    await delay(60);
    expect(elapsed()).toBe(0);
  });

  test('while a request or a program of the lab goes on, but not for one that waits for the clock', async () => {
    const { clock, activity, time, elapsed } = started();
    const ended = activity.begin();
    const nap = time.clock.sleep(1000);
    await delay(60);
    expect(elapsed()).toBe(0);
    const poll = activity.parked(new Promise<void>((resolve) => clock.at(clock.now() + 500, resolve)));
    await poll;
    expect(elapsed()).toBe(500);
    ended();
    await nap;
    expect(elapsed()).toBe(1000);
  });

  test('during work that is named', async () => {
    const { time, elapsed } = started();
    const nap = time.clock.sleep(1000);
    await time.during(() => delay(60));
    expect(elapsed()).toBe(0);
    await nap;
    expect(elapsed()).toBe(1000);
  });
});
