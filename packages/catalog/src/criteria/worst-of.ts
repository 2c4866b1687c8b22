// Several judgements of one item as one: the worst decides, and the evidence of all is kept.
import type { Judgement, JudgementStatus } from '@bongsu/core';

const order: readonly JudgementStatus[] = ['fail', 'manual', 'pass', 'notApplicable'];

/** The worst judgement with its reason; those of the same status add theirs. Null where there is none. */
export function worstOf(judgements: readonly Judgement[]): Judgement | null {
  const status = order.find((one) => judgements.some((judgement) => judgement.status === one));
  if (status === undefined) return null;
  const same = judgements.filter((judgement) => judgement.status === status);
  return {
    status,
    reason: {
      ko: once(same.map((judgement) => judgement.reason.ko)),
      en: once(same.map((judgement) => judgement.reason.en)),
    },
    evidence: judgements.flatMap((judgement) => judgement.evidence),
  };
}

function once(reasons: readonly string[]): string {
  return [...new Set(reasons)].join('; ');
}
