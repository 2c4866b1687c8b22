// What every store must do with run records and counted calls.
import { expect, test } from 'vitest';
import { at, campaignPrepare, fresh, later } from './estate.sample.ts';
import type { Store } from './open.ts';

export function recordContract(store: () => Store): void {
  test('the newest record of a campaign is given, and a sealed one is not replaced', async () => {
    const { campaign } = await campaignPrepare(store());
    const { campaignId } = campaign;
    expect(await store().recordGet(campaignId)).toBeNull();
    await store().recordPut(campaignId, later, '{"second":1}\n점검\n');
    await store().recordPut(campaignId, at, '{"first":1}\n');
    await store().recordPut(campaignId, later, 'other');
    expect(await store().recordGet(campaignId)).toBe('{"second":1}\n점검\n');
    await expect(store().recordPut(fresh('campaign'), at, '')).rejects.toMatchObject({ code: 'not-found' });
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
