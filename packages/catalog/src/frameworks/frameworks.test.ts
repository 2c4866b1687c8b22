// The editions are whole: every code once and in order, with the importances the guide gives, and a crosswalk that leaves none out.
import type { Framework } from '@bongsu/core';
import { expect, it } from 'vitest';
import { unixCrosswalk } from '../crosswalks/unix-2021-2026.ts';
import { frameworks } from './index.ts';

const edition = (id: string): Framework => {
  const found = frameworks.find((one) => one.id === id);
  if (!found) throw new Error(`no edition ${id}`);
  return found;
};

it.each([
  ['kisa-unix-2026', 'U', 67, [40, 18, 9]],
  ['kisa-unix-2021', 'U', 72, [43, 17, 12]],
  ['kisa-web-2026', 'WEB', 26, [14, 10, 2]],
  ['kisa-dbms-2026', 'D', 26, [14, 7, 5]],
] as const)('%s has every code once, and the importances of the guide', (id, prefix, count, importances) => {
  const { items } = edition(id);
  const codes = Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(2, '0')}`);
  expect(items.map((item) => item.code)).toEqual(codes);
  const counted = (['high', 'medium', 'low'] as const).map(
    (importance) => items.filter((item) => item.importance === importance).length,
  );
  expect(counted).toEqual(importances);
  for (const item of items) expect([item.code, new Set(item.units).size]).toEqual([item.code, item.units.length]);
  for (const item of items) expect(item.units.length).toBeGreaterThan(0);
});

it('the crosswalk holds every item of both Unix editions, and no code that does not exist', () => {
  const codesOf = (id: string) => edition(id).items.map((item) => `${id}:${item.code}`);
  const [from, to] = [unixCrosswalk.map((row) => row.from), unixCrosswalk.map((row) => row.to)];
  for (const code of codesOf('kisa-unix-2021')) expect(from).toContain(code);
  for (const code of codesOf('kisa-unix-2026')) expect(to).toContain(code);
  const known = new Set(['kisa-unix-2021', 'kisa-unix-2026', 'kisa-web-2026'].flatMap(codesOf));
  for (const code of [...from, ...to]) if (code !== null) expect(known).toContain(code);
});
