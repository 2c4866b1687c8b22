// What every store must do with answers.
import type { Answer } from '@bongsu/core';
import { expect, test } from 'vitest';
import { at, fresh, later } from './estate.sample.ts';
import type { Store } from './open.ts';

export function answerContract(store: () => Store): void {
  const answerOf = (change: Partial<Answer> = {}): Answer => ({
    unit: fresh('log.unit'),
    scope: '*',
    verdict: 'pass',
    words: '매주 검토함\0',
    by: '김',
    at,
    expiresAt: later,
    ...change,
  });
  const read = async (unit: string): Promise<Answer[]> =>
    (await store().answerList()).filter((answer) => answer.unit === unit);

  test('answers come back as they were given, and a later one takes no earlier one away', async () => {
    const first = answerOf();
    const second: Answer = { ...first, verdict: 'fail', at: later, expiresAt: '2099-01-01T00:00:00.000Z' };
    await store().answerPut(first);
    await store().answerPut(second);
    const words = '매주 검토함␀';
    expect(await read(first.unit)).toEqual([
      { ...first, words },
      { ...second, words },
    ]);
  });

  test('the same answer twice is refused, and so is one that has expired before it is given', async () => {
    const answer = answerOf();
    await store().answerPut(answer);
    await expect(store().answerPut(answer)).rejects.toMatchObject({ code: 'conflict' });
    await expect(store().answerPut(answerOf({ expiresAt: at }))).rejects.toMatchObject({ code: 'invalid-input' });
  });
}
