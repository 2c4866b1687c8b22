// The score: weights, what is left out, and that the unknown is never good.
import type { Importance, VerdictStatus } from '@bongsu/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scoreOf } from './score.ts';

const item = (status: VerdictStatus, importance: Importance = 'high') => ({ status, importance });

it('weighs by importance', () => {
  expect(scoreOf([item('pass'), item('fail', 'low')])).toEqual({ percent: 75, passed: 3, judged: 4, leftOut: 0 });
});
it('leaves N/A and manual out, and says how many', () => {
  expect(scoreOf([item('pass'), item('notApplicable'), item('manual')])).toMatchObject({ percent: 100, leftOut: 2 });
});
it('says nothing where nothing was judged', () => expect(scoreOf([item('notApplicable')]).percent).toBeNull());
it('an unknown item never raises a score, and a pass never lowers it', () => {
  const items = fc.array(
    fc.record({
      status: fc.constantFrom<VerdictStatus>('pass', 'fail', 'unknown', 'manual', 'notApplicable'),
      importance: fc.constantFrom<Importance>('high', 'medium', 'low'),
    }),
  );
  fc.assert(
    fc.property(items, (some) => {
      const before = scoreOf(some).percent ?? 0;
      expect(scoreOf([...some, item('unknown')]).percent ?? 0).toBeLessThanOrEqual(before);
      expect(scoreOf([...some, item('pass')]).percent ?? 0).toBeGreaterThanOrEqual(before);
    }),
  );
});
