// Asks the shared buckets for leave to send, and tells them how it went; one question a tick for all places.
import type { Bucket, Clock, PacerStore, PaceKey, Place } from '@bongsu/core';
import { placeKey } from '@bongsu/core';
import { type Called, bucketFirst, bucketLearn, bucketTake } from '@bongsu/engines';
import { type Breakers, openBreakers } from './breakers.ts';

export interface Grants {
  readonly place: Place;
  readonly granted: number;
  /** Calls a second that the place is tried at. */
  readonly rate: number;
}

export interface Taken {
  readonly grants: readonly Grants[];
  /** Until a place that wants more may have it; Infinity where none does, or only answers give it room. */
  readonly waitMilliseconds: number;
}

export interface Paced {
  /** Tells what was learnt since, then takes what may be sent. */
  take(wants: readonly { readonly place: Place; readonly want: number }[]): Promise<Taken>;
  readonly breakers: Breakers;
  /** A call begins; gives what to call with its outcome. */
  begin(place: Place): (throttled: boolean | null) => void;
}

const api = 'ssm:SendCommand';

/** At most `concurrency` calls are under way in a place. */
export function openPace(
  concurrency: number,
  { pacer, clock }: { readonly pacer: PacerStore; readonly clock: Clock },
): Paced {
  const flying = new Map<string, number>();
  let told = new Map<string, { readonly place: Place; readonly calls: Called[] }>();
  return {
    breakers: openBreakers(pacer),
    begin(place) {
      const key = placeKey(place);
      flying.set(key, (flying.get(key) ?? 0) + 1);
      const startedAt = clock.now().getTime();
      return (throttled) => {
        flying.set(key, (flying.get(key) ?? 1) - 1);
        // Of a call whose answer is not known nothing is learnt.
        if (throttled === null) return;
        const held = told.get(key) ?? { place, calls: [] };
        held.calls.push({ startedAt, throttled });
        told.set(key, held);
      };
    },
    async take(wants) {
      const learnt = told;
      told = new Map();
      const asked = new Map(wants.map(({ place, want }) => [placeKey(place), { place, want }]));
      for (const [key, { place }] of learnt) if (!asked.has(key)) asked.set(key, { place, want: 0 });
      const places = [...asked.entries()];
      const now = clock.now().getTime();
      return pacer.bucketChange(
        places.map(([, { place }]): PaceKey => ({ ...place, api })),
        (buckets) => {
          const after: Bucket[] = [];
          const grants: Grants[] = [];
          let waitMilliseconds = Infinity;
          places.forEach(([key, { place, want }], index) => {
            const bucket = bucketLearn(buckets[index] ?? bucketFirst(now), learnt.get(key)?.calls ?? [], now);
            const free = Math.max(0, concurrency - (flying.get(key) ?? 0));
            const grant = bucketTake(bucket, Math.min(want, free), now);
            after.push(grant.bucket);
            if (grant.granted > 0) grants.push({ place, granted: grant.granted, rate: grant.bucket.rate });
            const missing = grant.granted < Math.min(want, free);
            // What was granted may be followed by more; what waits for answers waits for no token.
            const wait = missing ? grant.waitMilliseconds : grant.granted > 0 ? 1000 / grant.bucket.rate : Infinity;
            waitMilliseconds = Math.min(waitMilliseconds, wait);
          });
          return { buckets: after, result: { grants, waitMilliseconds } };
        },
      );
    },
  };
}
