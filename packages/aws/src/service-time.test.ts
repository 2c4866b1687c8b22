// Times of AWS and ours are held against each other although the two clocks differ; what a whole second hides is no difference.
import type { Clock } from '@bongsu/core';
import { describe, expect, test } from 'vitest';
import { serviceTime } from './service-time.ts';

const noon = Date.parse('2026-01-02T12:00:00.000Z');

/** Hears one answer for each of these differences, in milliseconds; ours goes on by `tick` while each is under way. */
async function heard(differences: readonly number[], tick = 20) {
  let now = noon;
  const clock: Clock = { now: () => new Date(now), sleep: async () => undefined };
  const time = serviceTime(clock);
  type Next = (args: object) => Promise<object>;
  let listen: ((next: Next) => Next) | undefined;
  time.watch({ middlewareStack: { add: (middleware: (next: Next) => Next) => (listen = middleware) } });
  for (const difference of differences) {
    await listen?.(async () => {
      const date = new Date(now + difference).toUTCString();
      now += tick;
      return { response: { headers: { date } } };
    })({});
    now += 1_000;
  }
  return time;
}

const off = (time: Awaited<ReturnType<typeof heard>>) => [
  noon - Date.parse(time.ours(new Date(noon))),
  time.theirs(new Date(noon)).getTime() - noon,
];

describe('the difference of two clocks', () => {
  test.each([[[]], [[0]], [[400, -300, 900]]])('is none where answers show none: %j', async (differences) => {
    expect(off(await heard(differences))).toEqual([0, 0]);
  });

  test.each([20_000, -20_000, 299_000, -299_000, 3_600_000])(
    'of %i ms is learnt, and never overdone',
    async (difference) => {
      const [ours = 0, theirs = 0] = off(await heard([difference]));
      expect(ours).toBeGreaterThanOrEqual(difference);
      expect(ours).toBeLessThan(difference + 1_100);
      expect(theirs).toBeLessThanOrEqual(difference);
      expect(theirs).toBeGreaterThan(difference - 1_100);
    },
  );

  test('is learnt anew where a clock has been set', async () => {
    const [ours = 0] = off(await heard([60_000, 60_000, -60_000]));
    expect(Math.abs(ours + 60_000)).toBeLessThan(1_100);
    expect(off(await heard([60_000, 0]))).toEqual([0, 0]);
  });

  test('is not guessed from an answer without a date, or one that took long', async () => {
    const time = await heard([20_000], 30_000);
    expect(off(time)).toEqual([0, 0]);
  });
});
