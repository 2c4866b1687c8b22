// What this process has seen to be dealt with, so that a listing of 50,000 results asks the store only for those that are new.
import type { ResultObject } from '@bongsu/core';

export interface DealtResults {
  /** Those of the listing that may still need to be held against their targets. */
  left(campaignId: string, listed: readonly ResultObject[]): readonly ResultObject[];
  add(campaignId: string, object: ResultObject): void;
}

/** Campaigns remembered at a time: some 10 MB for one of 50,000 hosts. What is forgotten is asked for again. */
const campaignsMax = 4;

/** Only what can never change again may be added: evidence that was accepted stands, and its object is listed for ever. */
export function dealtResults(): DealtResults {
  const known = new Map<string, Set<string>>();
  return {
    left: (campaignId, listed) => {
      const dealt = known.get(campaignId);
      return dealt === undefined ? listed : listed.filter((object) => !dealt.has(markOf(object)));
    },
    add: (campaignId, object) => {
      const dealt = known.get(campaignId) ?? new Set();
      if (dealt.size === 0) {
        known.set(campaignId, dealt);
        const [oldest] = known.keys();
        if (known.size > campaignsMax && oldest !== undefined) known.delete(oldest);
      }
      dealt.add(markOf(object));
    },
  };
}

/** The same key written again is another object. */
function markOf({ key, etag, writtenAt }: ResultObject): string {
  return `${key} ${etag} ${writtenAt}`;
}
