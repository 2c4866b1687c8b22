// Asks the shared buckets for leave to send, and tells them how it went; one question a tick for all places.
import type { Bucket, Clock, PacerStore, PaceKey, Place } from '@bongsu/core';
import { placeKey } from '@bongsu/core';
import { aheadMilliseconds, bucketFirst, bucketLearn, bucketTake, type Called } from '@bongsu/engines';
import { type Breakers, openBreakers } from './breakers.ts';

/** One call may be begun, at a moment of its own. */
export interface Leave {
  readonly place: Place;
  /** From now, when it was given. */
  readonly startMilliseconds: number;
}

export interface Taken {
  readonly grants: readonly { readonly place: Place; readonly leaves: readonly Leave[] }[];
  /** Until a place that wants more may have it; Infinity where none does, or only answers give it room. */
  readonly waitMilliseconds: number;
}

export interface Paced {
  /** Tells what was learnt since, then takes what may be sent. */
  take(wants: readonly { readonly place: Place; readonly want: number }[], who?: 'interactive'): Promise<Taken>;
  readonly breakers: Breakers;
  /**
   * A call begins; gives what to call with its outcome. Null where it must not: a throttle has come since the leave was given, for the call
   * would be another, or too many are under way.
   */
  begin(leave: Leave): ((went: Called['went'] | null) => void) | null;
  /** No call was found for it. */
  giveBack(leave: Leave): void;
}

const api = 'ssm:SendCommand';
/** How long a call lasts where none has ended yet, and the least that is counted on. */
const lastsFirst = aheadMilliseconds;
const lastsLeast = 50;

interface AtPlace {
  readonly place: Place;
  flying: number;
  /** Milliseconds from a call to its answer, lately. */
  lasts: number;
  told: Called[];
  /** Leaves that no call was begun with yet. */
  readonly open: Map<Leave, Pick<Called, 'startedAt' | 'era'>>;
}

/** At most `concurrency` calls are under way in a place. */
export function openPace(
  concurrency: number,
  { pacer, clock }: { readonly pacer: PacerStore; readonly clock: Clock },
): Paced {
  const places = new Map<string, AtPlace>();
  const at = (place: Place): AtPlace => {
    const held = places.get(placeKey(place)) ?? { place, flying: 0, lasts: lastsFirst, told: [], open: new Map() };
    places.set(placeKey(place), held);
    return held;
  };
  const giveBack = (leave: Leave): void => {
    const { open, told } = at(leave.place);
    const given = open.get(leave);
    if (given && open.delete(leave)) told.push({ ...given, went: 'unmade' });
  };
  return {
    breakers: openBreakers(pacer),
    giveBack,
    begin(leave) {
      const here = at(leave.place);
      const given = here.open.get(leave);
      if (given === undefined) return null;
      if (here.flying >= concurrency) {
        giveBack(leave);
        return null;
      }
      here.open.delete(leave);
      here.flying += 1;
      const startedAt = clock.now().getTime();
      return (went) => {
        here.flying -= 1;
        here.lasts += (Math.max(lastsLeast, clock.now().getTime() - startedAt) - here.lasts) / 10;
        // Of a call whose answer is not known nothing is learnt.
        if (went === null) return;
        here.told.push({ startedAt, era: given.era, went });
        if (went === 'throttled') for (const waiting of [...here.open.keys()]) giveBack(waiting);
      };
    },
    async take(wants, who) {
      const asked = new Map(wants.map(({ place, want }) => [placeKey(place), { here: at(place), want }]));
      for (const [key, here] of places) if (here.told.length > 0 && !asked.has(key)) asked.set(key, { here, want: 0 });
      const questions = [...asked.values()].map(({ here, want }) => {
        const learnt = here.told;
        here.told = [];
        return { here, want, learnt, free: roomAt(here, concurrency) };
      });
      const now = clock.now().getTime();
      const taken = await pacer.bucketChange(
        questions.map(({ here }): PaceKey => ({ ...here.place, api })),
        (buckets) => {
          const grants = questions.map(({ want, learnt, free }, index) => {
            const bucket = bucketLearn(buckets[index] ?? bucketFirst(now), learnt, want, now);
            return bucketTake(bucket, Math.min(want, free), now, who);
          });
          return { buckets: grants.map(({ bucket }): Bucket => bucket), result: grants };
        },
      );
      let waitMilliseconds = Infinity;
      const grants = questions.map(({ here, want, free }, index) => {
        const { starts = [], bucket, waitMilliseconds: wait = Infinity } = taken[index] ?? {};
        // What waits for answers waits for no moment.
        if (want > starts.length && free > starts.length) waitMilliseconds = Math.min(waitMilliseconds, wait);
        const leaves = starts.map((startMilliseconds): Leave => ({ place: here.place, startMilliseconds }));
        for (const leave of leaves)
          here.open.set(leave, { startedAt: now + leave.startMilliseconds, era: bucket?.era ?? 0 });
        return { place: here.place, leaves };
      });
      return { grants: grants.filter(({ leaves }) => leaves.length > 0), waitMilliseconds };
    },
  };
}

/** How many calls may be begun until the next look: one after the other where they are answered sooner. */
function roomAt({ flying, lasts }: AtPlace, concurrency: number): number {
  return flying >= concurrency ? 0 : Math.floor(concurrency * Math.max(1, aheadMilliseconds / lasts)) - flying;
}
