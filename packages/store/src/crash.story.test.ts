// What a killed process had been told is kept is there when the store is opened again.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DatabaseServer, databasePrograms, databaseServerStart } from '@bongsu/lab';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { childStart } from './child.sample.ts';
import { campaignPrepare } from './estate.sample.ts';
import { storeOpen } from './open.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'bongsu-crash-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const noServer = databasePrograms() === null;
if (noServer) process.stderr.write('SKIPPED: no PostgreSQL server is installed (Debian: apt-get install postgresql)\n');
let server: DatabaseServer | undefined;
afterAll(() => server?.stop());

const engines = [
  { engine: 'PGlite', place: async () => ({}) },
  { engine: 'PostgreSQL', place: async () => ({ databaseUrl: (server = await databaseServerStart()).database() }) },
];

test.for(noServer ? engines.slice(0, 1) : engines)(
  'kill -9 while targets are written: every acknowledged target and its evidence is there, on $engine',
  async ({ place }) => {
    const where: { directory: string; databaseUrl?: string } = { directory, ...(await place()) };
    const ids = Array.from({ length: 5_000 }, (_, index) => `i-${index.toString(16).padStart(17, '0')}`);
    const first = await storeOpen(where);
    const { campaign } = await campaignPrepare(first, ids);
    await first.close();

    const acknowledged = new Set<string>();
    for (const milliseconds of [150, 400, 700]) {
      const child = childStart(
        'crash.child.ts',
        directory,
        campaign.campaignId,
        ...(where.databaseUrl === undefined ? [] : [where.databaseUrl]),
      );
      await child.line('ended ');
      await sleep(milliseconds);
      await child.kill();
      expect(child.lines).not.toContain('all');
      for (const line of child.lines) if (line.startsWith('ended ')) acknowledged.add(line.slice('ended '.length));

      const store = await storeOpen(where);
      const targets = await store.targetList(campaign.campaignId);
      expect(targets).toHaveLength(ids.length);
      const ended = targets.filter((target) => target.phase === 'ended');
      const endedRuns = new Set(ended.map((target) => target.runId));
      expect([...acknowledged].filter((runId) => !endedRuns.has(runId))).toEqual([]);
      for (const { evidenceSha256, instanceId } of ended) {
        const bytes = await store.evidenceGet(evidenceSha256 ?? '');
        expect(new TextDecoder().decode(bytes ?? undefined)).toBe(instanceId);
      }
      await store.close();
    }
    expect(acknowledged.size).toBeGreaterThan(30);
  },
);

test('kill -9 during the first opening: the next opening finds a whole store', async () => {
  const partial = (): string[] => readdirSync(directory).filter((name) => name.startsWith('database.partial'));
  let killed = 0;
  for (const milliseconds of [0, 500, 1_500]) {
    const child = childStart('crash.child.ts', directory, 'none');
    await expect.poll(() => partial().length, { timeout: 30_000, interval: 5 }).toBeGreaterThan(killed);
    killed += 1;
    await sleep(milliseconds);
    await child.kill();
  }
  const store = await storeOpen({ directory });
  expect(partial()).toEqual([]);
  const { campaign } = await campaignPrepare(store);
  expect(await store.campaignLatest()).toEqual(campaign);
  await store.close();
});
