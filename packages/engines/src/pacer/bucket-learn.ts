// Learns the rate of an API that nobody publishes: growth where it can still win something, and a measurement at each throttle.
//
// The service keeps a token bucket of unknown size B and refill r. At a throttle that bucket is empty, so the calls it takes between two
// throttles are what it was refilled with in that time: calls / seconds = r, as long as it was never full between. Two throttles are
// therefore enough to know r to one part in so many calls; plain AIMD, which halves at each, would lose a quarter of the rate in its
// sawtooth and pay for it with throttles (Chiu and Jain, 1989, for the principle).
//
// A throttle costs a call, and 2 % of the calls may be throttled: a place of a hundred hosts can pay for two. So what is tried depends on how
// many calls are left, for whatever growth may win is won on those alone.
import type { Bucket, Since } from '@bongsu/core';
import { rateFirst } from './bucket.ts';

const rateMin = 0.01;
const rateMax = 200;
/**
 * Without any throttle known, the rate grows for each call by this times the root of the calls that are left. A search g times as fast wins
 * time in proportion to 1 / g and overshoots in proportion to g, once, whatever the number of calls: the best g grows with its root.
 */
const searchGrowth = 0.015;
/** Of a search: the bucket that was full is empty now, and how much of the rate was bucket is not known. */
const afterSearch = 0.5;
/** After a measurement: a little under it, so that the next throttle is far away. */
const belowMeasured = 0.97;
/** Where the bucket was full between two throttles it was emptied by the last few calls: the rate is a little under that of the last. */
const belowFull = 0.9;
/** One throttle leaves at least this share of the rate: over a few calls a measurement may be wrong by several of them. */
const fallMost = 0.25;
/** Calls in which the rate nears the peak by two thirds: at least, and no more than were measured, up to the most. */
const climbCalls = 60;
const climbCallsMost = 400;
/** Calls that a higher rate must be able to save, for a throttle to be risked. */
const worthCalls = 20;
/** Past the peak: growth for each call, which doubles in so many calls without a throttle, for the true rate may have risen; for large places alone. */
const pastGrowth = 0.0002;
const pastGrowthMost = 0.01;
const pastDoubling = 60;
const pastCallsLeft = 200;
/** A measurement over more than both is begun anew, so that it follows a rate that changes; over few calls it would be a worse one. */
const poolMilliseconds = 60_000;
const poolCalls = 100;
/** The rate has fallen where the latest measurement, even with a call more, is under this share of what the pool says. */
const fallen = 0.9;
/** After a throttle nothing is sent for as long as so many calls take: the service's bucket is empty, and these are then surely there again. */
const pauseCalls = 2;
const pauseAfterSearch = 3;
/** Fewer calls than these measure little: the pause after them is longer, so that the next measures more. */
const fewCalls = 5;
const pauseAfterFew = 4;
/** Fewer than these are not set against the pool. */
const surelyCalls = 10;

/** How a call went that was given a moment. */
export interface Called {
  readonly startedAt: number;
  /** Of the bucket when the moment was given. */
  readonly era: number;
  readonly went: 'taken' | 'throttled' | 'unmade';
}

/** Learns from calls, in the order in which they were begun, and first gives back the moments of those never made; `left` are still to be made. */
export function bucketLearn(before: Bucket, calls: readonly Called[], left: number, now: number): Bucket {
  return [...calls]
    .sort((a, b) => Number(b.went === 'unmade') - Number(a.went === 'unmade') || a.startedAt - b.startedAt)
    .reduce((bucket, call) => {
      if (call.went === 'taken') return call.era < bucket.era ? bucket : taken(bucket, left);
      const without = notTaken(bucket, call.startedAt);
      if (call.era < bucket.era) return without;
      if (call.went === 'unmade') return { ...without, nextAt: bucket.nextAt - 1000 / bucket.rate };
      return throttled(without, call.startedAt, now);
    }, before);
}

function taken(bucket: Bucket, left: number): Bucket {
  return { ...bucket, quiet: bucket.quiet + 1, rate: clamp(bucket.spare ? bucket.rate : grown(bucket, left)) };
}

