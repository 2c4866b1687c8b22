// One part of the password policy as it was found, and the judgement of any choice of its rules.
import type { Judgement, Proof, Text } from '@bongsu/core';
import { fail, numberParameter, pass, text } from '@bongsu/core';

export type PolicyRule = 'length' | 'classes' | 'root' | 'max-age' | 'min-age' | 'history';

/** A rule that is not enforced, and how. */
export interface Missing {
  readonly rule: PolicyRule;
  readonly what: Text;
}

export interface PolicyPart {
  /** Empty where the part is enforced. */
  readonly missing: readonly Missing[];
  readonly proofs: readonly (Required<Proof> & { readonly rules: readonly PolicyRule[] })[];
}

export const policyLimits = {
  lengthMin: numberParameter(text('비밀번호 최소 길이(자)', 'least length of a password, in characters'), 8, {
    min: 6,
    max: 128,
  }),
  maxDays: numberParameter(text('비밀번호 최대 사용기간(일)', 'longest age of a password, in days'), 90, {
    min: 1,
    max: 3650,
  }),
  minDays: numberParameter(text('비밀번호 최소 사용기간(일)', 'shortest age of a password, in days'), 1, {
    min: 0,
    max: 365,
  }),
  remember: numberParameter(text('금지할 이전 비밀번호 수', 'earlier passwords that are refused'), 4, {
    min: 1,
    max: 400,
  }),
};
export type PolicyLimits = { readonly [K in keyof typeof policyLimits]: number };

/** Judges the rules that an item asks for; the others are left to theirs. */
export function judgeRules(parts: readonly PolicyPart[], rules: readonly PolicyRule[]): Judgement {
  const missing = parts.flatMap((part) => part.missing).filter((one) => rules.includes(one.rule));
  const proofs = parts
    .flatMap((part) => part.proofs)
    .filter((proof) => proof.rules.some((rule) => rules.includes(rule)))
    .map(({ source, found, expected }) => ({ source, found, expected }));
  const whats = [...new Map(missing.map(({ what }) => [what.en, what])).values()];
  return whats.length === 0
    ? pass(text('비밀번호 정책이 강제됨', 'the password policy is enforced'), proofs)
    : fail(
        text(
          `강제되지 않음: ${whats.map((what) => what.ko).join(', ')}`,
          `not enforced: ${whats.map((what) => what.en).join(', ')}`,
        ),
        proofs,
      );
}
