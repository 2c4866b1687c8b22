// When to look for results again: a listing costs a call for each thousand of them, and each wait may be the campaign's last.
import type { Tally } from '@bongsu/core';
import { isUnderWay } from './under-way.ts';

/** The shortest time between two listings; a large fleet's first results say nothing of the rest. */
const shortestMilliseconds = 1_000;
const fewOwing = 100;
const longestMilliseconds = 60_000;
/**
 * Waits are a share of the time gone by, so that the number of listings grows with its logarithm. The larger the fleet, the more of them
 * it can pay for: at 1,000 hosts 1 / 0.076 · ln(300 s / 2 s) = 66 listings of one page.
 */
const shareMost = 0.12;
const shareLeast = 0.04;
const shareOfSquareRoot = 2.4;
/** A few that are owed long after the others are a wave of their own (a new attempt), and looked after with the haste of one. */
const newWave = 10;
/** Who takes longer than most scripts do is waited for with less haste. */
const patientAfterMilliseconds = 90_000;
const shareOfLongWait = 0.25;

/** Milliseconds to wait after a listing at `now`; null where nobody owes a result. */
export function listingWait(tally: readonly Tally[], now: number): number | null {
  const owing = tally.filter(isUnderWay);
  if (owing.length === 0) return null;
  const rings = new Set(owing.map((row) => row.ring));
  const part = tally.filter((row) => rings.has(row.ring));
  const since = (rows: readonly Tally[]): number => now - Math.min(now, ...instants(rows.map((row) => row.sentFirst)));
  const few = countOf(owing) <= fewOwing;
  const wave = few ? Math.min(since(part), since(owing) * newWave) : since(part);
  const waited = now - Math.max(...instants(owing.map((row) => row.sentLast)), 0);
  const sending = part.some((row) => row.phase === 'planned');
  const stragglers = !sending && Math.min(waited, wave) > patientAfterMilliseconds;
  const usual = Math.min(shareMost, Math.max(shareLeast, shareOfSquareRoot / Math.sqrt(countOf(part))));
  const shortest = few ? shortestMilliseconds : 2 * shortestMilliseconds;
  return Math.min(longestMilliseconds, Math.max(shortest, wave * (stragglers ? shareOfLongWait : usual)));
}

/** Where results are told of as they come, listings are for what nobody told of. */
export const toldListMilliseconds = 180_000;
/** How often it is seen whether they still are. */
const toldLookMilliseconds = 30_000;

/** Milliseconds until the oldest result that is owed has been owed for so long; 0 where it has. */
export function toldWait(tally: readonly Tally[], now: number): number {
  const sent = instants(tally.filter(isUnderWay).map((row) => row.sentFirst));
  return Math.max(0, Math.min(toldLookMilliseconds, Math.min(now, ...sent) + toldListMilliseconds - now));
}

function instants(times: readonly (string | null)[]): number[] {
  return times.flatMap((time) => (time === null ? [] : [Date.parse(time)]));
}

function countOf(rows: readonly Tally[]): number {
  return rows.reduce((sum, row) => sum + row.count, 0);
}
