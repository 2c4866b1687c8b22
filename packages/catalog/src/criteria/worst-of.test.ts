// The worst judgement decides; reasons of the same status are joined, each once, and all evidence is kept.
import { fail, manual, notApplicable, pass, text } from '@bongsu/core';
import { expect, it } from 'vitest';
import { worstOf } from './worst-of.ts';

const proof = (found: string) => [{ source: 's', found }];
const good = pass(text('가', 'a'), proof('1'));
const bad = fail(text('나', 'b'), proof('2'));
const none = notApplicable(text('다', 'c'), proof('3'));
const open = manual(text('라', 'd'), proof('4'));

it.each([
  [[none, good, open, bad], 'fail'],
  [[none, good, open], 'manual'],
  [[none, good], 'pass'],
  [[none], 'notApplicable'],
])('%# is as bad as its worst', (some, status) => expect(worstOf(some)?.status).toBe(status));

it('joins the reasons of the worst alone, and keeps the evidence of all', () => {
  const other = fail(text('마', 'e'), proof('5'));
  expect(worstOf([good, bad, other, bad])).toEqual({
    status: 'fail',
    reason: { ko: '나; 마', en: 'b; e' },
    evidence: [...proof('1'), ...proof('2'), ...proof('5'), ...proof('2')],
  });
});

it('says nothing of nothing', () => expect(worstOf([])).toBeNull());
