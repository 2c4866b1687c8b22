// When the commands of a place are asked for, and of which places: a sweep costs at least a call for each account and Region, and one more
// for each page.
import type { Campaign, Place, PlaceMemory, Tally } from '@bongsu/core';
import { placeKey } from '@bongsu/core';
import { countOf, fewHosts, instants, lateSeconds } from './tally-sums.ts';
import { isUnderWay } from './under-way.ts';

/** A place that owes results. */
export interface Owing extends Place {
  /** Targets of the place, ended or not: its commands are listed together. */
  readonly all: number;
  /** Calls that ask for all commands that are owed. */
  readonly cost: number;
  /** The oldest send that has not ended, or the campaign's beginning where none is known to have been sent; in milliseconds since 1970. */
  readonly since: number;
  /** The latest of them. */
  readonly sentLast: number;
}

/** A place to sweep now. */
export interface Due extends Owing {
  readonly tries: number;
  /** When it was due, in milliseconds since 1970. */
  readonly at: number;
  /** Calls to ask for commands, the oldest first; where there are none, results are listed and what is overdue is given up. */
  readonly calls: number;
}

export interface Sample {
  /** So many samples before showed that most of those asked for had ended. */
  readonly tries: number;
  /** Those asked for before this moment: the silent are not asked for again while others are not. */
  readonly turn: number;
}

export interface SweepTimes {
  /** What to sweep now. */
  readonly places: readonly Due[];
  /** These are some of many, before any result has come. Null for a place's own sweep. */
  readonly sample: Sample | null;
  /** When there is something to sweep, in milliseconds since 1970; null where nothing is owed. */
  readonly nextAt: number | null;
  /** Milliseconds after which a command is late, by what others took; null where none has given a result yet. */
  readonly base: number | null;
  /** Sweeps that may follow a place's first, at growing times, before the service gives up. */
  readonly more: number;
}

/** The first sweep of a place: so long after the oldest open command is late by what others took. */
const afterLateSeconds = 4;
/** Where no result has come: perhaps none ever will. Then at three times the time gone by, and so on. */
const firstSampleSeconds = 12;
const sampleGrowth = 3;
/** A sweep that follows another, in times of it; the last come when the service itself gives up, and when the URL has died. */
const nextSweep = 4;
/** Where somebody waits for few hosts: who failed late is not first heard of when the service gives up. */
const fewSweepsMax = 5;
/** The service ends what was not delivered or not finished some time after its limits. */
const givenUpSeconds = 30;
/** A first sweep that would come after half of the time until the service gives up waits for that. */
const soonShare = 0.5;
/** Places that are due so soon after one are swept with it: they then share the listing of results. */
const togetherShare = 0.25;
/** What tells sooner, but not more, may take a call for so many hosts. */
const hostsPerCall = 200;

/** Invocations in a page of ListCommandInvocations, and so in a call. */
export const invocationsPerCall = 50;

/** For the time of the next sample, among what is remembered of a campaign's places. */
export const sampleOf = { accountId: '*', region: 'sample' } as const;

/** Says what to sweep at `now`. */
export function sweepTimes(
  campaign: Campaign,
  tally: readonly Tally[],
  remembered: readonly (Place & PlaceMemory)[],
  now: number,
): SweepTimes {
  const owing = placesOwing(campaign, tally);
  if (owing.length === 0) return { places: [], sample: null, nextAt: null, base: null, more: 0 };
  const memories = new Map(remembered.map((one) => [placeKey(one), one]));
  const base = sweepBase(tally);
  const all = owing.map((place): Omit<Due, 'calls'> => {
    const memory = memories.get(placeKey(place));
    return { ...place, tries: memory?.tries ?? 0, at: dueAt(campaign, place, base, memory) };
  });
  const first = Math.min(...all.map(({ at }) => at));
  const spare = callsToSpare(tally);
  const few = countOf(tally) <= fewHosts;
  const known = { base, more: few ? fewSweepsMax : costOf(owing) <= spare ? 1 : 0 };
  if (first <= now) {
    const due = all.filter(({ at }) => at <= now + (base ?? 0) * togetherShare);
    // What the service did not say when it had given up, it does not say when the URL is dead.
    const told = (one: Omit<Due, 'calls'>): boolean => one.tries > 0 && one.at >= deadAt(campaign, one.since);
    const dear = !few && costOf(due) > spare;
    const places = due.map((one) => ({ ...one, calls: dear && told(one) ? 0 : one.cost }));
    return { ...known, places, sample: null, nextAt: first };
  }
  if (base !== null) return { ...known, places: [], sample: null, nextAt: first };
  const oldest = Math.min(...all.map(({ since }) => since));
  const memory = memories.get(placeKey(sampleOf));
  const sampleAt = instantOf(memory) ?? oldest + firstSampleSeconds * 1000;
  const sample = { tries: memory?.tries ?? 0, turn: turnAt(now - oldest) };
  const calls = spare * 2 ** sample.tries;
  const some = inTurn(
    all.toSorted((one, other) => one.since - other.since),
    sample.turn * calls,
    calls,
  );
  const each = Math.floor(calls / some.length);
  const places = sampleAt <= now ? some.map((one) => ({ ...one, calls: Math.min(one.cost, each) })) : [];
  return { ...known, places, sample, nextAt: Math.min(first, sampleAt) };
}

