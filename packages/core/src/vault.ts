// Where bytes lie that are written once and never changed: what hosts sent, and what was refused of it.

/** What a thing in the vault is; each has a place of its own. */
export type VaultName =
  | { readonly shelf: 'evidence'; readonly sha256: string }
  /** An upload that was refused, the n-th of a campaign. */
  | { readonly shelf: 'refused'; readonly campaignId: string; readonly position: number; readonly sha256: string };

export interface Vault {
  /** The place of a thing in words: a path, or `s3://bucket/key`. */
  place(name: VaultName): string;
  /** Keeps bytes; false where something stands there already, which stays as it is. */
  put(name: VaultName, bytes: Uint8Array): Promise<boolean>;
  /**
   * Takes bytes away for good: null, also where there were none; else what keeps them there, in words. For what is past its retention alone.
   */
  remove(name: VaultName): Promise<string | null>;
  /** The bytes as they now are, be they still what was kept or not; null where there are none. */
  get(name: VaultName): Promise<Uint8Array | null>;
}
