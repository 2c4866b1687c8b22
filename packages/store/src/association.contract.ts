// What every store must do with associations of schedules and with the nodes that no inventory knew.
import { expect, test } from 'vitest';
import type { AssociationPeriod, KeptAssociation } from '@bongsu/core';
import { at, campaignOf, campaignPrepare, fresh, later } from './estate.sample.ts';
import type { Store } from './open.ts';

const period: AssociationPeriod = {
  ...{ schedule: 's', expression: 'rate(1 day)', run: 'a-1', stamp: 'day', places: [] },
  ...{ from: at, until: later, closeAt: later },
};

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

  test('a campaign by association that is only planned is idle where a newcomer names it, and lost where nothing does', async () => {
    const { campaign: whole } = await campaignPrepare(store());
    const { snapshotId, plan } = whole;
    const [named, scheduled, unnamed, running] = [0, 0, 0, 0].map(() =>
      campaignOf(fresh('campaign'), snapshotId, { plan: { ...plan, association: period } }),
    );
    if (!named || !scheduled || !unnamed || !running) throw new Error('four were made');
    for (const one of [named, scheduled, unnamed, running]) await store().campaignPut(one, []);
    await store().campaignPhase(running.campaignId, 'running', later);
    const node = { accountId: '2', region: 'r', instanceId: 'i-1', seen: 'result', at } as const;
    await store().newcomerPut(whole.campaignId, [{ ...node, campaignFor: named.campaignId }]);
    const run = { name: fresh('s'), dueAt: at, outcome: 'started', campaignId: scheduled.campaignId, why: '' } as const;
    await store().scheduleRunPut(run);
    const ids = [whole, named, scheduled, unnamed, running].map((one) => one.campaignId);
    const ours = async (list: Promise<readonly string[]>) => (await list).filter((one) => ids.includes(one));
    expect(await ours(store().recurringIdle())).toEqual([named.campaignId]);
    expect(await ours(store().recurringLost('2999-01-01T00:00:00.000Z'))).toEqual([unnamed.campaignId]);
    expect(await ours(store().recurringLost(unnamed.createdAt))).toEqual([]);
    // What events have started goes by other rules.
    expect(await ours(store().eventCampaignsLost('2999-01-01T00:00:00.000Z'))).toEqual([]);
    await store().campaignPhase(named.campaignId, 'running', later);
    expect(await ours(store().recurringIdle())).toEqual([]);
  });
}
