// Learns the rate of an API that nobody publishes: additive growth, and a measured step down at each throttle.
//
// The service keeps a token bucket of unknown size B and refill r. At a throttle that bucket is empty, so the calls taken between two
// throttles are what it was refilled with in that time: taken / seconds = r, as long as it was never full between. That measurement
// replaces the halving of plain AIMD, whose sawtooth would lose a quarter of the rate (Chiu and Jain, 1989, for the principle).
import type { Bucket } from '@bongsu/core';

/** Where a rate starts: under every documented refill of a mutating API (EC2: 5 a second), so that the first burst is short. */
export const rateFirst = 3;
const rateMin = 0.01;
const rateMax = 200;
/** After a measurement: a little under it, so that the next throttle is far away. */
const belowMeasured = 0.97;
/** Growth for each call taken: about 100 calls from 0.97 to 1.02 of the rate, so one throttle in 100 calls. */
const growthPerCall = 0.0005;
/**
 * A measurement over k calls may be wrong by 1 / k: growth of this / k² a call wins a quarter of that back in about k calls. Without it a rate
 * of 1 a second, measured over the few calls after the first throttles, stays a seventh too low for minutes; with more of it the first
 * calls after a throttle are throttled again.
 */
const unsureShare = 0.25;
const unsureMost = 0.0025;
/** Without any throttle known the rate may double in 15 calls: a search, not a cruise. */
const searchPerCall = 0.05;
/** Calls without a throttle after which growth gets faster: the true rate has risen, or the measurement was too low. */
const quietCalls = 100;
/** A measurement over more than both is begun anew, so that it follows a rate that changes; over few calls it would be a worse one. */
const measureMillisecondsMax = 60_000;
const measureCallsMin = 100;
/** Interactive calls may run ahead of the campaign by so many. */
export const reserve = 3;

export function bucketFirst(now: number): Bucket {
  return {
    rate: rateFirst,
    tokens: 1,
    filledAt: now,
    emptyAt: null,
    takenSince: 0,
    reactedAt: 0,
    quiet: 0,
    throttlesInRow: 0,
  };
}

export interface Grant {
  readonly bucket: Bucket;
  readonly granted: number;
  /** Milliseconds until one more call may be begun; 0 where all were granted. */
  readonly waitMilliseconds: number;
}

/** Grants up to `want` calls. A campaign waits for whole tokens; a person's call is taken ahead of it, down to the reserve. */
export function bucketTake(
  before: Bucket,
  want: number,
  now: number,
  who: 'campaign' | 'interactive' = 'campaign',
): Grant {
  const bucket = filled(before, now);
  const floor = who === 'interactive' ? -reserve : 0;
  const granted = Math.max(0, Math.min(want, Math.floor(bucket.tokens - floor)));
  const after = { ...bucket, tokens: bucket.tokens - granted };
  const missing = granted === want ? 0 : 1 + floor - after.tokens;
  return { bucket: after, granted, waitMilliseconds: Math.max(0, Math.ceil((missing / after.rate) * 1000)) };
}

/** At most a second's worth is saved up: a longer pause of ours is no reason for a burst. */
function filled(bucket: Bucket, now: number): Bucket {
  const seconds = Math.max(0, now - bucket.filledAt) / 1000;
  const most = Math.max(1, bucket.rate);
  const tokens = bucket.tokens >= most ? bucket.tokens : Math.min(most, bucket.tokens + seconds * bucket.rate);
  return { ...bucket, tokens, filledAt: Math.max(now, bucket.filledAt) };
}

/** How a call went that a grant allowed. */
export interface Called {
  readonly startedAt: number;
  readonly throttled: boolean;
}

/** Learns from calls, in the order in which they were begun. */
export function bucketLearn(before: Bucket, calls: readonly Called[], now: number): Bucket {
  return [...calls]
    .sort((a, b) => a.startedAt - b.startedAt)
    .reduce((bucket, call) => (call.throttled ? throttled(bucket, call, now) : taken(bucket, call)), before);
}

function taken(bucket: Bucket, { startedAt }: Called): Bucket {
  const quiet = bucket.quiet + 1;
  // Tokens were left over: something else held the calls back, and they say nothing of a higher rate.
  const held = bucket.tokens >= 1;
  const unsure = Math.min(unsureMost, unsureShare / Math.max(1, bucket.takenSince) ** 2);
  const growth = held
    ? 0
    : bucket.emptyAt === null
      ? searchPerCall
      : Math.max(unsure, growthPerCall * 2 ** Math.floor(quiet / quietCalls));
  return {
    ...bucket,
    quiet,
    throttlesInRow: 0,
    rate: Math.min(rateMax, bucket.rate * (1 + Math.min(growth, searchPerCall))),
    takenSince: bucket.takenSince + (bucket.emptyAt === null || startedAt >= bucket.emptyAt ? 1 : 0),
  };
}

function throttled(bucket: Bucket, { startedAt }: Called, now: number): Bucket {
  const throttlesInRow = bucket.throttlesInRow + 1;
  // Calls already under way when the last throttle was answered tell of the same moment.
  if (startedAt <= bucket.reactedAt) return { ...bucket, throttlesInRow, tokens: Math.min(bucket.tokens, 0) };
  const milliseconds = startedAt - (bucket.emptyAt ?? startedAt);
  const measured = milliseconds > 0 && bucket.takenSince > 0 ? (bucket.takenSince / milliseconds) * 1000 : null;
  const rate = clamp(measured === null ? bucket.rate / 2 : Math.min(bucket.rate, measured) * belowMeasured);
  const old = milliseconds > measureMillisecondsMax && bucket.takenSince >= measureCallsMin;
  const anew = measured === null || old;
  return {
    ...bucket,
    rate: throttlesInRow > 1 && measured === null ? clamp(bucket.rate / 2) : rate,
    // Nothing for one interval: the service's bucket is empty too.
    tokens: Math.min(bucket.tokens, 0),
    filledAt: Math.max(bucket.filledAt, now),
    emptyAt: anew ? startedAt : bucket.emptyAt,
    takenSince: anew ? 0 : bucket.takenSince,
    reactedAt: now,
    quiet: 0,
    throttlesInRow,
  };
}

function clamp(rate: number): number {
  return Math.min(rateMax, Math.max(rateMin, rate));
}
