// A score: weighted by importance, with what was not judged left out and what is unknown never counted as good.
import type { Importance, VerdictStatus } from '@bongsu/core';

/** 상 3, 중 2, 하 1: what two independent public tools for the guide use; the guide itself gives no formula. */
const importanceWeights: Readonly<Record<Importance, number>> = { high: 3, medium: 2, low: 1 };

export const scoreFormula =
  'Σ weight(pass) / Σ weight(pass + fail + unknown); high 3, medium 2, low 1; N/A and manual left out';

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
export function scoreOf(items: readonly { readonly status: VerdictStatus; readonly importance: Importance }[]): Score {
  let [passed, judged, leftOut] = [0, 0, 0];
  for (const { status, importance } of items) {
    const weight = importanceWeights[importance];
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
      case 'notApplicable':
        leftOut += 1;
        break;
    }
  }
  return { percent: judged === 0 ? null : Math.round((passed / judged) * 1000) / 10, passed, judged, leftOut };
}
