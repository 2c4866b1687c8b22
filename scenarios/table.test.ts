// Every unit of the editions for Unix, web servers and databases has its scenarios, with more than one outcome among them.
import { frameworks, hostChecks } from '@bongsu/catalog';
import { expect, it } from 'vitest';
import { scenarios } from './index.ts';

/** Windows has no hosts in the lab. */
const units = new Set(
  frameworks
    .filter(({ platform }) => platform !== 'windows')
    .flatMap(({ items }) => items.flatMap((item) => item.units)),
);

it.each([...units])('%s has three scenarios or more, and two outcomes', (unit) => {
  const rows = scenarios[unit] ?? [];
  expect(rows.length).toBeGreaterThanOrEqual(3);
  // A process that only a person can tell of has one outcome.
  expect(new Set(rows.map((row) => row.expect)).size).toBeGreaterThanOrEqual(unit === 'log.review' ? 1 : 2);
});

it('speaks of units that exist, each row once', () => {
  const known = new Set(hostChecks.map((check) => check.id));
  expect(Object.keys(scenarios).filter((unit) => !known.has(unit))).toEqual([]);
  for (const [unit, rows] of Object.entries(scenarios)) {
    const names = rows.map((row) => `${row.root} ${row.profile ?? ''} ${row.image ?? ''} ${row.name}`);
    expect([unit, new Set(names).size]).toEqual([unit, names.length]);
  }
});
