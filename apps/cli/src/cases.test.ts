// Runs the cases of every host check through the reader and the judge, and asks each check for both outcomes.
import { frameworksFor, hostCheckCases, hostChecks, system } from '@bongsu/catalog';
import { caseEvidence, judgeHost } from '@bongsu/engines';
import { describe, expect, it } from 'vitest';

/** Checks whose good state no host holds (a document, or that a person looked): they fail, or ask a person. */
const decidedByPeople = new Set(['patch.policy', 'log.review', 'dbms.other-products']);

describe.each(hostCheckCases.map(([check, cases]) => ({ check, cases, id: check.id })))(
  '$id',
  ({ check, cases, id }) => {
    it.each(cases.map((one) => ({ one, name: `${one.host.prettyName}: ${one.name}` })))('$name', ({ one }) => {
      const [verdict] = judgeHost({
        checks: [check],
        system,
        evidence: caseEvidence(check, one, system),
        settings: { profile: one.profile ?? 'strict', parameters: { [id]: one.parameters ?? {} } },
      });
      expect({ status: verdict?.status, reason: verdict?.reason.en }).toMatchObject({ status: one.expect });
      const said = JSON.stringify([verdict?.reason.en, verdict?.evidence]);
      if (one.because !== undefined) expect(said).toContain(one.because);
      if (verdict?.status === 'pass' || verdict?.status === 'fail') expect(verdict.evidence.length).toBeGreaterThan(0);
      if (verdict?.status === 'manual') expect(check.question, 'what is a person asked?').toBeDefined();
      if (verdict?.status === 'fail') expect(check.fix, 'what mends it?').toBeDefined();
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
