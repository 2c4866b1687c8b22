// What every store must do with associations of schedules and with the nodes that no inventory knew.
import { expect, test } from 'vitest';
import type { KeptAssociation } from '@bongsu/core';
import { at, campaignPrepare, fresh, later } from './estate.sample.ts';
import type { Store } from './open.ts';

export function associationContract(store: () => Store): void {
  test('one of a schedule and place stands once, as it was written last, until it is removed', async () => {
    const place = { accountId: '200000000000', region: 'ap-northeast-2' };
    const schedule = fresh('s');
    const intended: KeptAssociation = {
      ...{
        schedule,
        ...place,
        phase: 'intended',
        associationId: null,
        ordered: '',
        seenAt: at,
        told: '',
        toldAt: null,
      },
    };
    const standing = {
      ...intended,
      phase: 'standing',
      associationId: 'a-1',
      ordered: 'ab',
      seenAt: later,
      told: 'x',
      toldAt: later,
    } as const;
    await store().associationPut(intended);
    await store().associationPut({ ...intended, region: 'us-east-1' });
    await store().associationPut(standing);
    const kept = async () => (await store().associationList()).filter((one) => one.schedule === schedule);
    expect(await kept()).toEqual([standing, { ...intended, region: 'us-east-1' }]);
    await store().associationRemove(schedule, place);
    await store().associationRemove(schedule, place);
    expect(await kept()).toEqual([{ ...intended, region: 'us-east-1' }]);
  });

  test('a newcomer is kept as it was seen first, and by its own campaign', async () => {
    const { campaign } = await campaignPrepare(store(), [`i-${fresh('').replaceAll('-', '').slice(0, 17)}`]);
    const other = await campaignPrepare(store(), [`i-${fresh('').replaceAll('-', '').slice(0, 17)}`]);
    const one = { accountId: '2', region: 'r', instanceId: 'i-2', seen: 'result', at, campaignFor: null } as const;
    await store().newcomerPut(campaign.campaignId, []);
    await store().newcomerPut(campaign.campaignId, [one, { ...one, instanceId: 'i-1', seen: 'execution' }]);
    await store().newcomerPut(campaign.campaignId, [{ ...one, seen: 'execution', at: later }]);
    expect(await store().newcomerList(campaign.campaignId)).toEqual([
      { ...one, instanceId: 'i-1', seen: 'execution' },
      one,
    ]);
    expect(await store().newcomerList(other.campaign.campaignId)).toEqual([]);
  });

  test('newcomers get their campaign from one process alone, all of them or none', async () => {
    const {
      campaign: { campaignId },
    } = await campaignPrepare(store(), [`i-${fresh('').replaceAll('-', '').slice(0, 17)}`]);
    const place = { accountId: '2', region: 'r' };
    const all = ['i-1', 'i-2', 'i-3'].map(
      (instanceId) => ({ ...place, instanceId, seen: 'result', at, campaignFor: null }) as const,
    );
    await store().newcomerPut(campaignId, all);
    const settle = (ids: readonly string[], by: string) => store().newcomerSettle(campaignId, place, ids, by);
    const put = await Promise.all(['c-1', 'c-2', 'c-3'].map((by) => settle(['i-1', 'i-2'], by)));
    expect(put.filter(Boolean)).toHaveLength(1);
    expect(await settle(['i-2', 'i-3'], 'c-4')).toBe(false);
    expect(await settle(['i-9'], 'c-4')).toBe(false);
    expect(await settle(['i-3'], '')).toBe(true);
    const first = `c-${put.indexOf(true) + 1}`;
    expect((await store().newcomerList(campaignId)).map((one) => one.campaignFor)).toEqual([first, first, '']);
  });
}
