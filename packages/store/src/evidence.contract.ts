// What every store must do with evidence and refused uploads.
import { createHash } from 'node:crypto';
import type { Refusal } from '@bongsu/core';
import { expect, test } from 'vitest';
import { at, campaignPrepare, fresh, later } from './estate.sample.ts';
import type { Store } from './open.ts';

export function evidenceContract(store: () => Store): void {
  test('bytes come back under their SHA-256, and the same bytes twice are one', async () => {
    const bytes = new Uint8Array([0x1f, 0x8b, 0, 255, ...new TextEncoder().encode(fresh('archive'))]);
    const [sha256, again] = await Promise.all([store().evidencePut(bytes), store().evidencePut(bytes)]);
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(again).toBe(sha256);
    expect(new Uint8Array((await store().evidenceGet(sha256)) ?? [])).toEqual(bytes);
  });

  test('what was never kept is null, whatever it is called', async () => {
    expect(await store().evidenceGet('f'.repeat(64))).toBeNull();
    expect(await store().evidenceGet('../../database/PG_VERSION')).toBeNull();
  });

  const refusalOf = (campaignId: string, change: Partial<Refusal> = {}): Refusal => ({
    campaignId,
    key: `results/${campaignId}/x`,
    runId: '',
    reason: 'no target has this key',
    sizeBytes: 5_000_000_000,
    etag: '"abc"',
    at,
    ...change,
  });

  test('refusals come back in their order; one told again is one', async () => {
    const { campaign, target } = await campaignPrepare(store());
    const foreign = refusalOf(campaign.campaignId);
    const wrong = refusalOf(campaign.campaignId, { key: 'a', runId: target.runId, reason: 'not gzip', sizeBytes: 3 });
    await store().refusalPut(foreign, null);
    await store().refusalPut(wrong, new Uint8Array([1, 2, 3]));
    await store().refusalPut({ ...foreign, at: later }, null);
    expect(await store().refusalList(campaign.campaignId)).toEqual([foreign, wrong]);
    expect(await store().refusalList(fresh('campaign'))).toEqual([]);
  });

  test('refusals told by many at once are all kept, each with a place of its own', async () => {
    const { campaign } = await campaignPrepare(store());
    const told = Array.from({ length: 12 }, (_, index) => refusalOf(campaign.campaignId, { etag: `"${index % 8}"` }));
    await Promise.all(told.map((refusal) => store().refusalPut(refusal, new Uint8Array([1]))));
    const kept = (await store().refusalList(campaign.campaignId)).map((refusal) => refusal.etag);
    expect(kept.toSorted()).toEqual(Array.from({ length: 8 }, (_, index) => `"${index}"`));
  });

  test('a refusal needs its campaign, and a campaign that names a path is none', async () => {
    const orphan = store().refusalPut(refusalOf(fresh('campaign')), new Uint8Array([1]));
    await expect(orphan).rejects.toMatchObject({ code: 'not-found' });
    const path = store().refusalPut(refusalOf('../evidence'), new Uint8Array([1]));
    await expect(path).rejects.toMatchObject({ code: 'invalid-input' });
  });
}
