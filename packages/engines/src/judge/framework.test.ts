// An item takes the worst verdict of its units, and a unit that nobody judged is unknown.
import type { Framework, Verdict, VerdictStatus } from '@bongsu/core';
import { strictBasis, text } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import { codesOf, itemStatus, statusWorst } from './framework.ts';

const verdict = (unit: string, status: VerdictStatus): Verdict => ({
  unit,
  status,
  reason: text('', ''),
  evidence: [],
  gaps: [],
  basis: strictBasis,
});

describe('the worst of', () => {
  it.each<[VerdictStatus[], VerdictStatus]>([
    [['pass', 'fail', 'unknown'], 'fail'],
    [['pass', 'unknown', 'manual'], 'unknown'],
    [['pass', 'manual'], 'manual'],
    [['notApplicable', 'pass'], 'pass'],
    [['notApplicable', 'notApplicable'], 'notApplicable'],
    [['notApplicable', 'unknown'], 'unknown'],
    [[], 'unknown'],
  ])('%j is %s, in any order', (statuses, worst) => {
    expect(statusWorst(statuses)).toBe(worst);
    expect(statusWorst(statuses.toReversed())).toBe(worst);
  });
});

it('takes only the units of the item, and a missing verdict for unknown', () => {
  const verdicts = [verdict('a.one', 'pass'), verdict('a.two', 'fail')];
  expect(itemStatus(['a.one'], verdicts)).toBe('pass');
  expect(itemStatus(['a.one', 'a.two'], verdicts)).toBe('fail');
  expect(itemStatus(['a.one', 'a.three'], verdicts)).toBe('unknown');
  expect(itemStatus([], verdicts)).toBe('unknown');
});

it('knows the codes of a unit in every edition', () => {
  const edition = (id: string, ...items: [string, string[]][]): Framework => ({
    id,
    title: text(id, id),
    source: id,
    items: items.map(([code, units]) => ({ code, title: text('', ''), importance: 'high', units })),
  });
  const editions = [
    edition('new', ['N-1', ['a.one', 'a.two']]),
    edition('old', ['O-1', ['a.one']], ['O-2', ['a.one']], ['O-3', ['a.two']]),
  ];
  expect(codesOf('a.one', editions)).toEqual({ new: ['N-1'], old: ['O-1', 'O-2'] });
  expect(codesOf('a.none', editions)).toEqual({ new: [], old: [] });
});
