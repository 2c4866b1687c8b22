// What a sending step knows of breakers: all workers' at each look, its own answers at once, and no write that changes nothing.
import type { Breaker, PacerStore } from '@bongsu/core';
import { breakerHold, breakerLearn, failuresMax } from '@bongsu/engines';
import { beforeEach, expect, it } from 'vitest';
import { type Breakers, openBreakers } from './breakers.ts';

let rows: Map<string, Breaker>;
let writes: number;
const pacer: Pick<PacerStore, 'breakerList' | 'breakerChange'> = {
  breakerList: async (ids) => ids.map((id) => rows.get(id)),
  breakerChange: async (ids, change) => {
    writes += 1;
    const { breakers, result } = change(ids.map((id) => rows.get(id)));
    ids.forEach((id, index) => rows.set(id, breakers[index] ?? { failuresInRow: 0, openUntil: 0 }));
    return result;
  },
};
let breakers: Breakers;
beforeEach(() => {
  [rows, writes] = [new Map(), 0];
  breakers = openBreakers(pacer);
});

const answer = (good: boolean, now = 0) => breakers.learn('a', (before) => breakerLearn(before, [good], now));

it('writes nothing for an account that is well, and each failure', async () => {
  await breakers.look(['a']);
  for (let sends = 0; sends < 100; sends += 1) await answer(true);
  expect(writes).toBe(0);
  await answer(false);
  await answer(true);
  expect([writes, rows.get('a')]).toEqual([2, { failuresInRow: 0, openUntil: 0 }]);
});

it('stops at its own failures at once, and at those of others with the next look', async () => {
  await breakers.look(['a', 'b']);
  for (let sends = 0; sends < failuresMax; sends += 1) await answer(false);
  expect(breakers.allows('a', 10, 1_000)).toBe(0);
  rows.set('b', breakerHold({ failuresInRow: 0, openUntil: 0 }, 5_000));
  expect(breakers.allows('b', 10, 1_000)).toBe(10);
  await breakers.look(['a', 'b']);
  expect(breakers.allows('b', 10, 1_000)).toBe(0);
});

it('tries an account again with one call between two looks', async () => {
  rows.set('a', { failuresInRow: failuresMax, openUntil: 1_000 });
  await breakers.look(['a']);
  expect([500, 1_000, 1_000].map((now) => breakers.allows('a', 10, now))).toEqual([0, 1, 0]);
  await answer(true, 1_100);
  expect(breakers.allows('a', 10, 1_100)).toBe(10);
});

it('knows nothing of an account before it has looked: what it learns there is added to what all know', async () => {
  rows.set('a', { failuresInRow: 3, openUntil: 0 });
  await answer(true);
  expect([writes, rows.get('a')?.failuresInRow]).toEqual([1, 0]);
});
