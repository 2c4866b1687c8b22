// The pacer against hidden buckets of many sizes: how near it comes to the true rate, how soon, and at what price in throttles.
import { describe, expect, it } from 'vitest';
import { bucketFirst, bucketTake } from './bucket.ts';
import { bucketLearn, type Called } from './bucket-learn.ts';
import { drawn, rehearse, type Rehearsed, takenIn, throttles } from './rehearsal-fixture.ts';

const share = (one: Rehearsed): number => throttles(one) / one.calls.length;
const cases = [
  { burst: 5, perSecond: 1 },
  { burst: 2, perSecond: 2 },
  { burst: 10, perSecond: 3 },
  { burst: 50, perSecond: 5 },
  { burst: 5, perSecond: 10 },
  { burst: 40, perSecond: 20 },
  { burst: 100, perSecond: 50 },
];

describe.each(cases)('a bucket of $burst that refills $perSecond a second is used', (hidden) => {
  it.each([1, 3])(
    'by %i workers: to 85 hundredths after a minute, more later, and at most two hundredths are throttled',
    (workers) => {
      const one = rehearse(hidden, { workers, seconds: 360 });
      expect(takenIn(one, 60, 120)).toBeGreaterThanOrEqual(0.85 * hidden.perSecond);
      expect(takenIn(one, 120, 360)).toBeGreaterThanOrEqual(0.93 * hidden.perSecond);
      expect(share(one)).toBeLessThanOrEqual(0.02);
    },
  );
});

/** What docs/workers.md shows is of the larger number. */
const drawnCampaigns = process.env['BONGSU_NIGHTLY'] ? 600 : 60;

/** Places and services that nobody has chosen: rates from 0.4 to 30 a second, buckets of 3 to 120, answers after 20 to 150 ms. */
function campaigns(count: number, workers: number, hosts: readonly [number, number]) {
  const random = drawn(workers + hosts[0]);
  const between = (least: number, most: number): number => least * (most / least) ** random();
  return Array.from({ length: count }, (_, seed) => {
    const hidden = { perSecond: between(0.4, 30), burst: Math.round(between(3, 120)) };
    const order = { hosts: Math.round(between(...hosts)), workers, latency: between(20, 150), seed };
    const one = rehearse(hidden, order);
    const floor = Math.max(0, order.hosts - hidden.burst) / hidden.perSecond;
    return { ...hidden, ...order, ...one, floor, throttled: throttles(one) };
  });
}

describe.each([
  { hosts: [30, 60], most: 5, mostOfAll: 0.023 },
  { hosts: [60, 150], most: 8, mostOfAll: 0.023 },
  { hosts: [150, 400], most: 18, mostOfAll: 0.02 },
  { hosts: [400, 1_500], most: 40, mostOfAll: 0.015 },
] as const)('places of $hosts.0 to $hosts.1 hosts', ({ hosts, most, mostOfAll }) => {
  it.each([1, 3])('are sent to near their floor with few throttles, by %i workers', (workers) => {
    const all = campaigns(drawnCampaigns, workers, hosts);
    const sum = (value: (one: (typeof all)[number]) => number): number => all.reduce((so, one) => so + value(one), 0);
    expect(sum((one) => one.throttled) / sum((one) => one.calls.length)).toBeLessThanOrEqual(mostOfAll);
    expect(Math.max(...all.map((one) => one.throttled))).toBeLessThanOrEqual(most);
    // With the minute that a script takes; the first minute is for the learning.
    const over = all.map((one) => (one.endedAt / 1000 + 60) / (one.floor + 60)).toSorted((a, b) => a - b);
    expect(over[all.length / 2]).toBeLessThanOrEqual(1.12);
    expect(over.at(-1)).toBeLessThanOrEqual(1.3);
    for (const one of all.filter(({ endedAt }) => endedAt > 80_000))
      expect(takenIn(one, 60, Math.min(120, one.endedAt / 1000))).toBeGreaterThanOrEqual(0.85 * one.perSecond);
  });
});

it('knows a rate after two throttles, however large the bucket before it was', () => {
  for (const burst of [1, 3, 10, 30, 100]) {
    const { bucket } = rehearse({ burst, perSecond: 4 }, { hosts: burst + 150 });
    expect(bucket.rate / 4).toBeGreaterThan(0.8);
    expect(bucket.rate / 4).toBeLessThan(1.25);
  }
});

it('takes calls that something else held back for no word about the rate', () => {
  const one = rehearse({ burst: 100, perSecond: 20 }, { hosts: 500, latency: 1_000, concurrency: 2 });
  expect(one.bucket.rate).toBeLessThan(5);
  expect(share(one)).toBeLessThanOrEqual(0.02);
});

it('follows a rate that falls to a fifth within a minute, and one that comes back', () => {
  const perSecond = (at: number): number => (at > 300_000 && at < 600_000 ? 2 : 10);
  const one = rehearse({ burst: 20, perSecond }, { seconds: 1_200 });
  expect(takenIn(one, 360, 600)).toBeGreaterThanOrEqual(0.85 * 2);
  expect(takenIn(one, 800, 1_200)).toBeGreaterThanOrEqual(0.85 * 10);
  expect(share(one)).toBeLessThanOrEqual(0.02);
});

describe('a campaign on the next day', () => {
  it.each(cases)('begins at what the last one learnt: a bucket of $burst, $perSecond a second', (hidden) => {
    const first = rehearse(hidden, { hosts: 300 });
    const second = rehearse(hidden, { hosts: 300, known: first.bucket, from: first.endedAt + 86_400_000, seed: 2 });
    expect(throttles(second)).toBeLessThanOrEqual(4);
    const floor = (300 - hidden.burst) / hidden.perSecond;
    expect(second.endedAt / 1000).toBeLessThanOrEqual(1.25 * floor + 5);
  });
});

describe('one call of several', () => {
  const taken = (startedAt: number, era: number): Called => ({ startedAt, era, went: 'taken' });
  const refused = (startedAt: number, era: number): Called => ({ startedAt, era, went: 'throttled' });
  const sent = bucketTake({ ...bucketFirst(0), rate: 20 }, 5, 0).bucket;

  it('says nothing new where it was granted before the last throttle was learnt from', () => {
    const after = bucketLearn(sent, [taken(0, 0), refused(50, 0), refused(100, 0), refused(150, 0)], 100, 200);
    expect(after.rate).toBeCloseTo(10, 0);
    expect([after.era, after.search?.calls]).toEqual([1, 1]);
    expect(bucketLearn(after, [refused(200, 0)], 100, 300)).toMatchObject({ rate: after.rate, era: 1 });
  });

  it('that was never made gives its moment back', () => {
    const unmade: Called = { startedAt: 200, era: 0, went: 'unmade' };
    expect(bucketLearn(sent, [unmade], 100, 210)).toMatchObject({ nextAt: 200, latest: { calls: 4 } });
  });
});
