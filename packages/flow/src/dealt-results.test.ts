// What is remembered of results: what cannot change again, when all were listed, and whether somebody is at them.
import { expect, it } from 'vitest';
import { dealtResults } from './dealt-results.ts';

const object = (key: string, etag = 'a') => ({ key, etag, sizeBytes: 1, writtenAt: '2026-01-01T00:00:00Z' });

it('leaves out what was dealt with, and not what was written under the same key', () => {
  const dealt = dealtResults();
  dealt.add('c', object('one'));
  expect(dealt.left('c', [object('one'), object('one', 'b'), object('two')])).toEqual([
    object('one', 'b'),
    object('two'),
  ]);
  expect(dealt.left('d', [object('one')])).toEqual([object('one')]);
});

it('knows when all were listed last, whatever was listed of some since', async () => {
  const dealt = dealtResults();
  expect(dealt.listedAt('c')).toBeNull();
  await dealt.deal('c', 7, async () => expect(dealt.listedAt('c')).toBe(7));
  await dealt.deal('c', null, async () => undefined);
  expect([dealt.listedAt('c'), dealt.listedAt('d')]).toEqual([7, null]);
});

it('knows when a sweep listed all, until somebody looks again', () => {
  const dealt = dealtResults();
  expect(dealt.sweptAt('c')).toBeNull();
  dealt.swept('c', 7);
  expect([dealt.sweptAt('c'), dealt.sweptAt('d')]).toEqual([7, null]);
  dealt.swept('c', null);
  expect(dealt.sweptAt('c')).toBeNull();
});

it('knows whether results are being dealt with, also where that fails', async () => {
  const dealt = dealtResults();
  const first = dealt.deal('c', 1, async () => {
    await dealt.deal('c', 2, async () => undefined);
    expect(dealt.isDealing('c')).toBe(true);
    throw new Error('no store');
  });
  expect([dealt.isDealing('c'), dealt.isDealing('d')]).toEqual([true, false]);
  await expect(first).rejects.toThrow('no store');
  expect(dealt.isDealing('c')).toBe(false);
});

it('forgets the campaigns that it learnt of first', () => {
  const dealt = dealtResults();
  for (const id of ['a', 'b', 'c', 'd', 'e']) dealt.add(id, object('one'));
  expect(dealt.left('a', [object('one')])).toHaveLength(1);
  expect(dealt.left('e', [object('one')])).toHaveLength(0);
});
