// What every store must do with campaigns.
import { expect, test } from 'vitest';
import { at, campaignOf, campaignPrepare, fresh, later, snapshotOf, targetOf } from './estate.sample.ts';
import type { Store } from './open.ts';

export function campaignContract(store: () => Store): void {
  test('a campaign and its targets come back as they were put', async () => {
    const { campaign, targets } = await campaignPrepare(store(), ['i-00000000000000001', 'i-00000000000000002']);
    expect(await store().campaignGet(campaign.campaignId)).toEqual(campaign);
    expect(await store().targetList(campaign.campaignId)).toEqual(targets);
    expect(await store().campaignGet(fresh('campaign'))).toBeNull();
    expect(await store().targetList(fresh('campaign'))).toEqual([]);
  });

  test('its packs come back to the byte', async () => {
    const snapshot = snapshotOf(fresh('snapshot'));
    await store().snapshotPut(snapshot);
    const mark = { name: 'acme', version: '1', edition: 'acme-1', kind: 'legacy', sha256: 'a'.repeat(64) } as const;
    const packs = [{ ...mark, files: { 'pack.yaml': 'cGFjazogMQo=', 'script.sh': 'sOHww4AA' } }];
    const campaign = campaignOf(fresh('campaign'), snapshot.snapshotId, { packs });
    await store().campaignPut(campaign, []);
    expect(await store().campaignGet(campaign.campaignId)).toEqual(campaign);
  });

  test('campaigns are listed newest first', async () => {
    const snapshot = snapshotOf(fresh('snapshot'));
    await store().snapshotPut(snapshot);
    const newer = campaignOf(fresh('campaign'), snapshot.snapshotId, { createdAt: '2031-01-01T00:00:00.001Z' });
    const older = campaignOf(fresh('campaign'), snapshot.snapshotId, { createdAt: '2031-01-01T00:00:00.000Z' });
    await store().campaignPut(newer, []);
    await store().campaignPut(older, []);
    expect((await store().campaignList()).slice(0, 2)).toEqual([newer, older]);
    expect(await store().campaignLatest()).toEqual(newer);
  });

  test('a campaign whose targets clash is not recorded at all', async () => {
    const { campaign, target } = await campaignPrepare(store());
    const other = campaignOf(fresh('campaign'), campaign.snapshotId);
    const sameRun = targetOf(other.campaignId, 'i-00000000000000002', { runId: target.runId });
    await expect(store().campaignPut(other, [sameRun])).rejects.toMatchObject({ code: 'conflict' });
    expect(await store().campaignGet(other.campaignId)).toBeNull();
    await expect(store().campaignPut(campaign, [])).rejects.toMatchObject({ code: 'conflict' });
    expect(await store().targetList(campaign.campaignId)).toEqual([target]);
  });

  test('a campaign needs its snapshot, its own targets and a script that can be kept to the byte', async () => {
    const orphan = campaignOf(fresh('campaign'), fresh('snapshot'));
    await expect(store().campaignPut(orphan, [])).rejects.toMatchObject({ code: 'not-found' });
    const { campaign } = await campaignPrepare(store());
    const other = campaignOf(fresh('campaign'), campaign.snapshotId);
    const stranger = targetOf(campaign.campaignId, 'i-00000000000000003');
    await expect(store().campaignPut(other, [stranger])).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(store().campaignPut({ ...other, script: 'a\0' }, [])).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await store().campaignGet(other.campaignId)).toBeNull();
  });

  test('a phase goes forward, and telling it again changes nothing', async () => {
    const { campaign } = await campaignPrepare(store());
    const { campaignId } = campaign;
    await store().campaignPhase(campaignId, 'planned', at);
    await store().campaignPhase(campaignId, 'running', at);
    expect(await store().campaignGet(campaignId)).toMatchObject({ phase: 'running', endedAt: null });
    await store().campaignPhase(campaignId, 'ended', at);
    await store().campaignPhase(campaignId, 'ended', later);
    expect(await store().campaignGet(campaignId)).toMatchObject({ phase: 'ended', endedAt: at });
  });

  test('it comes to its end at one moment, however often that is said, and after it was opened again at another', async () => {
    const { campaign } = await campaignPrepare(store());
    const { campaignId } = campaign;
    await store().campaignPhase(campaignId, 'running', at);
    expect(await store().campaignEnding(campaignId, at)).toBe(at);
    expect(await store().campaignEnding(campaignId, later)).toBe(at);
    expect(await store().campaignGet(campaignId)).toMatchObject({ phase: 'running', endedAt: null });
    await store().campaignPhase(campaignId, 'ended', at);
    await store().campaignReopen(campaignId, later, []);
    // Who said so before it was opened does not end it any more.
    expect(await store().campaignEnd(campaignId, at)).toBe(false);
    expect(await store().campaignGet(campaignId)).toMatchObject({ phase: 'running', endedAt: null });
    expect(await store().campaignEnding(campaignId, later)).toBe(later);
    expect(await store().campaignEnd(campaignId, at)).toBe(false);
    for (let again = 0; again < 2; again += 1) expect(await store().campaignEnd(campaignId, later)).toBe(true);
    expect(await store().campaignGet(campaignId)).toMatchObject({ phase: 'ended', endedAt: later });
    await expect(store().campaignEnding(fresh('campaign'), at)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a phase never goes back, and an unknown campaign has none', async () => {
    const { campaign } = await campaignPrepare(store());
    const { campaignId } = campaign;
    await store().campaignPhase(campaignId, 'ended', at);
    for (const phase of ['planned', 'running'] as const) {
      await expect(store().campaignPhase(campaignId, phase, later)).rejects.toMatchObject({ code: 'conflict' });
    }
    expect(await store().campaignGet(campaignId)).toMatchObject({ phase: 'ended', endedAt: at });
    const unknown = store().campaignPhase(fresh('campaign'), 'running', at);
    await expect(unknown).rejects.toMatchObject({ code: 'not-found' });
  });
}
