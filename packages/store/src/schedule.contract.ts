// What every store must do with schedules, and with the question of who was last assessed when.
import { expect, test } from 'vitest';
import { at, campaignPrepare, fresh, later } from './estate.sample.ts';
import type { Store } from './open.ts';

export function scheduleContract(store: () => Store): void {
  test('a time is written once, by whoever is first', async () => {
    const run = { name: fresh('s'), dueAt: at, outcome: 'started', campaignId: null, why: '' } as const;
    const put = await Promise.all([1, 2, 3].map(() => store().scheduleRunPut(run)));
    expect(put.filter(Boolean)).toHaveLength(1);
    await store().scheduleRunSettle({ ...run, campaignId: 'c-1', why: 'said' });
    const kept = (await store().scheduleRunList()).filter((one) => one.name === run.name);
    expect(kept).toEqual([{ ...run, campaignId: 'c-1', why: 'said' }]);
  });

  test('the last assessment of an instance is the newest that has evidence', async () => {
    const instanceId = `i-${fresh('').replaceAll('-', '').slice(0, 17)}`;
    const assess = async (endedAt: string) => {
      const { campaign, target } = await campaignPrepare(store(), [instanceId]);
      const evidenceSha256 = await store().evidencePut(new TextEncoder().encode(fresh('archive')));
      const end = { phase: 'ended', state: 'assessed', endedAt, evidenceSha256 } as const;
      await store().targetChange(campaign.campaignId, target.runId, end);
      return campaign.campaignId;
    };
    const newest = await assess(later);
    await assess(at);
    await campaignPrepare(store(), [instanceId]);
    const seen = (await store().assessedLast()).filter((one) => one.instanceId === instanceId);
    expect(seen).toMatchObject([{ at: later, campaignId: newest }]);
  });
}
