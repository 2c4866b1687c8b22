// The pacer against hidden buckets of many sizes: how near it comes to the true rate, and at what price in throttles.
import { describe, expect, it } from 'vitest';
import { type Called, bucketFirst, bucketLearn, bucketTake, reserve } from './bucket.ts';

interface Hidden {
  readonly burst: number;
  readonly perSecond: number;
}

/** A service with a bucket of its own, and a pacer that sends whenever it may; steps of 50 ms, answers after `latency`. */
function run(
  hidden: Hidden,
  seconds: number,
  latency = 100,
  rateAt: (ms: number) => number = () => hidden.perSecond,
  { hosts, atATime }: { readonly hosts: number; readonly atATime: number } = { hosts: Infinity, atATime: Infinity },
) {
  let left = hosts;
  let bucket = bucketFirst(0);
  let tokens = hidden.burst;
  const flying: { readonly at: number; readonly call: Called }[] = [];
  const log: Called[] = [];
  for (let now = 0; now < seconds * 1000; now += 50) {
    tokens = Math.min(hidden.burst, tokens + rateAt(now) * 0.05);
    const done = flying.filter((one) => one.at <= now);
    flying.splice(0, flying.length, ...flying.filter((one) => one.at > now));
    if (done.length > 0)
      bucket = bucketLearn(
        bucket,
        done.map(({ call }) => call),
        now,
      );
    left += done.filter(({ call }) => call.throttled).length;
    const grant = bucketTake(bucket, Math.min(50, left, atATime - flying.length), now);
    bucket = grant.bucket;
    left -= grant.granted;
    for (let sent = 0; sent < grant.granted; sent += 1) {
      const throttled = tokens < 1;
      if (!throttled) tokens -= 1;
      const call = { startedAt: now, throttled };
      log.push(call);
      flying.push({ at: now + latency, call });
    }
  }
  return log;
}

const taken = (log: readonly Called[], from: number, to: number): number =>
  log.filter((call) => !call.throttled && call.startedAt >= from * 1000 && call.startedAt < to * 1000).length /
  (to - from);
const throttles = (log: readonly Called[]): number => log.filter((call) => call.throttled).length / log.length;

describe.each([
  { burst: 5, perSecond: 1 },
  { burst: 2, perSecond: 2 },
  { burst: 10, perSecond: 3 },
  { burst: 50, perSecond: 5 },
  { burst: 5, perSecond: 10 },
  { burst: 40, perSecond: 20 },
  { burst: 100, perSecond: 50 },
])('a bucket of $burst that refills $perSecond a second', (hidden) => {
  const log = run(hidden, 360);
  it('is used to 85 % after a minute, and more later', () => {
    expect(taken(log, 60, 120)).toBeGreaterThanOrEqual(0.85 * hidden.perSecond);
    expect(taken(log, 120, 360)).toBeGreaterThanOrEqual(0.93 * hidden.perSecond);
  });
  it('throttles at most 2 % of the calls', () => expect(throttles(log)).toBeLessThanOrEqual(0.02));
});

// What is true of small places: the learning costs calls, and few calls are made. 2 % is for places with hundreds of hosts.
it.each([
  ...[5, 20, 50].flatMap((hosts) => [1, 5, 20].map((burst) => ({ hosts, burst, most: 6 }))),
  ...[1, 5, 20].map((burst) => ({ hosts: 200, burst, most: 8 })),
  // A hundred calls are taken at once before the first is refused: the rate is then far too high.
  { hosts: 200, burst: 100, most: 28 },
  { hosts: 2_000, burst: 100, most: 40 },
])('a place of $hosts hosts with a bucket of $burst pays at most $most throttles', ({ hosts, burst, most }) => {
  for (const perSecond of [0.3, 1, 7, 40, 200]) {
    const log = run({ burst, perSecond }, 60 + (3 * hosts) / perSecond, 150, undefined, { hosts, atATime: 10 });
    expect(log.filter((call) => !call.throttled)).toHaveLength(hosts);
    expect(log.length - hosts).toBeLessThanOrEqual(most);
  }
});

it('takes calls that something else held back for no word about the rate', () => {
  const log = run({ burst: 100, perSecond: 2 }, 120, 1_000, undefined, { hosts: Infinity, atATime: 2 });
  expect(throttles(log)).toBeLessThanOrEqual(0.02);
});

it('follows a rate that falls and rises', () => {
  const log = run({ burst: 20, perSecond: 10 }, 900, 100, (now) => (now > 300_000 && now < 600_000 ? 4 : 10));
  expect(taken(log, 400, 600)).toBeGreaterThanOrEqual(0.85 * 4);
  expect(taken(log, 700, 900)).toBeGreaterThanOrEqual(0.85 * 10);
  expect(throttles(log)).toBeLessThanOrEqual(0.02);
});

it('keeps a reserve for interactive calls while a campaign takes all it can', () => {
  const empty = bucketTake(bucketFirst(0), 10, 0).bucket;
  expect(bucketTake(empty, 1, 0).granted).toBe(0);
  const asked = bucketTake(empty, 10, 0, 'interactive');
  expect(asked.granted).toBe(reserve);
  expect(bucketTake(asked.bucket, 1, 0).waitMilliseconds).toBeGreaterThan(1000);
});

it('says when to come again', () => {
  const { bucket, waitMilliseconds } = bucketTake(bucketFirst(0), 2, 0);
  expect(bucketTake(bucket, 1, waitMilliseconds - 1).granted).toBe(0);
  expect(bucketTake(bucket, 1, waitMilliseconds).granted).toBe(1);
});
