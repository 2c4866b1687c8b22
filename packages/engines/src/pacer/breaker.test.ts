// When an account is left alone, and when it is tried again.
import { expect, it } from 'vitest';
import { breakerAllows, breakerClosed, breakerLearn, failuresMax } from './breaker.ts';

const failures = (count: number): boolean[] => Array.from({ length: count }, () => false);

it('stays closed while answers come between failures', () => {
  const breaker = breakerLearn(breakerClosed, [...failures(failuresMax - 1), true, ...failures(failuresMax - 1)], 0);
  expect(breakerAllows(breaker, 10, 0)).toBe(10);
});

it('opens after failures in a row, then tries one call, and closes at an answer', () => {
  const open = breakerLearn(breakerClosed, failures(failuresMax), 1_000);
  expect(breakerAllows(open, 10, 30_999)).toBe(0);
  expect(breakerAllows(open, 10, 31_000)).toBe(1);
  expect(breakerAllows(breakerLearn(open, [true], 31_000), 10, 31_000)).toBe(10);
});

it('stays open longer after each failed try, and failures of calls under way change nothing', () => {
  const open = breakerLearn(breakerClosed, failures(failuresMax), 0);
  expect(breakerLearn(open, failures(4), 10).openUntil).toBe(open.openUntil);
  const again = breakerLearn(open, failures(1), 30_000);
  expect(breakerAllows(again, 10, 30_000 + 59_999)).toBe(0);
  expect(breakerAllows(again, 10, 30_000 + 60_000)).toBe(1);
  // However many were under way: the second pause is twice the first.
  const many = breakerLearn(breakerLearn(open, failures(40), 10), failures(1), 30_000);
  expect(breakerAllows(many, 10, 30_000 + 60_000)).toBe(1);
  const long = breakerLearn({ failuresInRow: 50, openUntil: 1 }, failures(1), 100);
  expect(long.openUntil).toBe(100 + 600_000);
});
