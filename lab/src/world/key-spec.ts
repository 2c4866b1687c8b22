// Keys of AWS KMS that a world has from its start.

export interface KeySpec {
  /** Only the lab's own word for it. */
  readonly name: string;
  readonly region: string;
  /** The account that owns it; the central one where absent. */
  readonly accountId?: string;
  /** ECC_NIST_P256 where absent. */
  readonly spec?: KeyKind;
}

/** What the lab can sign with; KMS has more. */
export const keyKinds = ['ECC_NIST_P256', 'ECC_NIST_EDWARDS25519'] as const;
export type KeyKind = (typeof keyKinds)[number];

export type KeyState = 'Enabled' | 'Disabled' | 'PendingDeletion';
