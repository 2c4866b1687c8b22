// Lays people's answers over the verdicts that ask for one. Only `manual` asks; an answer never moves what a host showed.
import type { Answer, HostVerdict, Instant } from '@bongsu/core';
import { answerNearness } from '@bongsu/core';

/** A verdict as it counts: with the answer that gave its status, or the last one that has expired. */
export type AnsweredVerdict<V extends HostVerdict = HostVerdict> = V & {
  readonly answer?: Answer;
  readonly expired?: Answer;
};

/** The nearest answer counts, and of equally near ones the latest; one that has expired counts for nothing and is shown. */
export function answered<V extends HostVerdict>(
  verdicts: readonly V[],
  answers: readonly Answer[],
  now: Instant,
): AnsweredVerdict<V>[] {
  const byUnit = Map.groupBy(answers, (answer) => answer.unit);
  return verdicts.map((verdict) => {
    if (verdict.status !== 'manual') return verdict;
    const about = (byUnit.get(verdict.unit) ?? [])
      .map((answer) => ({ answer, near: answerNearness(answer.scope, verdict) }))
      .filter(({ near }) => near >= 0)
      .sort((a, b) => b.near - a.near || (a.answer.at < b.answer.at ? 1 : -1))
      .map(({ answer }) => answer);
    const valid = about.find((answer) => answer.expiresAt > now);
    if (valid) return { ...verdict, status: valid.verdict, answer: valid };
    return about[0] ? { ...verdict, expired: about[0] } : verdict;
  });
}
