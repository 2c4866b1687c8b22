// Everything is shown once, and what decides before the rest.
import { expect, it } from 'vitest';
import { faultyFirst } from './faulty-first.ts';

it.each([
  [['b'], ['a', 'b', 'c'], ['b', 'a', 'c']],
  [[], ['a', 'b'], ['a', 'b']],
  [
    ['a', 'b'],
    ['b', 'a'],
    ['a', 'b'],
  ],
])('%j of %j: %j', (faulty, all, order) => expect(faultyFirst(faulty, all)).toEqual(order));
