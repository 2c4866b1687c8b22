// Judging again over more hosts than are held at once: what changed is told, what cannot be read is lost, and only `keep` writes.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Campaign, Host, HostCheck, Target } from '@bongsu/core';
import { fail, hostCheck, pass, probe, text, neverSent } from '@bongsu/core';
import { rejudge } from '@bongsu/flow';
import { type Store, storeOpen } from '@bongsu/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const hosts = 230;
const names = Array.from({ length: hosts }, (_, index) => `i-${index.toString(16).padStart(17, '0')}`);
const campaign: Campaign = {
  campaignId: 'again',
  snapshotId: 'snapshot',
  createdAt: '2026-11-22T00:00:00.000Z',
  endedAt: null,
  phase: 'running',
  plan: {
    limits: { deliverySeconds: 600, executionSeconds: 300, urlSeconds: 3_600, resultBytes: 262_144, concurrency: 1 },
    scriptSha256: 'a'.repeat(64),
    scriptBytes: 1,
    units: [],
    places: [],
    counts: {},
    calls: {},
    credentialSeconds: null,
    gaps: [],
  },
  script: '#!/bin/sh\n',
  stopped: null,
};

const system = probe<Host>({
  name: 'system',
  script: ':',
  timeoutSeconds: 1,
  sizeBytesMax: 1,
  live: false,
  read: () => ({ family: 'debian', distro: 'debian', version: '12', prettyName: '', container: false, live: true }),
});
let reads = 0;
const level = probe<number>({
  name: 'level',
  script: ':',
  timeoutSeconds: 1,
  sizeBytesMax: 1,
  live: false,
  read(records) {
    reads += 1;
    return Number(records.note('level')?.values[0]);
  },
});

/** Passes up to a level. */
function check(id: string, most: number): HostCheck {
  const said = text('가', 'a');
  return hostCheck({
    id,
    title: said,
    why: said,
    importance: 'low',
    expects: said,
    remedy: said,
    needs: { level },
    judge: (facts) => (facts.level <= most ? pass(said, []) : fail(said, [])),
  });
}

const folder = mkdtempSync(join(tmpdir(), 'bongsu-rejudge-'));
let store: Store;

/** What the host script would send of one note. */
function archive(value: number): Uint8Array {
  mkdirSync(join(folder, 'probes'), { recursive: true });
  const note = `#note\tlevel\t${value}\n`;
  const head = ['bongsu-evidence\t1', 'run\tr', 'instance\ti', 'command\tc', `script\t${'a'.repeat(64)}`, 'started\t1'];
  const lines = [...head, 'uid\t0', 'live\t1', 'probe\tsystem\tok\t0\t0\t0', `probe\tlevel\tok\t0\t0\t${note.length}`];
  writeFileSync(join(folder, 'manifest'), `${lines.join('\n')}\nended\t2\n`);
  writeFileSync(join(folder, 'probes/level'), note);
  writeFileSync(join(folder, 'probes/system'), '');
  const { stdout, status } = spawnSync('tar', ['-cz', '-C', folder, 'manifest', 'probes']);
  if (status !== 0) throw new Error('tar failed');
  return stdout;
}

/** Host number N has level N; of the last two, one has evidence that is none, and one has none at all. */
async function plant(): Promise<void> {
  const archives = await Promise.all([0, 1, 2].map((value) => store.evidencePut(archive(value))));
  const broken = await store.evidencePut(new Uint8Array([1, 2, 3]));
  await store.snapshotPut({
    snapshotId: 'snapshot',
    takenAt: campaign.createdAt,
    accounts: [],
    places: [],
    instances: [],
    gaps: [],
  });
  const target = (instanceId: string, index: number): Target => ({
    ...neverSent,
    campaignId: campaign.campaignId,
    accountId: '111122223333',
    region: 'ap-northeast-2',
    instanceId,
    name: '',
    runId: `run-${index}`,
    phase: 'ended',
    state: 'assessed',
    detail: '',
    endedAt: campaign.createdAt,
    evidenceSha256: index === hosts - 1 ? null : index === hosts - 2 ? broken : (archives[index % 3] ?? null),
  });
  await store.campaignPut(campaign, names.map(target));
}

beforeAll(async () => {
  store = await storeOpen({ directory: 'memory' });
  await plant();
}, 60_000);
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('judging again', () => {
  const ports = (): Parameters<typeof rejudge>[2] => ({
    ...{ campaigns: store, evidence: store, verdicts: store, progress: () => {} },
  });
  const first = [check('a.strict', 0), check('a.lax', 2)];

  it('tells every verdict that is new, and writes nothing unless it is told to', async () => {
    const seen = await rejudge(campaign, { checks: first, system }, ports());
    expect(seen.hosts).toBe(hosts - 2);
    expect(seen.lost.map(({ instanceId }) => instanceId)).toEqual([names[hosts - 2]]);
    expect(seen.changes).toHaveLength(2 * (hosts - 2));
    expect(seen.changes.every(({ before }) => before === null)).toBe(true);
    expect(await store.verdictList(campaign.campaignId)).toEqual([]);
  });

  it('keeps every host, reads a fact once for all checks, and then finds nothing changed', async () => {
    reads = 0;
    await rejudge(campaign, { checks: first, system, keep: true }, ports());
    expect(reads).toBe(hosts - 2);
    const kept = await store.verdictList(campaign.campaignId);
    expect(kept).toHaveLength(2 * (hosts - 2));
    const failed = kept.filter((verdict) => verdict.status === 'fail').map((verdict) => verdict.instanceId);
    expect(failed).toEqual(names.slice(0, hosts - 2).filter((_, index) => index % 3 !== 0));
    expect((await rejudge(campaign, { checks: first, system }, ports())).changes).toEqual([]);
  });

  it('tells what a changed criterion changes, with the words of before, and a unit that is new', async () => {
    const checks = [check('a.strict', 1), check('a.lax', 2), check('b.new', 2)];
    const { changes } = await rejudge(campaign, { checks, system, keep: true }, ports());
    const strict = changes.filter(({ after }) => after.unit === 'a.strict');
    expect(strict.map(({ after }) => after.instanceId)).toEqual(
      names.slice(0, hosts - 2).filter((_, index) => index % 3 === 1),
    );
    for (const { before, after } of strict) {
      expect([before?.status, after.status]).toEqual(['fail', 'pass']);
      expect(before?.instanceId).toBe(after.instanceId);
    }
    expect(changes.filter(({ after, before }) => after.unit === 'b.new' && before === null)).toHaveLength(hosts - 2);
    expect(changes).toHaveLength(strict.length + hosts - 2);
    expect(await store.verdictList(campaign.campaignId)).toHaveLength(3 * (hosts - 2));
  });
});
