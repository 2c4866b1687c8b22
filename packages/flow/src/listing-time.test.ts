// How long a campaign waits between two listings: a share of the time gone by, and never for a host that is only slow to die.
import type { Tally } from '@bongsu/core';
import { expect, it } from 'vitest';
import { firstListingWait, listingWait } from './listing-time.ts';

const start = Date.parse('2026-01-01T00:00:00Z');
const at = (seconds: number): string => new Date(start + seconds * 1000).toISOString();
const row = (phase: Tally['phase'], count: number, sent: readonly [number, number] | null, ring = 0): Tally => ({
  ...{ accountId: '1', region: 'r', window: null, ring, phase, count },
  state: phase === 'ended' ? 'assessed' : null,
  secondsMean: phase === 'ended' ? 60 : null,
  secondsSpread: phase === 'ended' ? 0 : null,
  sentFirst: sent === null ? null : at(sent[0]),
  sentLast: sent === null ? null : at(sent[1]),
});
const wait = (tally: readonly Tally[], seconds: number) => listingWait(tally, start + seconds * 1000);

it('is over where nobody owes a result', () => {
  expect(wait([row('ended', 9, [0, 5]), row('planned', 4, null)], 60)).toBeNull();
});

it('is short at first, and a share of the time gone by that falls with the size of the fleet', () => {
  const fleet = (count: number, seconds: number) =>
    wait([row('ended', count - count / 5, [0, seconds]), row('sent', count / 5, [seconds - 30, seconds])], seconds);
  expect(fleet(5000, 30)).toBe(2_000);
  expect(fleet(5000, 200)).toBeCloseTo(200_000 * 0.04);
  expect(fleet(900, 200)).toBeCloseTo((200_000 * 2.8) / 30);
  expect(fleet(250, 200)).toBeCloseTo((200_000 * 2.8) / Math.sqrt(250));
  expect(fleet(40, 30)).toBeCloseTo(30_000 * 0.25);
  expect(fleet(5000, 3_000)).toBe(60_000);
});

it('is longer before the first result, where more than a few hosts are asked', () => {
  const fleet = (count: number, seconds: number) => wait([row('sent', count, [0, 5])], seconds);
  expect(fleet(5000, 60)).toBeCloseTo(60_000 * 0.08);
  expect(fleet(100, 20)).toBeCloseTo(20_000 * 0.5);
  expect(fleet(50, 20)).toBeCloseTo(20_000 * 0.25);
});

it('does not grow because a host of the first sends is silent', () => {
  const sent = row('sent', 300, [170, 200]);
  const silent = { ...row('sent', 5, [0, 10]), region: 's' };
  const ended = row('ended', 1_000, [0, 150]);
  expect(wait([ended, silent, sent], 205)).toBeCloseTo((2.8 * 205_000) / Math.sqrt(1_305));
  // Those who are left long after the last send are waited for with patience.
  expect(wait([ended, silent], 205)).toBeCloseTo((5 * 2.8 * 205_000) / Math.sqrt(1_005));
});

it('begins anew with a new attempt, long after the others of its ring', () => {
  expect(wait([row('ended', 1_000, [0, 150]), row('sent', 3, [9_000, 9_000])], 9_010)).toBeCloseTo(
    (2.8 * 100_000) / Math.sqrt(1_003),
  );
});

it('is patient with those who take half as long again as the others did, the more so the fewer hosts there are', () => {
  const fleet = (count: number, seconds: number) =>
    wait([{ ...row('ended', count - 4, [0, 10]), secondsMean: 20 }, row('sent', 4, [0, 10])], seconds);
  expect(fleet(5_000, 40)).toBe(2_000);
  expect(fleet(5_000, 41)).toBeCloseTo(0.25 * 41_000);
  expect(fleet(5_000, 60)).toBeCloseTo(0.25 * 60_000);
  expect(fleet(100, 60)).toBeCloseTo(5 * 0.25 * 60_000);
  expect(fleet(100, 3_000)).toBe(600_000);
  // Somebody waits for each of a few.
  expect(fleet(50, 40)).toBeCloseTo(0.25 * 40_000);
  expect(fleet(50, 60)).toBeCloseTo(2 * 0.25 * 60_000);
  expect(fleet(50, 3_000)).toBe(600_000);
  // While something is still to be sent, nobody is late.
  const sending = [{ ...row('ended', 90, [0, 10]), secondsMean: 20 }, row('sent', 4, [0, 10]), row('planned', 6, null)];
  expect(wait(sending, 60)).toBeCloseTo(0.25 * 60_000);
});

it('is not patient as long as slower and slower ones answer', () => {
  const fleet = (spread: number, seconds: number) =>
    wait([{ ...row('ended', 50, [0, 0]), secondsMean: 20, secondsSpread: spread }, row('sent', 50, [0, 0])], seconds);
  expect(fleet(10, 44)).toBeCloseTo(0.25 * 44_000);
  expect(fleet(10, 45)).toBeCloseTo(5 * 0.25 * 45_000);
  expect(fleet(2, 31)).toBeCloseTo(5 * 0.25 * 31_000);
});

it('does not begin before a host can have answered', () => {
  const first = (tally: readonly Tally[], seconds: number) => firstListingWait(tally, start + seconds * 1000);
  expect(first([row('sent', 9, [10, 11]), row('intended', 1, null)], 12)).toBe(6_000);
  expect(first([row('sent', 9, [10, 11])], 18)).toBe(0);
  expect(first([row('ended', 9, [10, 11]), row('sent', 1, [60, 60])], 61)).toBe(0);
});

it('begins at once where nobody can say when it was sent: its result is what tells', () => {
  const first = (tally: readonly Tally[], seconds: number) => firstListingWait(tally, start + seconds * 1000);
  expect(first([row('intended', 1, null)], 12)).toBe(0);
  // By a clock that went ahead of this one.
  expect(first([row('sent', 9, [310, 311])], 12)).toBe(0);
});
