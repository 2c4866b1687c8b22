// The circuit breaker of an account: after failures in a row it is left alone for a while, then tried with one call.
import type { Breaker } from '@bongsu/core';

export const breakerClosed: Breaker = { failuresInRow: 0, openUntil: 0 };

/** Failures in a row that open it. */
export const failuresMax = 5;
const openFirstMilliseconds = 30_000;
const openMostMilliseconds = 600_000;

/** How many calls may be begun: all that are wanted, one where it was open and is tried again, none while it is open. */
export function breakerAllows(breaker: Breaker, want: number, now: number): number {
  if (now < breaker.openUntil) return 0;
  return breaker.openUntil > 0 ? Math.min(want, 1) : want;
}

/** Answers of the account, in the order in which they came; `false` where none came or the account could not be entered. */
export function breakerLearn(before: Breaker, answered: readonly boolean[], now: number): Breaker {
  return answered.reduce((breaker, good) => (good ? breakerClosed : failed(breaker, now)), before);
}

function failed(breaker: Breaker, now: number): Breaker {
  // What was under way when it opened tells nothing new: counted, twenty calls of one moment would make the second pause ten minutes.
  if (now < breaker.openUntil) return breaker;
  const failuresInRow = breaker.failuresInRow + 1;
  if (failuresInRow < failuresMax) return { ...breaker, failuresInRow };
  const milliseconds = Math.min(openMostMilliseconds, openFirstMilliseconds * 2 ** (failuresInRow - failuresMax));
  return { failuresInRow, openUntil: now + milliseconds };
}

/** Leaves the account alone until then, whatever it answers meanwhile: a quota is full, which calls do not cure. */
export function breakerHold(breaker: Breaker, until: number): Breaker {
  return { ...breaker, openUntil: Math.max(breaker.openUntil, until) };
}
