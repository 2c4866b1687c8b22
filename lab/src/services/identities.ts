// Everyone who may call: long-lived keys, sessions and instance credentials, found by access key id.
import type { Identity } from '../endpoint/contract.ts';

export interface Identities {
  add(identity: Identity): Identity;
  find(accessKeyId: string): Identity | undefined;
}

/** An empty book. */
export function createIdentities(): Identities {
  const byKey = new Map<string, Identity>();
  return {
    add: (identity) => {
      byKey.set(identity.accessKeyId, identity);
      return identity;
    },
    find: (accessKeyId) => byKey.get(accessKeyId),
  };
}
