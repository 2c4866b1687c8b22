// When to look for results again: a listing costs a call for each thousand of them, and each wait may be the campaign's last.
import type { Tally } from '@bongsu/core';
import { countOf, fewHosts, instants, lateSeconds } from './tally-sums.ts';
import { isUnderWay } from './under-way.ts';

/** The shortest time between two listings; the first results of more than a few hosts say nothing of the rest. */
const shortestMilliseconds = 1_000;
const fewOwing = 100;
const longestMilliseconds = 60_000;
/**
 * Waits are a share of the time gone by, so that the number of listings grows with its logarithm. The larger the fleet, the more of them
 * it can pay for: at 1,000 hosts 1 / 0.089 · ln(300 s / 2 s) = 56 listings of one page, at 100 hosts 20.
 */
const shareMost = 0.25;
const shareLeast = 0.04;
const shareOfSquareRoot = 2.8;
/** Before its first result a larger part has nobody who waits for the last one. */
const unknownHaste = 2;
/** A few that are owed long after the others are a wave of their own (a new attempt), and looked after with the haste of one. */
const newWave = 10;
/** Who is late by what the others took, or takes longer than most scripts do where no other has answered, is waited for with less haste. */
const patientAfterSeconds = 90;
const shareOfLongWait = 0.25;
const patience = 5;
/** Of a few hosts somebody waits for each, slow ones too. */
const patienceOfFew = 2;
const longestOfLongWait = 600_000;

/** Milliseconds to wait after a listing at `now`; null where nobody owes a result. */
export function listingWait(tally: readonly Tally[], now: number): number | null {
  const owing = tally.filter(isUnderWay);
  if (owing.length === 0) return null;
  const rings = new Set(owing.map((row) => row.ring));
  const part = tally.filter((row) => rings.has(row.ring));
  const since = (rows: readonly Tally[]): number => now - Math.min(now, ...instants(rows.map((row) => row.sentFirst)));
  const few = countOf(owing) <= fewOwing;
  const wave = few ? Math.min(since(part), since(owing) * newWave) : since(part);
  const share = Math.min(shareMost, Math.max(shareLeast, shareOfSquareRoot / Math.sqrt(countOf(part))));
  const many = countOf(part) > fewHosts;
  const shortest = many ? 2 * shortestMilliseconds : shortestMilliseconds;
  const late = lateSeconds(part);
  const soon = late === null && many ? share * unknownHaste : share;
  const usual = Math.min(longestMilliseconds, Math.max(shortest, wave * soon));
  if (part.some((row) => row.phase === 'planned')) return usual;
  const sentLast = Math.max(...instants(owing.map((row) => row.sentLast)), 0);
  if (Math.min(now - sentLast, wave) <= (late ?? patientAfterSeconds) * 1000) return usual;
  return Math.min(longestOfLongWait, wave * Math.max(shareOfLongWait, (many ? patience : patienceOfFew) * share));
}

/** No host has fetched its command, run it and put its result sooner than this. */
const soonestMilliseconds = 8_000;

/** Milliseconds to wait at `now` until a result of the first send may be there; 0 where no send is known, or none in the past. */
export function firstListingWait(tally: readonly Tally[], now: number): number {
  const first = Math.min(...instants(tally.map((row) => row.sentFirst)));
  return first > now ? 0 : Math.max(0, first + soonestMilliseconds - now);
}

/** A period is closed by what was listed: no result of it may lie there unseen for long. */
export const recurringListMilliseconds = 60_000;

/** Where results are told of as they come, listings are for what nobody told of. */
export const toldListMilliseconds = 180_000;
/** How often it is seen whether they still are. */
const toldLookMilliseconds = 30_000;

/** Milliseconds until the oldest result that is owed has been owed for so long; 0 where it has. */
export function toldWait(tally: readonly Tally[], now: number): number {
  const sent = instants(tally.filter(isUnderWay).map((row) => row.sentFirst));
  return Math.max(0, Math.min(toldLookMilliseconds, Math.min(now, ...sent) + toldListMilliseconds - now));
}
