// The facts that packs may use have the shapes that the documentation states, on every case of the catalogue that speaks of them.
import type { FactShape } from '@bongsu/catalog';
import { hostCheckCases, packFacts, system } from '@bongsu/catalog';
import { isUnread, parseRecords, recordsOf } from '@bongsu/core';
import { caseEvidence } from '@bongsu/engines';
import { expect, it } from 'vitest';

/** Where a value is not of its shape; empty where it is. */
function misfits(value: unknown, shape: FactShape, at: string): string[] {
  if (typeof shape === 'string') {
    if (value === null && shape.endsWith('?')) return [];
    const fits = {
      string: typeof value === 'string',
      int: Number.isSafeInteger(value),
      bool: typeof value === 'boolean',
    };
    return fits[shape.replace('?', '') as 'int'] ? [] : [`${at} is ${JSON.stringify(value)}, not ${shape}`];
  }
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return [`${at} is no list`];
    return value.flatMap((one, index) => misfits(one, (shape as readonly [FactShape])[0], `${at}[${index}]`));
  }
  const fields = shape as Readonly<Record<string, FactShape>>;
  const entries = value instanceof Map ? [...(value as Map<string, unknown>)] : Object.entries(value ?? {});
  const given = new Map(entries.filter(([, one]) => one !== undefined));
  const every = fields['*'];
  if (every !== undefined) return [...given].flatMap(([key, one]) => misfits(one, every, `${at}[${key}]`));
  const surplus = [...given.keys()].filter((key) => !(key in fields) && !(`${key}?` in fields));
  return [
    ...surplus.map((key) => `${at}.${key} is not documented`),
    ...Object.entries(fields).flatMap(([field, of]) => {
      const name = field.replace(/\?$/, '');
      if (!given.has(name)) return field.endsWith('?') ? [] : [`${at}.${name} is missing`];
      return misfits(given.get(name), of, `${at}.${name}`);
    }),
  ];
}

it.each(Object.entries(packFacts))('%s', (name, { probe, shape }) => {
  let read = 0;
  for (const [check, cases] of hostCheckCases) {
    if (!Object.values(check.needs).some((need) => need.name === probe.name)) continue;
    for (const one of cases) {
      const raw = caseEvidence(check, one, system).raw[probe.name] ?? '';
      const fact = probe.read(recordsOf(parseRecords(raw)));
      if (isUnread(fact)) continue;
      read += 1;
      expect([one.name, misfits(fact, shape, name)]).toEqual([one.name, []]);
    }
  }
  expect(read).toBeGreaterThan(0);
});
