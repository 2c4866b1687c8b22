// How far a worker's clock may be from the database's, and that a slow answer is held against no clock.
import { expect, it } from 'vitest';
import { apartJudge, apartOf } from './clocks.ts';

const at = (seconds: number): Date => new Date(1_900_000_000_000 + seconds * 1000);

it.each([
  [0, 0, 'well'],
  [4.9, 0, 'well'],
  [-6, 0, 'near'],
  [20, 0, 'near'],
  [20.1, 0, 'far'],
  [-3_600, 0, 'far'],
  // The question took forty seconds: the answer may be twenty older or younger.
  [26, 40, 'near'],
  [20, 40, 'well'],
  [45, 40, 'far'],
] as const)('a clock %d s off, asked for %d s: %s', (seconds, took, judged) => {
  const apart = apartOf(at(0), at(took / 2 - seconds), at(took));
  expect(apart.seconds).toBeCloseTo(seconds);
  expect(apartJudge(apart)).toBe(judged);
});
