// A list of names says how many it leaves out.
import { expect, it } from 'vitest';
import { nameList } from './name-list.ts';

const people = Array.from({ length: 23 }, (_, index) => ({ name: `u${index}` }));

it.each([
  [0, ''],
  [2, 'u0, u1'],
])('%i names', (count, shown) => expect(nameList(people.slice(0, count))).toBe(shown));

it('cuts behind the twentieth', () => {
  expect(nameList(people.slice(0, 20))).toMatch(/, u19$/);
  expect(nameList(people)).toMatch(/, u19, \+3$/);
});
