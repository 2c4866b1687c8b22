// The one look at this machine's clock that roots take: logs that are written today must be today's.

const dayMilliseconds = 86_400_000;

/** Midnight of today (UTC), so that roots of one day are the same bytes. */
export function midnight(): Date {
  return new Date(Math.floor(Date.now() / dayMilliseconds) * dayMilliseconds);
}