/** When a place is due again after a sweep at `now`, in milliseconds since 1970. */
export function sweepAgain(campaign: Campaign, times: SweepTimes, { since }: Due, now: number): number {
  const base = times.base ?? firstSampleSeconds * 1000;
  const givenUp = givenUpAt(campaign, since);
  const later = Array.from({ length: times.more }, (_, nth) => since + base * nextSweep ** (nth + 1));
  // Where the service itself gives up not much later, that moment tells as much.
  const early = later.filter((at) => at < middle(since, givenUp));
  const dead = deadAt(campaign, since);
  const next = [...early, givenUp].find((at) => at > now + base / 2) ?? dead;
  return next > now ? next : now + Math.max(base, givenUpSeconds * 1000);
}

/** What to remember of a sample at `now`. Where most of those that were asked for had ended, twice as many places are asked at once. */
export function sampleAgain(
  { places, sample }: Pick<SweepTimes, 'places' | 'sample'>,
  { asked, ended }: { readonly asked: number; readonly ended: number },
  now: number,
): Pick<PlaceMemory, 'tries' | 'nextAt'> {
  const oldest = Math.min(...places.map(({ since }) => since));
  const most = ended * 2 > asked;
  const next = most ? now : now + (now - oldest) * (sampleGrowth - 1);
  return { tries: most ? (sample?.tries ?? 0) + 1 : 0, nextAt: new Date(next).toISOString() };
}

function dueAt(campaign: Campaign, place: Owing, base: number | null, memory: PlaceMemory | undefined): number {
  const remembered = instantOf(memory);
  if (remembered === null) return firstAt(campaign, place.since, base);
  const next = turnOf(campaign, place.since, remembered);
  // What was sent after the last sweep, or so shortly before that it told nothing, is a wave of its own.
  const isTold = base === null || !memory?.seenAt || place.sentLast <= Date.parse(memory.seenAt) - base / 2;
  return isTold ? next : Math.min(next, firstAt(campaign, place.sentLast, base));
}

/** How many samples came before one that is made when so many milliseconds have gone by. */
function turnAt(gone: number): number {
  const times = Math.max(1, gone / 1000 / firstSampleSeconds);
  return Math.round(Math.log(times) / Math.log(sampleGrowth));
}

/** So many of these, from one of them on and round again. */
export function inTurn<Item>(items: readonly Item[], from: number, count: number): Item[] {
  const start = items.length === 0 ? 0 : from % items.length;
  return [...items.slice(start), ...items.slice(0, start)].slice(0, count);
}

/** What was decided by sends that have ended since is meant for those that are left. */
function turnOf(campaign: Campaign, since: number, next: number): number {
  const givenUp = givenUpAt(campaign, since);
  if (next < middle(since, givenUp)) return next;
  return [givenUp, deadAt(campaign, since)].find((at) => at >= next) ?? next;
}

function middle(since: number, givenUp: number): number {
  return (since + givenUp) / 2;
}

function firstAt(campaign: Campaign, since: number, base: number | null): number {
  const givenUp = givenUpAt(campaign, since);
  return base === null || base > (givenUp - since) * soonShare ? givenUp : since + base;
}

function givenUpAt({ plan }: Campaign, since: number): number {
  return since + (plan.limits.deliverySeconds + plan.limits.executionSeconds + givenUpSeconds) * 1000;
}

/** Sends of one place are spread over some time: the last URL dies after the first. */
function deadAt({ plan }: Campaign, since: number): number {
  return since + (plan.limits.urlSeconds + givenUpSeconds) * 1000;
}

function callsToSpare(tally: readonly Tally[]): number {
  return Math.max(1, Math.floor(countOf(tally) / hostsPerCall));
}

function costOf(places: readonly Owing[]): number {
  return places.reduce((sum, { cost }) => sum + cost, 0);
}

function placesOwing({ createdAt }: Campaign, tally: readonly Tally[]): Owing[] {
  return [...Map.groupBy(tally, placeKey).values()].flatMap((rows) => {
    const [first] = rows;
    const open = rows.filter(isUnderWay);
    if (!first || open.length === 0) return [];
    const sent = instants(open.map((row) => row.sentFirst));
    // How old an intent is that was never sent as far as is known is seen when the place is looked at.
    const since = sent.length > 0 ? Math.min(...sent) : Date.parse(createdAt);
    const sentLast = Math.max(since, ...instants(open.map((row) => row.sentLast)));
    const all = countOf(rows);
    const cost = Math.min(countOf(open), Math.ceil(all / invocationsPerCall));
    return [{ accountId: first.accountId, region: first.region, all, cost, since, sentLast }];
  });
}

/** Milliseconds after which a command is late, by what others took; null where none has given a result yet. */
function sweepBase(tally: readonly Tally[]): number | null {
  const late = lateSeconds(tally);
  return late === null ? null : (late + afterLateSeconds) * 1000;
}

function instantOf(memory: PlaceMemory | undefined): number | null {
  return memory?.nextAt ? Date.parse(memory.nextAt) : null;
}
