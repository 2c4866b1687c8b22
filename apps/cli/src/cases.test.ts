// Runs the cases of every host check through the reader and the judge, and asks each check for both outcomes.
import { frameworksFor, hostCheckCases, hostChecks, system } from '@bongsu/catalog';
import { caseFault } from '@bongsu/engines';
import { describe, expect, it } from 'vitest';

/** Checks whose good state no host holds (a document, or that a person looked): they fail, or ask a person. */
const decidedByPeople = new Set(['patch.policy', 'log.review', 'dbms.other-products']);

describe.each(hostCheckCases.map(([check, cases]) => ({ check, cases, id: check.id })))(
  '$id',
  ({ check, cases, id }) => {
    it.each(cases.map((one) => ({ one, name: `${one.host.prettyName}: ${one.name}` })))('$name', ({ one }) => {
      expect(caseFault(check, one, system)).toBeNull();
    });

    it('has a pass, a fail and three distributions among its cases', () => {
      const outcomes = cases.map((one) => one.expect);
      expect(outcomes).toContain(decidedByPeople.has(id) ? 'manual' : 'pass');
      expect(outcomes.includes('fail') || outcomes.includes('manual')).toBe(true);
      expect(new Set(cases.map((one) => one.host.prettyName)).size).toBeGreaterThanOrEqual(3);
    });
  },
);

it('every item of every edition for Linux is decided by checks that exist', () => {
  const ids = new Set(hostChecks.map((check) => check.id));
  const missing = frameworksFor('linux')
    .flatMap((edition) => edition.items.flatMap((item) => item.units))
    .filter((unit) => !ids.has(unit));
  expect(missing).toEqual([]);
});
