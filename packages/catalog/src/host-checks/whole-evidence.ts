// The whole evidence of a verdict as text, for a case that asks for every proof and no other.
import type { Proof } from '@bongsu/core';

/** For `because`: each proof as source, what was found there and, where it is said, what was expected. */
export function wholeEvidence(
  ...proofs: readonly (readonly [source: string, found: string, expected?: string])[]
): string {
  return JSON.stringify(
    proofs.map(
      ([source, found, expected]): Proof => ({ source, found, ...(expected === undefined ? {} : { expected }) }),
    ),
  );
}
