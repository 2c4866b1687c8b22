// A disk that is full: each write says so, reading goes on, and with room again everything that was acknowledged is there.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaignPrepare } from './estate.sample.ts';
import { storeOpen } from './open.ts';

const program = fileURLToPath(new URL('full.child.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bongsu-full-'));
const disk = join(folder, 'disk');
mkdirSync(disk);
// A database takes 40 MB.
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk]).status === 0;
if (!mounted) process.stderr.write('SKIPPED: a small disk can be mounted by root alone\n');
afterAll(() => {
  if (mounted) execFileSync('umount', ['-l', disk]);
  rmSync(folder, { recursive: true, force: true });
});

const directory = join(disk, 'store');
const ids = Array.from({ length: 200 }, (_, index) => `i-${index.toString(16).padStart(17, '0')}`);
let campaignId = '';
beforeAll(async () => {
  if (!mounted) return;
  const store = await storeOpen({ directory });
  ({ campaignId } = (await campaignPrepare(store, ids)).campaign);
  await store.close();
}, 120_000);

test.runIf(mounted)('loses nothing and says what is wrong', { timeout: 240_000 }, async () => {
  const filler = join(disk, 'filler');
  const room = statfsSync(disk);
  writeFileSync(filler, Buffer.alloc(room.bavail * room.bsize - 400_000));
  const { stdout, stderr } = spawnSync(process.execPath, [program, directory, campaignId], { encoding: 'utf8' });
  const said = Object.fromEntries(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' ')),
  );
  // SQLSTATE 53100: disk_full (PostgreSQL manual, appendix A).
  expect(said, stderr).toMatchObject({ targets: '53100', reading: 'done' });
  rmSync(filler);
  const store = await storeOpen({ directory });
  const targets = await store.targetList(campaignId);
  expect(targets.map((one) => one.instanceId).sort()).toEqual(ids);
  const sha256 = await store.evidencePut(new TextEncoder().encode('room again'));
  expect(await store.evidenceGet(sha256)).not.toBeNull();
  await store.close();
});
