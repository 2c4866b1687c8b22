// A service with a hidden bucket, and workers that share one pacer and send to it: a campaign's sends in one place, in time that costs nothing.
import type { Bucket } from '@bongsu/core';
import { bucketFirst, bucketTake } from './bucket.ts';
import { bucketLearn, type Called } from './bucket-learn.ts';

export interface Hidden {
  readonly burst: number;
  readonly perSecond: number | ((at: number) => number);
}

/** What is sent, and by whom. */
export interface Order {
  readonly hosts?: number;
  readonly workers?: number;
  /** Milliseconds until an answer, on average; a fifth more or less. */
  readonly latency?: number;
  readonly concurrency?: number;
  readonly seconds?: number;
  readonly seed?: number;
  /** What an earlier campaign has learnt. */
  readonly known?: Bucket;
  readonly from?: number;
}

export interface Rehearsed {
  readonly calls: readonly { readonly at: number; readonly throttled: boolean }[];
  readonly bucket: Bucket;
  readonly endedAt: number;
}

const tick = 250;

/** As packages/flow sends: it looks each quarter of a second, tells answers at the next look and throttles at once, and begins nothing that was granted before one. */
export function rehearse({ burst, perSecond }: Hidden, order: Order = {}): Rehearsed {
  const {
    hosts = Infinity,
    workers = 1,
    latency = 60,
    concurrency = 20,
    seconds = Infinity,
    seed = 1,
    from = 0,
  } = order;
  const random = drawn(seed);
  const events: { readonly at: number; readonly happen: () => void }[] = [];
  const later = (at: number, happen: () => void): void => {
    const place = events.findLastIndex((one) => one.at <= at) + 1;
    events.splice(place, 0, { at, happen });
  };
  const calls: { at: number; throttled: boolean }[] = [];
  let bucket = order.known ?? bucketFirst(from);
  let [now, left, done, endedAt, tokens, filledAt] = [from, hosts, 0, from, burst, from];

  const takes = (): boolean => {
    for (; filledAt < now; filledAt = Math.min(now, filledAt + 1_000)) {
      const rate = typeof perSecond === 'number' ? perSecond : perSecond(filledAt - from);
      tokens = Math.min(burst, tokens + (Math.min(1_000, now - filledAt) / 1000) * rate);
    }
    const taken = tokens >= 1 - 1e-9;
    if (taken) tokens -= 1;
    calls.push({ at: now - from, throttled: !taken });
    return taken;
  };

  const work = (): void => {
    let flying = 0;
    let told: Called[] = [];
    const open = new Map<object, Pick<Called, 'startedAt' | 'era'>>();
    const learn = (want: number): void => {
      const learnt = told;
      told = [];
      bucket = bucketLearn(bucket, learnt, want, now);
    };
    const answer = (era: number, startedAt: number, throttled: boolean): void => {
      flying -= 1;
      told.push({ startedAt, era, went: throttled ? 'throttled' : 'taken' });
      if (!throttled) {
        [done, endedAt] = [done + 1, now];
        return;
      }
      left += 1 + open.size;
      for (const given of open.values()) told.push({ ...given, went: 'unmade' });
      open.clear();
      learn(0);
    };
    const begin = (leave: object): void => {
      const given = open.get(leave);
      if (!given) return;
      open.delete(leave);
      flying += 1;
      const startedAt = now;
      const half = (latency * (0.8 + 0.4 * random())) / 2;
      later(now + half, () => {
        const throttled = !takes();
        later(now + half, () => answer(given.era, startedAt, throttled));
      });
    };
    const look = (): void => {
      if (done >= hosts) return;
      const want = Math.min(left, 1_000);
      learn(want);
      const grant = bucketTake(bucket, Math.min(want, concurrency - flying), now);
      bucket = grant.bucket;
      left -= grant.starts.length;
      for (const start of grant.starts) {
        const leave = {};
        open.set(leave, { startedAt: now + start, era: bucket.era });
        later(now + start, () => begin(leave));
      }
      const most = flying + open.size > 0 ? tick : 20 * tick;
      later(now + Math.min(most, Math.max(tick, grant.waitMilliseconds)), look);
    };
    look();
  };

  for (let worker = 0; worker < workers; worker += 1) later(from + (worker * tick) / workers, work);
  for (let event = events.shift(); event && event.at - from < seconds * 1000; event = events.shift()) {
    now = event.at;
    event.happen();
  }
  return { calls, bucket, endedAt: endedAt - from };
}

/** Numbers from 0 to 1 that are the same for each seed (mulberry32). */
export function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Calls a second that were taken in these seconds. */
export function takenIn({ calls }: Rehearsed, from: number, to: number): number {
  return calls.filter((call) => !call.throttled && call.at >= from * 1000 && call.at < to * 1000).length / (to - from);
}

export function throttles({ calls }: Rehearsed): number {
  return calls.filter((call) => call.throttled).length;
}
