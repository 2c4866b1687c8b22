// What every store must do with the targets of a campaign.
import type { HostPlace, TargetChange, TargetPhase } from '@bongsu/core';
import { expect, test } from 'vitest';
import { at, campaignPrepare, fresh, later } from './estate.sample.ts';
import type { Store } from './open.ts';

const intended: TargetChange = { phase: 'intended', intendedAt: at };
const sent: TargetChange = { phase: 'sent', commandId: 'c-1', sentAt: at };
const assessed: TargetChange = { phase: 'ended', state: 'assessed', detail: 'step run, exit 0', endedAt: later };
const silent: TargetChange = { phase: 'ended', state: 'no-result', detail: 'nothing came', endedAt: at };

export function targetContract(store: () => Store): void {
  const prepare = async (...changes: TargetChange[]) => {
    const { campaign, target } = await campaignPrepare(store());
    const change = (next: TargetChange) => store().targetChange(campaign.campaignId, target.runId, next);
    for (const each of changes) await change(each);
    return { change, target, read: async () => (await store().targetList(campaign.campaignId))[0] };
  };

  test('a target goes from planned to ended, and keeps what each step said', async () => {
    const evidenceSha256 = await store().evidencePut(new TextEncoder().encode(fresh('archive')));
    const { target, read } = await prepare(intended, sent, { ...assessed, evidenceSha256 });
    expect(await read()).toEqual({ ...target, ...intended, ...sent, ...assessed, evidenceSha256 });
  });

  test('only the named target of the named campaign changes', async () => {
    const { campaign, targets } = await campaignPrepare(store(), ['i-00000000000000001', 'i-00000000000000002']);
    const [one, other] = targets;
    await store().targetChange(campaign.campaignId, one?.runId ?? '', intended);
    expect(await store().targetList(campaign.campaignId)).toEqual([{ ...one, ...intended }, other]);
  });

  test('more targets than a page has come each once, in their order', async () => {
    const ids = Array.from({ length: 2_000 }, (_, index) => `i-${index.toString(16).padStart(17, '0')}`);
    const { campaign, targets } = await campaignPrepare(store(), ids.toReversed());
    const page = (after: HostPlace | null) => store().targetPage(campaign.campaignId, after);
    const first = await page(null);
    const second = await page(first.at(-1) ?? null);
    expect([first.length, second.length]).toEqual([1_000, 1_000]);
    expect([...first, ...second].map(({ instanceId }) => instanceId)).toEqual(ids);
    expect(await page(second.at(-1) ?? null)).toEqual([]);
    expect(await store().targetList(campaign.campaignId)).toHaveLength(targets.length);
  });

  test('a target that will not be sent ends at once, and a repeated step is taken', async () => {
    const { read } = await prepare(silent, silent, { detail: 'nothing came' });
    expect(await read()).toMatchObject(silent);
    const again = await prepare(intended, intended, sent, { ...sent, sentAt: later });
    expect(await again.read()).toMatchObject({ phase: 'sent', sentAt: later });
  });

  const steps: Readonly<Record<TargetPhase, TargetChange>> = {
    waiting: { phase: 'waiting' },
    planned: { phase: 'planned' },
    intended,
    sent,
    ended: silent,
  };
  const order: readonly TargetPhase[] = ['waiting', 'planned', 'intended', 'sent', 'ended'];
  for (const [rank, phase] of order.entries()) {
    // A send that was surely not taken gives its target back; see the claims.
    for (const back of order.slice(0, rank).filter((one) => phase !== 'intended' || one !== 'planned')) {
      test(`a target that is ${phase} does not go back to ${back}`, async () => {
        const { change, read } = await prepare(steps[phase]);
        await expect(change({ ...steps[back], state: null })).rejects.toMatchObject({ code: 'conflict' });
        expect(await read()).toMatchObject(steps[phase]);
      });
    }
  }

  test('an ended target never changes its state or its words', async () => {
    const { change, read } = await prepare(intended, sent, silent);
    const refused: TargetChange[] = [assessed, { state: 'failed' }, { detail: 'other' }, { endedAt: later }];
    for (const each of refused) await expect(change(each)).rejects.toMatchObject({ code: 'conflict' });
    expect(await read()).toMatchObject(silent);
  });

  test('evidence that came late is taken once, and other evidence for the same target is not', async () => {
    const { change, read } = await prepare(intended, sent, silent);
    const first = await store().evidencePut(new TextEncoder().encode(fresh('archive')));
    const second = await store().evidencePut(new TextEncoder().encode(fresh('archive')));
    await change({ ...assessed, evidenceSha256: first });
    const other = change({ ...silent, evidenceSha256: second });
    await expect(other).rejects.toMatchObject({ code: 'conflict' });
    const back = change({ phase: 'sent', state: null, evidenceSha256: first });
    await expect(back).rejects.toMatchObject({ code: 'conflict' });
    expect(await read()).toMatchObject({ ...assessed, evidenceSha256: first });
  });

  test('evidence that was never kept is not taken', async () => {
    const { change, read } = await prepare(intended, sent);
    const unknown = change({ ...assessed, evidenceSha256: 'f'.repeat(64) });
    await expect(unknown).rejects.toMatchObject({ code: 'not-found' });
    expect(await read()).toMatchObject({ phase: 'sent', evidenceSha256: null });
  });

  test('a state without the end, an end without a state, an empty change and an unknown run are refused', async () => {
    const { change, target, read } = await prepare();
    await expect(change({ state: 'assessed' })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(change({ phase: 'ended', endedAt: at })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(change({})).rejects.toMatchObject({ code: 'invalid-input' });
    const unknown = store().targetChange(target.campaignId, fresh('run'), intended);
    await expect(unknown).rejects.toMatchObject({ code: 'not-found' });
    const elsewhere = store().targetChange(fresh('campaign'), target.runId, intended);
    await expect(elsewhere).rejects.toMatchObject({ code: 'not-found' });
    expect(await read()).toEqual(target);
  });

  test('of many changes asked for at once, each is made and none is lost', async () => {
    const ids = Array.from({ length: 50 }, (_, index) => `i-${index.toString(16).padStart(17, '0')}`);
    const { campaign, targets } = await campaignPrepare(store(), ids);
    await Promise.all(
      targets.map(({ runId }) => store().targetChange(campaign.campaignId, runId, { ...sent, detail: runId })),
    );
    const list = await store().targetList(campaign.campaignId);
    expect(list).toEqual(targets.map((target) => ({ ...target, ...sent, detail: target.runId })));
  });
}
