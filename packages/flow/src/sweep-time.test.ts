// Which places are asked what became of their commands, and when: soon where nothing comes, and seldom where that costs many calls.
import { type Campaign, type Place, type PlaceMemory, placeKey, type Tally } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from './plan.ts';
import { inTurn, sampleAgain, sampleOf, sweepAgain, sweepTimes } from './sweep-time.ts';

const start = Date.parse('2026-01-01T00:00:00Z');
const at = (seconds: number): string => new Date(start + seconds * 1000).toISOString();
const seconds = (milliseconds: number | null): number | null =>
  milliseconds === null ? null : (milliseconds - start) / 1000;

const limits = { ...defaultLimits, deliverySeconds: 600, executionSeconds: 900, urlSeconds: 1800 };
const campaign = (changed: Partial<typeof limits> = {}): Campaign =>
  ({ createdAt: at(0), plan: { limits: { ...limits, ...changed } } }) as Campaign;
const givenUp = 600 + 900 + 30;
const dead = 1800 + 30;

const row = (place: number, phase: Tally['phase'], count: number, sent: readonly [number, number] | null): Tally => ({
  ...{ accountId: String(place), region: 'r', window: null, ring: 0, phase, count },
  state: phase === 'ended' ? 'assessed' : null,
  secondsMean: phase === 'ended' ? 20 : null,
  secondsSpread: phase === 'ended' ? 1 : null,
  sentFirst: sent === null ? null : at(sent[0]),
  sentLast: sent === null ? null : at(sent[1]),
});
/** So many places with ten hosts each, of which `owing` owe a result. */
const fleet = (places: number, owing: number): Tally[] =>
  Array.from({ length: places }, (_, place) => [
    ...(owing < 10 ? [row(place, 'ended', 10 - owing, [0, 10])] : []),
    row(place, 'sent', owing, [place / 100, 10]),
  ]).flat();
const memory = (place: Place, nextAt: number, tries = 1): Place & PlaceMemory => ({
  ...{ accountId: place.accountId, region: place.region, pin: null, tries, nextAt: at(nextAt), seenAt: null },
});
const times = (
  tally: readonly Tally[],
  now: number,
  remembered: readonly (Place & PlaceMemory)[] = [],
  of = campaign(),
) => {
  const found = sweepTimes(of, tally, remembered, start + now * 1000);
  return { ...found, nextAt: seconds(found.nextAt), asks: found.places.filter(({ calls }) => calls > 0).length };
};
/** After the first sweep of a host that took 20 s: half as long again, and four seconds. */
const late = 20 * 1.5 + 4;

it('is over where nobody owes a result', () => {
  expect(times([row(1, 'ended', 9, [0, 5])], 60)).toMatchObject({ places: [], nextAt: null });
});

