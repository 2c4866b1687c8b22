// What the rows of a tally come to.
import type { Instant, Tally } from '@bongsu/core';

/** Of so many hosts and fewer somebody waits for each; what a call a host comes to is said of more. */
export const fewHosts = 50;

export function countOf(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((sum, row) => sum + row.count, 0);
}

/** Those of these times that are known, in milliseconds since 1970. */
export function instants(times: readonly (Instant | null)[]): number[] {
  return times.flatMap((time) => (time === null ? [] : [Date.parse(time)]));
}

/** A result is late when it has taken half as long again as the others did. */
const timesMean = 1.5;
/** Where they differ much: two standard deviations beyond their mean and a tenth more, which lies ahead as long as slower and slower ones answer. */
const deviations = 2;
const timesWidest = 1.1;

/** Seconds from the send after which a result is late, by those that were judged; null where none was. */
export function lateSeconds(tally: readonly Tally[]): number | null {
  const judged = tally.flatMap(({ state, count, secondsMean: mean, secondsSpread }) =>
    mean !== null && (state === 'assessed' || state === 'partly-assessed')
      ? [{ count, mean, square: mean ** 2 + (secondsSpread ?? 0) ** 2 }]
      : [],
  );
  if (judged.length === 0) return null;
  const count = countOf(judged);
  const mean = judged.reduce((sum, row) => sum + row.mean * row.count, 0) / count;
  const square = judged.reduce((sum, row) => sum + row.square * row.count, 0) / count;
  const spread = Math.sqrt(Math.max(0, square - mean ** 2));
  return Math.max(mean * timesMean, (mean + deviations * spread) * timesWidest);
}

/** Targets that have not ended. */
export function openCount(tally: readonly Tally[]): number {
  return tally.reduce((sum, row) => sum + (row.phase === 'ended' ? 0 : row.count), 0);
}
