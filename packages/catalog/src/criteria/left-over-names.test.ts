// Which names tell that nobody owns an account.
import { expect, it } from 'vitest';
import { leftOverName } from './left-over-names.ts';

it.each([
  ['', true],
  ['test', true],
  ['Test01', true],
  ['tester', true],
  ['testuser7', true],
  ['testing', true],
  ['demo', true],
  ['demouser', true],
  ['temp', true],
  ['tempuser', true],
  ['scott', true],
  ['testament', false],
  ['test1234', false],
  ['latest', false],
  ['demographics', false],
  ['temperature', false],
  ['barista', false],
])('%j: %s', (name, left) => {
  expect(leftOverName(name)).toBe(left);
});