describe('before any result', () => {
  it('asks one place for each two hundred hosts, those that were sent to first', () => {
    expect(times(fleet(100, 10), 11)).toMatchObject({ places: [], nextAt: 12 });
    const { places, sample } = times(fleet(100, 10), 12);
    expect(sample).toEqual({ tries: 0, turn: 0 });
    expect(places.map((one) => [placeKey(one), one.calls])).toEqual(
      ['0/r', '1/r', '2/r', '3/r', '4/r'].map((key) => [key, 1]),
    );
    expect(times(fleet(3, 10), 12).places.map(placeKey)).toEqual(['0/r']);
  });

  it('asks for a few commands of a large place, and the next time for others', () => {
    const large = (count: number, now: number, tries: number) =>
      times([row(1, 'sent', count, [0, 10])], now, [memory(sampleOf, now, tries)]);
    expect(large(5_000, 12, 0)).toMatchObject({ places: [{ calls: 25, cost: 100 }], sample: { turn: 0 } });
    expect(large(5_000, 36, 1)).toMatchObject({ places: [{ calls: 50 }], sample: { turn: 1 } });
    expect(large(5_000, 110, 3)).toMatchObject({ places: [{ calls: 100 }], sample: { turn: 2 } });
    expect(times(fleet(3, 10), 36, [memory(sampleOf, 36, 0)]).places.map(placeKey)).toEqual(['1/r']);
    expect([inTurn([1, 2, 3], 2, 2), inTurn([1, 2, 3], 6, 9), inTurn([], 2, 2)]).toEqual([[3, 1], [1, 2, 3], []]);
  });

  it('asks again when as much has gone by once more; at once and twice as many where most had ended', () => {
    const found = times(fleet(100, 10), 12);
    const now = start + 12_000;
    expect(sampleAgain(found, { asked: 50, ended: 25 }, now)).toEqual({ tries: 0, nextAt: at(36) });
    expect(sampleAgain(found, { asked: 50, ended: 26 }, now)).toEqual({ tries: 1, nextAt: at(12) });
    expect(sampleAgain({ ...found, sample: { tries: 2, turn: 0 } }, { asked: 2, ended: 2 }, now)).toEqual({
      tries: 3,
      nextAt: at(12),
    });
    expect(times(fleet(100, 10), 40, [memory(sampleOf, 48, 0)])).toMatchObject({ places: [], nextAt: 48 });
    expect(times(fleet(100, 10), 48, [memory(sampleOf, 48, 0)]).places).toHaveLength(5);
    expect(times(fleet(100, 10), 13, [memory(sampleOf, 12, 2)])).toMatchObject({
      sample: { tries: 2 },
      places: { length: 20 },
    });
  });

  it('asks every place when the service has given up', () => {
    const { places, sample } = times(fleet(100, 10), givenUp + 1, [memory(sampleOf, 3_000, 0)]);
    expect([sample, places.length]).toEqual([null, 100]);
  });

  it('counts an intent of which no send is known from the beginning of the campaign', () => {
    expect(times([row(1, 'intended', 1, null)], 1)).toMatchObject({ places: [], nextAt: 12 });
  });
});

