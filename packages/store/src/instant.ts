// Times as the house writes them: ISO 8601 in UTC with milliseconds.
import type { Instant } from '@bongsu/core';

export function instant(time: Date): Instant {
  return time.toISOString();
}

export function instantOrNull(time: Date | null): Instant | null {
  return time === null ? null : time.toISOString();
}
