// Every pitfall of the Unix items has a case or a scenario that fails on a naive reading, or a written reason why none can.
import { hostCheckCases } from '@bongsu/catalog';
import { expect, it } from 'vitest';
import { scenarios } from './index.ts';
import { excused } from './traps-excused.ts';
import { traps } from './traps.vectors.ts';

const marked = new Set(
  [...hostCheckCases.flatMap(([, cases]) => cases), ...Object.values(scenarios).flat()].flatMap(({ trap }) =>
    trap === undefined ? [] : trap.split(' ').map((id) => id.replace(/^(U-\d\d)\/2026/, '$1 2026')),
  ),
);

it('has a case, a scenario or a reason for every pitfall', () => {
  const left = Object.keys(traps).filter((id) => !marked.has(id) && !(id in excused));
  expect(left).toEqual([]);
});

it('excuses nothing that is covered or is no pitfall', () => {
  expect(Object.keys(excused).filter((id) => marked.has(id) || !(id in traps))).toEqual([]);
});
