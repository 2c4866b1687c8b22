// Leave to send as a sending step has it: shared between workers, given back after a throttle, and first for those who wait for few hosts.
import type { Bucket, PacerStore, Place } from '@bongsu/core';
import { beforeEach, expect, it } from 'vitest';
import { type Leave, openPace, type Paced } from './pace.ts';

const [a, b]: readonly Place[] = ['a', 'b'].map((accountId) => ({ accountId, region: 'r' }));
let rows: Map<string, Bucket>;
let now: number;
const pacer: PacerStore = {
  bucketChange: async (keys, change) => {
    const { buckets, result } = change(keys.map(({ accountId }) => rows.get(accountId)));
    keys.forEach(({ accountId }, index) => buckets[index] && rows.set(accountId, buckets[index]));
    return result;
  },
  breakerList: async () => [],
  breakerChange: async (_, change) => change([]).result,
};
const clock = { now: () => new Date(now), sleep: async () => {} };
const worker = (concurrency = 10): Paced => openPace(concurrency, { pacer, clock });
const leavesOf = async (pace: Paced, place: Place | undefined, want: number, who?: 'interactive'): Promise<Leave[]> => {
  const { grants } = await pace.take(place ? [{ place, want }] : [], who);
  return grants.flatMap(({ leaves }) => [...leaves]);
};
const fast = async (place: Place | undefined): Promise<void> => {
  await leavesOf(worker(), place, 0);
  for (const [name, bucket] of rows) rows.set(name, { ...bucket, rate: 20 });
};

beforeEach(() => {
  [rows, now] = [new Map(), 0];
});

it('gives two workers the moments of one rate, and another account its own', async () => {
  await fast(a);
  const starts = async (pace: Paced, place: Place | undefined, want: number) =>
    (await leavesOf(pace, place, want)).map((leave) => leave.startMilliseconds);
  const [one, other] = [worker(), worker()];
  expect(await starts(one, a, 3)).toEqual([0, 50, 100]);
  expect(await starts(other, a, 10)).toEqual([150, 200]);
  expect(await starts(other, b, 1)).toEqual([0]);
});

it('begins no call with a leave that was given before a throttle, and leaves its moment to another', async () => {
  await fast(a);
  const pace = worker();
  const leaves = await leavesOf(pace, a, 4);
  const [first, second] = leaves.map((leave) => (now < 100 ? ((now += 50), pace.begin(leave)) : null));
  second?.('throttled');
  first?.('taken');
  expect(leaves.slice(2).map((leave) => pace.begin(leave))).toEqual([null, null]);
  await pace.take([]);
  expect(rows.get('a')).toMatchObject({ era: 1, search: { calls: 1 } });
  expect(rows.get('a')?.rate).toBeCloseTo(10, 0);
});

it('has no more under way in a place than it may, and counts what found no call as not made', async () => {
  await fast(a);
  const pace = worker(2);
  const [first, second] = await leavesOf(pace, a, 10);
  if (first) pace.begin(first);
  if (second) pace.giveBack(second);
  now = 250;
  expect(await leavesOf(pace, a, 10)).toHaveLength(1);
  expect(rows.get('a')?.latest.calls).toBe(2);
});

it('begins more between two looks where answers come fast, and still no more at a time', async () => {
  await fast(a);
  for (const [name, bucket] of rows) rows.set(name, { ...bucket, rate: 200 });
  const pace = worker(4);
  const leaves = async (): Promise<Leave[]> => leavesOf(pace, a, 100);
  expect(await leaves()).toHaveLength(4);
  for (let look = 0; look < 60; look += 1) {
    now += 250;
    for (const leave of await leaves()) pace.begin(leave)?.('taken');
  }
  now += 250;
  const many = await leaves();
  expect(many.length).toBeGreaterThan(12);
  expect(many.filter((leave) => pace.begin(leave) !== null)).toHaveLength(4);
});

it('lets those who wait for few hosts go ahead of a campaign', async () => {
  const campaign = worker();
  expect(await leavesOf(campaign, a, 10)).toHaveLength(1);
  expect(await leavesOf(campaign, a, 10)).toHaveLength(0);
  expect((await leavesOf(worker(), a, 1, 'interactive')).map((leave) => leave.startMilliseconds)).toEqual([0]);
});
