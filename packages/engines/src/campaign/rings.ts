// Rings: which targets may be sent to now, and when a campaign must stop.
import type { CampaignPlan, CoverageState, Lang, Ring, Tally } from '@bongsu/core';

/** Ends that say that something is wrong with the campaign or its hosts; the others were known before, or are well. */
const bad: ReadonlySet<CoverageState> = new Set([
  'undeliverable',
  'timed-out',
  'failed',
  'no-result',
  'result-refused',
]);

/**
 * The ring of each of `count` targets, in an order that the caller has drawn by lot. A ring that would hold nobody new is left out
 * of the numbers, so that they stay in step with `rings`; whoever no ring reaches is in the last.
 */
export function ringsOf(rings: readonly Ring[], count: number): number[] {
  const ends = rings.map(({ upTo }) =>
    Math.min(count, 'count' in upTo ? upTo.count : Math.ceil((upTo.percent / 100) * count)),
  );
  return Array.from({ length: count }, (_, index) => {
    const ring = ends.findIndex((end) => index < end);
    return ring < 0 ? Math.max(0, rings.length - 1) : ring;
  });
}

/** The rings of a plan; one of all targets where it names none. */
export function ringsOfPlan(plan: Pick<CampaignPlan, 'rings'>): readonly Ring[] {
  return plan.rings && plan.rings.length > 0 ? plan.rings : [allAtOnce];
}

const allAtOnce: Ring = { upTo: { percent: 100 }, stop: { count: null, percent: null } };

export interface RingState {
  /** Targets up to this ring may be sent to. */
  readonly open: number;
  /** Why nothing more may be sent, in words and numbers; null where nothing stands against it. */
  readonly stop: string | null;
}

/** A ring opens when every target of those before has ended, and none of them stopped the campaign. */
export function ringState(rings: readonly Ring[], tally: readonly Tally[]): RingState {
  for (const [index, ring] of rings.entries()) {
    const upToHere = tally.filter((row) => row.ring <= index);
    const stop = stopOf(ring, index, upToHere);
    if (stop !== null) return { open: index, stop };
    const running = upToHere.some((row) => row.phase !== 'ended' && row.phase !== 'waiting');
    if (running || index === rings.length - 1) return { open: index, stop: null };
  }
  return { open: 0, stop: null };
}

function stopOf({ stop }: Ring, index: number, tally: readonly Tally[]): string | null {
  const attempted = tally.filter(
    (row) => row.phase === 'ended' && !row.seen && row.state !== null && (row.sentFirst !== null || bad.has(row.state)),
  );
  const all = sum(attempted);
  const wrong = sum(attempted.filter((row) => row.state !== null && bad.has(row.state)));
  const percent = all === 0 ? 0 : (wrong / all) * 100;
  const tooMany = stop.count !== null && wrong > stop.count;
  const tooGreat = stop.percent !== null && percent > stop.percent;
  if (!tooMany && !tooGreat) return null;
  const limit = tooMany ? `more than ${stop.count}` : `more than ${stop.percent} %`;
  return `ring ${index + 1}: ${wrong} of ${all} ended badly, ${limit}`;
}

/** Why a campaign stopped, as it is written down, in the words of the reader; other reasons as they are. */
export function stopSaid(why: string, lang: Lang): string {
  const [, ring, wrong, all, most] =
    /^ring (\d+): (\d+) of (\d+) ended badly, more than ([\d.]+(?: %)?)$/.exec(why) ?? [];
  if (lang === 'en' || ring === undefined) return why;
  return `링 ${ring}: ${all}대 가운데 ${wrong}대가 실패, 기준 ${most} 초과`;
}

function sum(rows: readonly Tally[]): number {
  return rows.reduce((total, row) => total + row.count, 0);
}
