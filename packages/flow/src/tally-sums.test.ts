// When a result is late, by those that came: of hosts that are alike, of hosts that differ, and over several places.
import type { Tally } from '@bongsu/core';
import { expect, it } from 'vitest';
import { lateSeconds } from './tally-sums.ts';

const row = (count: number, mean: number, spread: number, state: Tally['state'] = 'assessed'): Tally => ({
  ...{ accountId: '1', region: 'r', window: null, ring: 0, phase: 'ended', count, state },
  ...{ sentFirst: null, sentLast: null, secondsMean: mean, secondsSpread: spread },
});

it('is half as long again as the others took, or beyond what nearly all of them did', () => {
  expect(lateSeconds([row(9, 40, 0)])).toBeCloseTo(60);
  expect(lateSeconds([row(9, 40, 20)])).toBeCloseTo((40 + 2 * 20) * 1.1);
});

it('knows how far places lie apart that are alike within', () => {
  expect(lateSeconds([row(5, 20, 0), row(5, 60, 0)])).toBeCloseTo((40 + 2 * 20) * 1.1);
  expect(lateSeconds([row(8, 20, 3), row(2, 20, 3)])).toBeCloseTo(30);
});

it('lies ahead of now as long as slower and slower ones answer', () => {
  for (const now of [10, 40, 120]) {
    const taken = Array.from({ length: now - 5 }, (_, index) => row(1, 6 + index, 0));
    expect(lateSeconds(taken)).toBeGreaterThan(now);
  }
});

it('is not known where nothing was judged', () => {
  expect(lateSeconds([row(9, 40, 0, 'failed'), { ...row(9, 40, 0), secondsMean: null }])).toBeNull();
  expect(lateSeconds([])).toBeNull();
});
