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

/** Mean seconds from the send to the result that was judged; null where none was. */
export function secondsToResult(tally: readonly Tally[]): number | null {
  const judged = tally.filter(
    (row) => row.secondsMean !== null && (row.state === 'assessed' || row.state === 'partly-assessed'),
  );
  if (judged.length === 0) return null;
  return judged.reduce((sum, row) => sum + (row.secondsMean ?? 0) * row.count, 0) / countOf(judged);
}

/** Targets that have not ended. */
export function openCount(tally: readonly Tally[]): number {
  return tally.reduce((sum, row) => sum + (row.phase === 'ended' ? 0 : row.count), 0);
}
