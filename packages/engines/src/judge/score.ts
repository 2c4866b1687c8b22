// A score: weighted by importance, with what does not apply left out and what is unknown never counted as good.
import type { Importance, VerdictStatus } from '@bongsu/core';

export interface ScoreRules {
  readonly weights: Readonly<Record<Importance, number>>;
  /** Items that wait for a person: left out, or counted as not good. */
  readonly manual: 'left-out' | 'not-good';
}

/** 상 3, 중 2, 하 1, manual left out: what two independent public tools for the guide do; the guide itself gives no formula. */
export const scoreRules: ScoreRules = { weights: { high: 3, medium: 2, low: 1 }, manual: 'left-out' };

/** The formula in words of a program; printed beside every score. */
export function scoreFormula({ weights, manual }: ScoreRules): string {
  const judged = manual === 'left-out' ? 'pass + fail + unknown' : 'pass + fail + unknown + manual';
  const out = manual === 'left-out' ? 'N/A and manual left out' : 'N/A left out';
  return `Σ weight(pass) / Σ weight(${judged}); high ${weights.high}, medium ${weights.medium}, low ${weights.low}; ${out}`;
}

export interface Score {
  /** 0 to 100 with one decimal; null where nothing was judged. */
  readonly percent: number | null;
  /** Weights: of what passed, and of everything judged. */
  readonly passed: number;
  readonly judged: number;
  /** Items left out, so that nobody takes a high score of few items for a good one. */
  readonly leftOut: number;
}

/** The score of any set of items: a host's, a group's, a fleet's. */
export function scoreOf(
  items: Iterable<{ readonly status: VerdictStatus; readonly importance: Importance }>,
  rules: ScoreRules = scoreRules,
): Score {
  let [passed, judged, leftOut] = [0, 0, 0];
  for (const { status, importance } of items) {
    const weight = rules.weights[importance];
    switch (status) {
      case 'pass':
        passed += weight;
        judged += weight;
        break;
      case 'fail':
      case 'unknown':
        judged += weight;
        break;
      case 'manual':
        if (rules.manual === 'not-good') judged += weight;
        else leftOut += 1;
        break;
      case 'notApplicable':
        leftOut += 1;
        break;
    }
  }
  return { percent: judged === 0 ? null : Math.round((passed / judged) * 1000) / 10, passed, judged, leftOut };
}
