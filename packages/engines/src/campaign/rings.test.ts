// Who is in which ring, when the next one opens, and what stops a campaign.
import type { Ring, Tally } from '@bongsu/core';
import { expect, it } from 'vitest';
import { ringState, ringsOf, stopSaid } from './rings.ts';

const none = { count: null, percent: null };
const rings: readonly Ring[] = [
  { upTo: { count: 1 }, stop: { count: 0, percent: null } },
  { upTo: { percent: 1 }, stop: none },
  { upTo: { percent: 10 }, stop: { count: null, percent: 20 } },
  { upTo: { percent: 100 }, stop: none },
];
const at = '2026-01-01T00:00:00.000Z';
const row = (ring: number, phase: Tally['phase'], state: Tally['state'], count = 1): Tally => ({
  accountId: '1',
  region: 'r',
  window: null,
  ring,
  phase,
  state,
  count,
  secondsMean: null,
  secondsSpread: null,
  sentFirst: phase === 'sent' || phase === 'ended' ? at : null,
  sentLast: phase === 'sent' || phase === 'ended' ? at : null,
});

it('deals out 1, 1 %, 10 %, all', () => {
  const of = (count: number) =>
    ringsOf(rings, count).reduce((sums, ring) => sums.with(ring, (sums[ring] ?? 0) + 1), [0, 0, 0, 0]);
  expect(of(5000)).toEqual([1, 49, 450, 4500]);
  expect(of(24)).toEqual([1, 0, 2, 21]);
  expect(of(1)).toEqual([1, 0, 0, 0]);
  expect(of(0)).toEqual([0, 0, 0, 0]);
});
it('puts whom no ring reaches into the last, and all into one where there are none', () => {
  expect(ringsOf([{ upTo: { count: 1 }, stop: none }], 3)).toEqual([0, 0, 0]);
  expect(ringsOf([], 2)).toEqual([0, 0]);
});

it('opens a ring when those before have ended; an empty one is passed', () => {
  expect(ringState(rings, [row(0, 'planned', null), row(2, 'planned', null)])).toEqual({ open: 0, stop: null });
  expect(ringState(rings, [row(0, 'sent', null), row(2, 'planned', null)])).toEqual({ open: 0, stop: null });
  expect(ringState(rings, [row(0, 'ended', 'assessed'), row(2, 'planned', null)])).toEqual({ open: 2, stop: null });
  expect(ringState(rings, [row(0, 'ended', 'assessed'), row(2, 'ended', 'assessed', 9)]).open).toBe(3);
  expect(ringState([], [row(0, 'planned', null)])).toEqual({ open: 0, stop: null });
});
it('does not wait for targets that are not there', () =>
  expect(ringState(rings, [row(0, 'waiting', null), row(1, 'planned', null)]).open).toBe(1));

it('stops at the count, with the numbers', () => {
  const stopped = ringState(rings, [row(0, 'ended', 'failed'), row(2, 'planned', null)]);
  expect(stopped).toEqual({ open: 0, stop: 'ring 1: 1 of 1 ended badly, more than 0' });
});
it('stops at the percentage, over this ring and those before, and not at it', () => {
  const ended = (bad: number) => [
    row(0, 'ended', 'assessed'),
    row(1, 'ended', 'assessed', 3),
    row(2, 'ended', 'timed-out', bad),
    row(2, 'ended', 'assessed', 4 - bad),
  ];
  expect(ringState(rings, ended(1)).stop).toBeNull();
  expect(ringState(rings, ended(2)).stop).toBe('ring 3: 2 of 8 ended badly, more than 20 %');
});
it('counts only what was tried: hosts that are stopped or excluded say nothing', () => {
  const known: Tally = { ...row(0, 'ended', 'stopped', 40), sentFirst: null };
  expect(ringState(rings, [known, row(0, 'ended', 'failed')]).stop).toContain('1 of 1');
  const never: Tally = { ...row(0, 'ended', 'undeliverable'), sentFirst: null };
  expect(ringState(rings, [never]).stop).toContain('1 of 1');
});

it('says why a campaign stopped in the words of the reader', () => {
  const stopped = (stop: Ring['stop']): string => {
    const ring = [{ upTo: { percent: 100 }, stop }];
    return ringState(ring, [row(0, 'ended', 'failed'), row(0, 'ended', 'failed')]).stop ?? '';
  };
  const [many, great] = [stopped({ count: 1, percent: null }), stopped({ count: null, percent: 12.5 })];
  expect([stopSaid(many, 'en'), stopSaid(many, 'ko')]).toEqual([many, '링 1: 2대 가운데 2대가 실패, 기준 1 초과']);
  expect(stopSaid(great, 'ko')).toBe('링 1: 2대 가운데 2대가 실패, 기준 12.5 % 초과');
  expect(stopSaid('another process was first', 'ko')).toBe('another process was first');
});
