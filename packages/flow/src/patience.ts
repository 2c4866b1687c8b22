// How long what a campaign needs before it can send is tried again, once it has failed.
import type { Gap } from '@bongsu/core';

/** A bucket or a service that is away for a minute must not cost a fleet its check: 10, 20, 40 and then 60 s, for a quarter of an hour. */
const passingTriesMax = 18;
const pauseSecondsMax = 60;
/** What was refused, such as a bucket that is not there, is seldom another answer's turn: within a minute people are told. */
const refusedTriesMax = 5;
const pauseSeconds = 10;

/** Seconds until the next try; null where there is none. What is denied goes on being denied. */
export function patienceSeconds({ missingPermission, passing }: Gap, tries: number): number | null {
  if (missingPermission !== null) return null;
  if (!passing) return tries < refusedTriesMax ? pauseSeconds : null;
  return tries < passingTriesMax ? Math.min(pauseSecondsMax, pauseSeconds * 2 ** (tries - 1)) : null;
}
