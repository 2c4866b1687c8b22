// What every store must do with messages to people.
import type { Message } from '@bongsu/core';
import { expect, test } from 'vitest';
import { at, fresh, later } from './estate.sample.ts';
import type { Store } from './open.ts';

const message: Message = { kind: 'http', body: '점검 \0', headers: {} };
const long = '2026-11-22T09:00:00.000Z';

export function deliveryContract(store: () => Store): void {
  const of = async (deliveryId: string) => (await store().deliveryList()).find((one) => one.deliveryId === deliveryId);
  const takeAll = async () => {
    for (;;) {
      const taken = await store().deliveryTake(at, at);
      if (taken.length === 0) return;
      for (const one of taken) await store().deliveryEnd(one.deliveryId, 'sent', '', at);
    }
  };

  test('a message is put once, taken once, and not again when it was sent', async () => {
    await takeAll();
    const deliveryId = fresh('d');
    const put = () => store().deliveryPut([{ deliveryId, channel: 'slack', message, nextAt: at }]);
    await Promise.all([put(), put()]);
    const taken = (await Promise.all([1, 2, 3].map(() => store().deliveryTake(at, at)))).flat();
    expect(taken).toMatchObject([{ deliveryId, phase: 'sending', tries: 1 }]);
    await store().deliveryEnd(deliveryId, 'sent', '200 ok', at);
    await put();
    expect(await store().deliveryTake(long, at)).toEqual([]);
    expect(await of(deliveryId)).toMatchObject({ phase: 'sent', said: '200 ok' });
  });

  test('what was surely not taken waits for its time', async () => {
    await takeAll();
    const deliveryId = fresh('d');
    await store().deliveryPut([{ deliveryId, channel: 'slack', message, nextAt: at }]);
    await store().deliveryTake(at, at);
    await store().deliveryEnd(deliveryId, 'waiting', '429', later);
    expect(await store().deliveryTake(at, at)).toEqual([]);
    expect(await store().deliveryTake(later, at)).toMatchObject([{ deliveryId, tries: 2, said: '429' }]);
    await store().deliveryEnd(deliveryId, 'failed', '', at);
  });

  test('of what a dead sender left, nobody sends again', async () => {
    await takeAll();
    const deliveryId = fresh('d');
    await store().deliveryPut([{ deliveryId, channel: 'mail', message, nextAt: at }]);
    await store().deliveryTake(at, at);
    expect(await store().deliveryTake(long, later)).toEqual([]);
    expect(await of(deliveryId)).toMatchObject({ phase: 'unclear' });
    await store().deliveryEnd(deliveryId, 'sent', 'too late', at);
    expect(await of(deliveryId)).toMatchObject({ phase: 'unclear' });
  });
}
