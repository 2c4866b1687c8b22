// When a campaign's time is over: as planned, and as long again from when it was reopened for a retry.
import type { Campaign } from '@bongsu/core';

/** In milliseconds since 1970; null where the plan names none. */
export function deadlineOf({ plan, createdAt, reopenedAt }: Campaign): number | null {
  if (plan.deadline === undefined) return null;
  const planned = Date.parse(plan.deadline);
  return reopenedAt === undefined ? planned : Date.parse(reopenedAt) + (planned - Date.parse(createdAt));
}
