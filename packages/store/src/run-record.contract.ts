// What every store must do with run records and counted calls.
import { expect, test } from 'vitest';
import { at, campaignPrepare, fresh, later } from './estate.sample.ts';
import type { Store } from './open.ts';

export function recordContract(store: () => Store): void {
  test('the newest record of a campaign is given, and a sealed one is not replaced', async () => {
    const { campaign } = await campaignPrepare(store());
    const { campaignId } = campaign;
    expect(await store().recordGet(campaignId)).toBeNull();
    await store().recordPut(campaignId, later, '{"second":1}\n점검\n', null);
    await store().recordPut(campaignId, at, '{"first":1}\n', null);
    await store().recordPut(campaignId, later, 'other', null);
    expect(await store().recordGet(campaignId)).toBe('{"second":1}\n점검\n');
    await expect(store().recordPut(fresh('campaign'), at, '', null)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a record of many hosts comes back to the letter, as it was put and as it was signed', async () => {
    const { campaign } = await campaignPrepare(store());
    const { campaignId } = campaign;
    const line = (index: number): string => `{"host":${index},"detail":"${'점검 🔥'.repeat(index % 40)}"}\n`;
    const lines = Array.from({ length: 40_000 }, (_, index) => line(index)).join('');
    expect(lines.length).toBeGreaterThan(3 << 20);
    await store().recordPut(campaignId, at, lines, 'no key');
    expect((await store().recordGet(campaignId)) === lines).toBe(true);
    expect((await store().recordUnsigned(campaignId, at)) === lines).toBe(true);
    const signed = lines.slice(lines.length >> 1);
    expect(await store().recordSigned(campaignId, at, signed)).toBe(true);
    expect((await store().recordGet(campaignId)) === signed).toBe(true);
  });

  test('a record waits for its signature, gets one, and is then as sealed as any other', async () => {
    const { campaign } = await campaignPrepare(store());
    const { campaignId } = campaign;
    const waiting = async () => (await store().recordsUnsigned()).filter((one) => one.campaignId === campaignId);
    await store().recordPut(campaignId, later, 'unsigned', 'kms:Sign: DisabledException');
    await store().recordPut(campaignId, at, 'signed', null);
    expect(await waiting()).toEqual([{ campaignId, endedAt: later, why: 'kms:Sign: DisabledException' }]);
    expect(await store().recordUnsigned(campaignId, later)).toBe('unsigned');
    expect(await store().recordUnsigned(campaignId, at)).toBeNull();
    const signs = ['by one', 'by another'].map((lines) => store().recordSigned(campaignId, later, lines));
    const done = await Promise.all(signs);
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await store().recordGet(campaignId)).toBe(done[0] ? 'by one' : 'by another');
    expect(await waiting()).toEqual([]);
    expect(await store().recordSigned(campaignId, at, 'other')).toBe(false);
  });

  test('calls add up, whoever counts them', async () => {
    const { campaign } = await campaignPrepare(store());
    const { campaignId } = campaign;
    await Promise.all(
      Array.from({ length: 10 }, () => store().callsAdd(campaignId, { 'ssm:SendCommand': 2, 's3:GetObject': 1 })),
    );
    await store().callsAdd(campaignId, {});
    expect(await store().callsGet(campaignId)).toEqual({ 'ssm:SendCommand': 20, 's3:GetObject': 10 });
    expect(await store().callsGet(fresh('campaign'))).toEqual({});
  });
}
