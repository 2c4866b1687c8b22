// The name of one attempt: unguessable, and made nowhere else.
import type { Ids } from '@bongsu/core';

export function runIdOf(ids: Ids): string {
  return `r-${ids.random(26)}`;
}
