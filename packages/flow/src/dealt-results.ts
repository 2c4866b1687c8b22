// What this process has seen of results: which are dealt with, so that a listing of 50,000 asks the store only for those that are new, and
// when all were listed, so that they are not listed again at once.
import type { ResultObject } from '@bongsu/core';

export interface DealtResults {
  /** Those of the listing that may still need to be held against their targets. */
  left(campaignId: string, listed: readonly ResultObject[]): readonly ResultObject[];
  add(campaignId: string, object: ResultObject): void;
  /** Deals with what was listed; `allAt` is when a listing of all results began, in milliseconds since 1970, and null where it is of some. */
  deal<Done>(campaignId: string, allAt: number | null, work: () => Promise<Done>): Promise<Done>;
  isDealing(campaignId: string): boolean;
  /** When a sweep's listing of all results began that was dealt with here; null where results have been looked for since. */
  sweptAt(campaignId: string): number | null;
  swept(campaignId: string, at: number | null): void;
  /** When the last listing of all results began that is dealt with here; null where there was none, or it is forgotten. */
  listedAt(campaignId: string): number | null;
}

/** Campaigns remembered at a time: some 10 MB for one of 50,000 hosts. What is forgotten is asked for again. */
const campaignsMax = 4;

interface Held {
  readonly marks: Set<string>;
  listedAt: number | null;
  sweptAt: number | null;
  dealing: number;
}

/** Only what can never change again may be added: evidence that was accepted stands, and its object is listed for ever. */
export function dealtResults(): DealtResults {
  const known = new Map<string, Held>();
  const of = (campaignId: string): Held => {
    const held = known.get(campaignId) ?? { marks: new Set(), listedAt: null, sweptAt: null, dealing: 0 };
    if (known.has(campaignId)) return held;
    known.set(campaignId, held);
    const [oldest] = known.keys();
    if (known.size > campaignsMax && oldest !== undefined) known.delete(oldest);
    return held;
  };
  return {
    left: (campaignId, listed) => {
      const marks = known.get(campaignId)?.marks;
      return marks === undefined ? listed : listed.filter((object) => !marks.has(markOf(object)));
    },
    add: (campaignId, object) => void of(campaignId).marks.add(markOf(object)),
    deal: async (campaignId, allAt, work) => {
      const held = of(campaignId);
      held.listedAt = allAt ?? held.listedAt;
      held.dealing += 1;
      try {
        return await work();
      } finally {
        held.dealing -= 1;
      }
    },
    isDealing: (campaignId) => (known.get(campaignId)?.dealing ?? 0) > 0,
    sweptAt: (campaignId) => known.get(campaignId)?.sweptAt ?? null,
    swept: (campaignId, at) => {
      of(campaignId).sweptAt = at;
    },
    listedAt: (campaignId) => known.get(campaignId)?.listedAt ?? null,
  };
}

/** The same key written again is another object. */
function markOf({ key, etag, writtenAt }: ResultObject): string {
  return `${key} ${etag} ${writtenAt}`;
}
