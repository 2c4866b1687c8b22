// The score: weights, what is left out, and that the unknown is never good.
import type { Importance, VerdictStatus } from '@bongsu/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scoreFormula, scoreOf, scoreRules } from './score.ts';

const item = (status: VerdictStatus, importance: Importance = 'high') => ({ status, importance });

it('weighs by importance', () => {
  expect(scoreOf([item('pass'), item('fail', 'low')])).toEqual({ percent: 75, passed: 3, judged: 4, leftOut: 0 });
});
it('leaves N/A and manual out, and says how many', () => {
  expect(scoreOf([item('pass'), item('notApplicable'), item('manual')])).toMatchObject({ percent: 100, leftOut: 2 });
});
it('takes other weights, and counts what waits for a person as not good where asked to', () => {
  const rules = { weights: { high: 10, medium: 8, low: 6 }, manual: 'not-good' } as const;
  const some = [item('pass', 'medium'), item('manual', 'low'), item('notApplicable')];
  expect(scoreOf(some, rules)).toEqual({ percent: 57.1, passed: 8, judged: 14, leftOut: 1 });
  expect(scoreFormula(rules)).toBe(
    'Σ weight(pass) / Σ weight(pass + fail + unknown + manual); high 10, medium 8, low 6; N/A left out',
  );
  expect(scoreFormula(scoreRules)).toBe(
    'Σ weight(pass) / Σ weight(pass + fail + unknown); high 3, medium 2, low 1; N/A and manual left out',
  );
});
it('counts what is unknown among the judged', () => {
  expect(scoreOf([item('pass'), item('unknown')])).toMatchObject({ percent: 50, judged: 6 });
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
