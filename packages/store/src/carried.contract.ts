// What every store must do with scripts carried by hand and the runs of them that come back.
import type { CarriedBuild, ImportedRun } from '@bongsu/core';
import { expect, test } from 'vitest';
import { at, campaignPrepare, fresh, later, snapshotOf, verdictOf } from './estate.sample.ts';
import type { Store } from './open.ts';

export function carriedContract(store: () => Store): void {
  const build = async (): Promise<CarriedBuild> => {
    const made: CarriedBuild = {
      buildId: fresh('b'),
      builtAt: at,
      by: '김 감사',
      script: '#!/bin/sh\necho "점검"\n',
      scriptSha256: '1'.repeat(64),
      fileSha256: '2'.repeat(64),
      sealKey: '3'.repeat(64),
      units: ['ssh.root-login'],
      packs: [],
    };
    await store().buildPut(made);
    return made;
  };
  const arrive = async (runId = fresh('run')): Promise<{ run: ImportedRun; target: string }> => {
    const { buildId } = await build();
    const { campaign, target } = await campaignPrepare(store());
    const end = { phase: 'ended', state: 'agent-offline', detail: 'ConnectionLost', endedAt: at } as const;
    await store().targetChange(campaign.campaignId, target.runId, end);
    const evidenceSha256 = await store().evidencePut(new TextEncoder().encode(fresh('archive')));
    const run = { runId, buildId, evidenceSha256, campaignId: campaign.campaignId, importedAt: later };
    return { run, target: target.runId };
  };
  const said = ({ campaignId }: ImportedRun) => [verdictOf(campaignId, 'i-00000000000000001', 'ssh.root-login')];
  const imported = { phase: 'ended', state: 'imported', detail: '', endedAt: later } as const;

  test('a build is kept to the byte, and its id is not taken twice', async () => {
    const made = await build();
    expect(await store().buildGet(made.buildId)).toEqual(made);
    expect(await store().buildGet('b-none')).toBeNull();
    await expect(store().buildPut(made)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('a run is taken in once, with its target, and the way the target ended before is kept', async () => {
    const { run, target } = await arrive();
    const { evidenceSha256, campaignId } = run;
    const newRunId = fresh('run');
    const taken = await Promise.all(
      [1, 2, 3].map(() =>
        store().importAccept(run, { runId: target, newRunId }, { ...imported, evidenceSha256 }, said(run)),
      ),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await store().targetList(campaignId)).toMatchObject([
      { runId: newRunId, state: 'imported', attempt: 2, evidenceSha256 },
    ]);
    expect(await store().attemptList(campaignId)).toMatchObject([{ runId: target, state: 'agent-offline' }]);
    expect(await store().importedBefore(run.runId, 'x')).toEqual(run);
    expect(await store().importedBefore('x', evidenceSha256)).toEqual(run);
    expect(await store().importedBefore('x', 'x')).toBeNull();
    expect(await store().verdictList(campaignId)).toEqual(said(run));
  });

  test('a run whose target takes nothing any more is not taken in', async () => {
    const { run, target } = await arrive();
    const { evidenceSha256, campaignId } = run;
    const other = await store().evidencePut(new TextEncoder().encode(fresh('archive')));
    await store().targetChange(campaignId, target, { evidenceSha256: other });
    const end = { ...imported, evidenceSha256 };
    await expect(store().importAccept(run, { runId: target, newRunId: null }, end, said(run))).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await store().importedBefore(run.runId, evidenceSha256)).toBeNull();
    expect(await store().verdictList(campaignId)).toEqual([]);
  });

  test('the hosts of an import are never the latest picture of the estate', async () => {
    const [estate, hosts] = [snapshotOf(fresh('s'), { takenAt: '2090-01-01T00:00:00.000Z' }), fresh('s')];
    await store().snapshotPut(estate);
    await store().snapshotPut(snapshotOf(hosts, { takenAt: '2091-01-01T00:00:00.000Z', imported: true }));
    expect((await store().snapshotLatest())?.snapshotId).toBe(estate.snapshotId);
    expect((await store().snapshotGet(hosts))?.imported).toBe(true);
  });
}
