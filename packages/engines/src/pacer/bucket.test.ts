// When calls may begin: moments one after the other, for whoever asks; people before campaigns.
import { expect, it } from 'vitest';
import { aheadMilliseconds, bucketFirst, bucketTake, rateFirst, reserve } from './bucket.ts';

const at = (rate: number) => ({ ...bucketFirst(0), rate });

it('gives moments an interval apart, and to the next who asks those that follow', () => {
  const first = bucketTake(at(20), 3, 0);
  expect(first.starts).toEqual([0, 50, 100]);
  const second = bucketTake(first.bucket, 10, 0);
  expect(second.starts).toEqual([150, 200]);
  expect(second.waitMilliseconds).toBe(aheadMilliseconds);
  expect([first.bucket.spare, second.bucket.spare]).toEqual([true, false]);
});

it('is left as it is where nothing is wanted or may be begun, but that moments pass unused', () => {
  const { bucket } = bucketTake(at(20), 10, 0);
  expect(bucketTake(bucket, 0, 100).bucket).toEqual(bucket);
  expect(bucketTake(bucket, 0, 5_000).bucket).toEqual({ ...bucket, spare: true });
});

it('saves nothing up', () => expect(bucketTake(at(20), 10, 60_000).starts).toHaveLength(5));

it('gives more at a time to senders that come late, and keeps the rate', () => {
  let bucket = at(20);
  let given = 0;
  for (let now = 0; now < 60_000; now += 900) {
    const grant = bucketTake(bucket, 100, now);
    [bucket, given] = [grant.bucket, given + grant.starts.length];
  }
  expect(given / 60).toBeGreaterThan(0.95 * 20);
  expect(given / 60).toBeLessThanOrEqual(20);
});

it('says when to come again', () => {
  const { bucket, waitMilliseconds } = bucketTake(at(2), 5, 0);
  expect(bucketTake(bucket, 1, waitMilliseconds - aheadMilliseconds).starts).toEqual([]);
  expect(bucketTake(bucket, 1, waitMilliseconds).starts).toEqual([0]);
});

it('keeps a reserve for interactive calls while a campaign takes all it can', () => {
  const taken = bucketTake(at(2), 10, 0).bucket;
  expect(bucketTake(taken, 1, 0).starts).toEqual([]);
  const asked = bucketTake(taken, 10, 0, 'interactive');
  expect(asked.starts).toEqual(Array.from({ length: reserve }, () => 0));
  expect(bucketTake(asked.bucket, 1, 0).waitMilliseconds).toBe((reserve + 1) * 500);
});

it('begins at what was learnt yesterday, and near the first rate again after many months', () => {
  const day = 86_400_000;
  const rate = (days: number): number => bucketTake(at(40), 1, days * day).bucket.rate;
  expect(rate(1)).toBeGreaterThan(37);
  expect(rate(30)).toBeCloseTo(Math.sqrt(40 * rateFirst));
  expect(rate(365)).toBeCloseTo(rateFirst, 2);
});
