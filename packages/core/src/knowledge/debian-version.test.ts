// The order of versions on those of Debian and Ubuntu and on the traps of deb-version(7).
import { expect, it } from 'vitest';
import { debianVersionOrder } from './debian-version.ts';
import { rising } from './debian-version.vectors.ts';

it('is the same for every pair, either way', () => {
  for (const [left, older] of rising.entries())
    for (const [right, newer] of rising.entries())
      expect(Math.sign(debianVersionOrder(older, newer) ?? Number.NaN), `${older} ${newer}`).toBe(
        Math.sign(left - right),
      );
});

it.each([
  ['1.0', '0:1.0'],
  ['1.0', '1.0-0'],
  ['1.01', '1.1'],
  ['1.', '1.0'],
])('takes %s for %s', (left, right) => expect(debianVersionOrder(left, right)).toBe(0));

it.each(['', '1 2', '1;2', 'a:1', `1${'.1'.repeat(200)}`])('refuses %#', (version) => {
  expect(debianVersionOrder(version, '1')).toBeNull();
  expect(debianVersionOrder('1', version)).toBeNull();
});

it.each(['1_0', 'x:1:2', '1:', ':1', '1234567890:1', 'a b'])('refuses %s', (version) => {
  expect(debianVersionOrder(version, '1')).toBeNull();
});

it.each([
  ['1:1:2', '1:1:3', -1],
  ['1-a', '1-b', -1],
  ['a-1-1', 'a-1', 1],
  ['1.A', '1.a', -1],
  ['1.a', '1.+', -1],
  ['1.ab', '1.a', 1],
  ['1.-', '1.-', 0],
  ['-1', '0-1', 0],
  ['12:1', '2:1', 1],
  ['1.0-', '1.0', 0],
  ['10a', '9b', 1],
] as const)('%s before %s: %s', (left, right, sign) => {
  expect(Math.sign(debianVersionOrder(left, right) ?? Number.NaN)).toBe(sign);
});
