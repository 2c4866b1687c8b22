// When calls may begin: each is given a moment of its own, one interval after the last, whichever worker makes it.
//
// Moments rather than tokens, because a service with a bucket of one or two takes no bursts: two workers that each look every quarter of a
// second would else begin at the same time what they may begin in it.
import type { Bucket } from '@bongsu/core';

/** Where a rate starts: under every documented refill of a mutating API (EC2: 5 a second), so that the first burst is short. */
export const rateFirst = 3;
/**
 * Moments are given so far ahead: as long as a sender waits between two looks. Where looks come later, moments are lost, and more are given
 * at the next; no longer than that, for what was given is sent by other workers even when one has met a throttle.
 */
export const aheadMilliseconds = 250;
const aheadMost = 1_000;
const aheadShrinks = 0.95;
/** Interactive calls may run ahead of the campaign by so many. */
export const reserve = 3;
/** What was learnt fades towards the first rate: half of it, in orders of magnitude, in this time without a call. */
const fadeMilliseconds = 30 * 86_400_000;

export function bucketFirst(now: number): Bucket {
  return {
    ...{ rate: rateFirst, nextAt: now, ahead: aheadMilliseconds, spare: true, era: 0, quiet: 0 },
    ...{ search: null, peak: 0, latest: { at: now, calls: 0 }, pool: { at: now, calls: 0 } },
  };
}

export interface Grant {
  readonly bucket: Bucket;
  /** When each call may begin, in milliseconds from now. */
  readonly starts: readonly number[];
  /** Milliseconds until the next call may begin. */
  readonly waitMilliseconds: number;
}

/** Gives moments to up to `want` calls. A person's calls begin at once, unless too many did so lately, and the campaign's wait for them. */
export function bucketTake(
  before: Bucket,
  want: number,
  now: number,
  who: 'campaign' | 'interactive' = 'campaign',
): Grant {
  if (want === 0) {
    const spare = before.spare || before.nextAt < now;
    return { bucket: { ...before, spare }, starts: [], waitMilliseconds: 0 };
  }
  const bucket = faded(before, now);
  const gap = 1000 / bucket.rate;
  const late = bucket.spare ? 0 : Math.max(0, now - bucket.nextAt);
  const ahead = Math.min(
    aheadMost,
    Math.max(aheadMilliseconds, late > 0 ? bucket.ahead + late : bucket.ahead * aheadShrinks),
  );
  const until = now + ahead + (who === 'interactive' ? reserve * gap : 0);
  const starts: number[] = [];
  let next = Math.max(bucket.nextAt, now);
  for (; starts.length < want && next < until; next += gap) starts.push(who === 'interactive' ? 0 : next - now);
  const { latest, pool } = bucket;
  const more = (since: Bucket['latest']): Bucket['latest'] => ({ ...since, calls: since.calls + starts.length });
  return {
    bucket: { ...bucket, nextAt: next, ahead, spare: next < until, latest: more(latest), pool: more(pool) },
    starts,
    waitMilliseconds: Math.max(0, Math.ceil(next - now)),
  };
}

function faded(bucket: Bucket, now: number): Bucket {
  const idle = Math.max(0, now - bucket.nextAt);
  return { ...bucket, rate: rateFirst * (bucket.rate / rateFirst) ** (0.5 ** (idle / fadeMilliseconds)) };
}
