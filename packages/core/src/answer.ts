// What a person answered where no host could tell: a verdict of theirs, with who, when and until when.
import type { Instant } from './language.ts';
import { hostKey } from './snapshot.ts';

/** Whom an answer speaks of: every host, those of one account, or one. `*`, `<account>` or `<account>/<region>/<instance>`. */
export type AnswerScope = string;

export interface Answer {
  readonly unit: string;
  readonly scope: AnswerScope;
  readonly verdict: 'pass' | 'fail' | 'notApplicable';
  /** In the person's words; foreign text. */
  readonly words: string;
  readonly by: string;
  readonly at: Instant;
  readonly expiresAt: Instant;
}

/** How near an answer is to a host: a nearer one outweighs a wider one; -1 where it speaks of others. */
export function answerNearness(
  scope: AnswerScope,
  host: { readonly accountId: string; readonly region: string; readonly instanceId: string },
): number {
  if (scope === '*') return 0;
  if (scope === host.accountId) return 1;
  return scope === hostKey(host) ? 2 : -1;
}
