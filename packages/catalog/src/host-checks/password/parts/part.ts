// One part of the password policy as it was found: what proves it and what is missing.
import type { Proof, Text } from '@bongsu/core';

export interface PolicyPart {
  /** Empty where the part is enforced. */
  readonly missing: readonly Text[];
  readonly proofs: readonly Proof[];
}