describe('where results have come', () => {
  it('asks all places that owe some when theirs are late, those together that are due nearly at once', () => {
    expect(times(fleet(100, 1), late - 1)).toMatchObject({ places: [], nextAt: late });
    expect(times(fleet(100, 1), late)).toMatchObject({ sample: null, asks: 100 });
  });

  it('waits for the service to give up, where that is soon', () => {
    const brief = campaign({ deliverySeconds: 10, executionSeconds: 20 });
    expect(times(fleet(10, 1), late, [], brief)).toMatchObject({ places: [], nextAt: 60 });
  });

  const again = (tally: readonly Tally[], tries: number, now: number): number | null => {
    const place = { accountId: '0', region: 'r', all: 10, since: start, sentLast: start, at: 0, cost: 1, calls: 1 };
    const moment = start + now * 1000;
    return seconds(sweepAgain(campaign(), sweepTimes(campaign(), tally, [], moment), { ...place, tries }, moment));
  };

  it('asks once more before that only where it costs few calls', () => {
    const few = [...fleet(1, 1), row(1, 'ended', 990, [0, 10])];
    expect(again(few, 0, late)).toBe(4 * late);
    expect(again(fleet(100, 1), 0, late)).toBe(givenUp);
    expect(again(few, 1, 4 * late)).toBe(givenUp);
    expect(again(few, 2, givenUp)).toBe(dead);
    expect(again(few, 3, dead)).toBe(dead + late);
    // Of scripts that take long, too: when the URL is dead, all is over.
    const slow = few.map((one) => (one.secondsMean === null ? one : { ...one, secondsMean: 480 }));
    expect(again(slow, 1, givenUp)).toBe(dead);
  });

  it('asks again and again before that where there are few hosts, in however many places: somebody waits for them', () => {
    const few = [...fleet(3, 1), row(3, 'ended', 12, [0, 10])];
    expect(again(few, 0, late)).toBe(4 * late);
    expect(again(few, 1, 4 * late)).toBe(16 * late);
    expect(again(few, 2, 16 * late)).toBe(givenUp);
    expect(again(few, 3, givenUp)).toBe(dead);
    expect(again([...few, row(3, 'ended', 9, [0, 10])], 0, late)).toBe(givenUp);
    const dying = fleet(3, 1).map((one) => ({ ...one }));
    const swept = [0, 1, 2].map((place) => memory({ accountId: String(place), region: 'r' }, dead + 1, 2));
    expect(times(dying, dead + 1, swept)).toMatchObject({ asks: 3 });
  });

  it('asks nothing new when the URLs are dead, where it costs many calls; but what it could not ask before', () => {
    const remembered = Array.from({ length: 100 }, (_, place) =>
      memory({ accountId: String(place), region: 'r' }, dead + 1, place < 90 ? 2 : 0),
    );
    expect(times(fleet(100, 1), dead + 1, remembered)).toMatchObject({ places: { length: 100 }, asks: 10 });
    const few = [...fleet(1, 1), row(1, 'ended', 990, [0, 10])];
    expect(times(few, dead + 1, [memory({ accountId: '0', region: 'r' }, dead + 1, 2)])).toMatchObject({ asks: 1 });
    // A new attempt of a host is a new command: it is asked for, whatever was before.
    const anew = Array.from({ length: 100 }, (_, place) => row(place, 'sent', 1, [dead, dead]));
    expect(times([...fleet(100, 0).filter(({ phase }) => phase === 'ended'), ...anew], dead + 1, remembered).asks).toBe(
      100,
    );
  });

  it('waits for those that still owe, where those that were sent to before them have ended', () => {
    const others = row(1, 'ended', 8, [0, 10]);
    const place = { accountId: '1', region: 'r' };
    const left = (sent: number, next: number, tries: number, seen: number) =>
      times([row(1, 'sent', 1, [sent, sent]), others], next, [{ ...memory(place, next, tries), seenAt: at(seen) }]);
    expect(left(9, givenUp, 1, late)).toMatchObject({ places: [], nextAt: givenUp + 9 });
    expect(left(9, dead, 2, givenUp + 5)).toMatchObject({ places: [], nextAt: dead + 9 });
    // Looked at anew soon after that: what was decided then stands.
    expect(left(9, dead + late, 3, dead + 9)).toMatchObject({ asks: 1 });
    expect(left(0, 4 * late, 1, late)).toMatchObject({ asks: 1 });
  });

  it('asks again for what was sent after the last sweep, or shortly before it, when that is late', () => {
    const silent = row(1, 'sent', 1, [0, 0]);
    const others = row(1, 'ended', 8, [0, 10]);
    const swept = { ...memory({ accountId: '1', region: 'r' }, givenUp), seenAt: at(late) };
    const anew = (tried: number, now: number, seen = late) =>
      times([silent, others, row(1, 'sent', 1, [tried, tried])], now, [{ ...swept, seenAt: at(seen) }]);
    expect(anew(late + 1, late + 2)).toMatchObject({ places: [], nextAt: late + 1 + late });
    expect(anew(late + 1, late + 1 + late)).toMatchObject({ sample: null, asks: 1 });
    // That sweep is its own.
    expect(anew(late + 1, late + 2 + late, late + 1 + late)).toMatchObject({ places: [], nextAt: givenUp });
    expect(anew(late / 2 - 1, late + 2)).toMatchObject({ places: [], nextAt: givenUp });
    expect(anew(late / 2 + 1, late + 2)).toMatchObject({ places: [], nextAt: late / 2 + 1 + late });
    // Where nobody wrote down when it was, it is as it was meant.
    const untold = { ...swept, seenAt: null };
    expect(times([silent, others, row(1, 'sent', 1, [300, 300])], 301, [untold])).toMatchObject({ nextAt: givenUp });
  });
});