function grown({ rate, search, peak, pool, quiet }: Bucket, left: number): number {
  if (search === null) return rate + searchGrowth * Math.sqrt(left);
  const nearing = Math.min(climbCallsMost, Math.max(climbCalls, pool.calls));
  const climb = left * (peak / rate - 1) < worthCalls ? 1 : (peak / rate) ** (1 / nearing);
  const past = left < pastCallsLeft ? 0 : Math.min(pastGrowthMost, pastGrowth * 2 ** (quiet / pastDoubling));
  return rate * Math.max(climb, 1 + past);
}

/** It was counted when its moment was given. */
function notTaken(bucket: Bucket, startedAt: number): Bucket {
  const less = ({ at, calls }: Since): Since => ({ at, calls: startedAt > at ? Math.max(0, calls - 1) : calls });
  return { ...bucket, latest: less(bucket.latest), pool: less(bucket.pool) };
}

function throttled(before: Bucket, at: number, now: number): Bucket {
  // Calls that were given a later moment are none of those that the service has taken until this one.
  const later = Math.max(0, Math.round(((before.nextAt - at) / 1000) * before.rate) - 1);
  const until = ({ at: since, calls }: Since): Since => ({ at: since, calls: Math.max(0, calls - later) });
  const found = measured({ ...before, latest: until(before.latest), pool: until(before.pool) }, at);
  const rate = clamp(found.rate);
  return {
    ...before,
    ...{ rate, peak: found.peak, search: found.search, era: before.era + 1, quiet: 0 },
    nextAt: Math.max(before.nextAt, now + (found.pause / rate) * 1000),
    latest: { at, calls: later },
    pool: { at: found.pool.at, calls: found.pool.calls + later },
  };
}

type Found = Pick<Bucket, 'rate' | 'peak' | 'search' | 'pool'> & { readonly pause: number };

/** What a throttle at this moment tells of the rate. */
function measured({ rate, search, latest, pool }: Bucket, at: number): Found {
  const anew: Since = { at, calls: 0 };
  if (search === null)
    return {
      ...{ rate: rate * afterSearch, peak: rate, pause: pauseAfterSearch },
      search: { calls: latest.calls, rate },
      pool: anew,
    };
  const seconds = Math.max(0.001, (at - latest.at) / 1000);
  const full = rate * belowFull;
  if (latest.calls > 0 && full * seconds - latest.calls > bucketSize(search, full))
    return { ...{ rate: full * belowMeasured, peak: rate, pause: pauseCalls }, search, pool: anew };
  const perSecond = (calls: number): number => calls / seconds;
  const pooled = (pool.calls + 0.5) / Math.max(0.001, (at - pool.at) / 1000);
  const highest = perSecond(latest.calls + 1.5);
  const hasFallen = highest < pooled * fallen;
  const known = hasFallen
    ? perSecond(latest.calls + 0.5)
    : Math.max(pooled, latest.calls < surelyCalls ? 0 : perSecond(latest.calls - 0.5));
  const found = Math.min(rate, Math.max(rate * fallMost, known));
  const old = at - pool.at > poolMilliseconds && pool.calls >= poolCalls;
  return {
    rate: found * belowMeasured,
    peak: Math.min(rate, Math.max(found, highest)),
    pause: latest.calls < fewCalls ? pauseAfterFew : pauseCalls,
    search,
    pool: hasFallen ? latest : old ? anew : pool,
  };
}

/**
 * How many calls the service's bucket must hold if this is its rate: as many as the search was given beyond it. Its rate grew by the same with
 * each call, from the first to its last R; over r it made (R - r) calls for each unit of growth, in ln(R / r) seconds.
 */
function bucketSize(search: { readonly calls: number; readonly rate: number }, rate: number): number {
  const last = search.rate;
  const beyond = rate < last ? (last - rate - rate * Math.log(last / rate)) / Math.max(0.1, last - rateFirst) : 0;
  return 1 + Math.max(1, Math.min(1, beyond) * search.calls);
}

function clamp(rate: number): number {
  return Math.min(rateMax, Math.max(rateMin, rate));
}
