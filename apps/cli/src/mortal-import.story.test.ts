// An import of results that were carried by hand, killed at each write: imported again, each host is there once, and each record is whole.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostChecks, system } from '@bongsu/catalog';
import { composeCarried, composeHostScript, probesFor } from '@bongsu/engines';
import { databasePrograms, fleetWorld, isolationDetect } from '@bongsu/lab';
import { expect, it } from 'vitest';
import { carriedRun } from './testing/carried-host.ts';
import { mortalWorld } from './testing/mortal/lives.ts';
import { chosen, everyMoment } from './testing/mortal/moments.ts';
import type { MortalSaid, Story } from './testing/mortal/order.ts';
import { realIds } from './wire.ts';

const bubblewrap = process.getuid?.() === 0 && (await isolationDetect()) === 'bubblewrap';
const noServer = databasePrograms() === null;
if (!bubblewrap) process.stderr.write('SKIPPED: hosts that are cut off run in bubblewrap, as root\n');

const builtAt = '2026-11-01T00:00:00.000Z';

/** The script, and what two hosts made of it. */
async function carriedStory(folder: string): Promise<Story> {
  const checks = hostChecks.slice(0, 5);
  const host = composeHostScript(probesFor(checks, [system]));
  const [buildId, sealKey] = [`b-${realIds.random(26)}`, randomBytes(32).toString('hex')];
  const { text, sha256: fileSha256 } = composeCarried({ buildId, builtAt, sealKey, host });
  const script = join(folder, 'check.sh');
  writeFileSync(script, text, { mode: 0o700 });
  const files: string[] = [];
  for (const [index, root] of ['debian-12-tidy', 'amazon-linux-2023-tidy'].entries()) {
    const place = join(folder, `host-${index}`);
    mkdirSync(place);
    files.push(await carriedRun({ root, machine: index + 1, folder: place, script }));
  }
  const { script: inside, sha256: scriptSha256 } = host;
  const units = checks.map((one) => one.id);
  const build = { buildId, builtAt, by: 'kim', script: inside, scriptSha256, fileSha256, sealKey, units, packs: [] };
  return { kind: 'import', files, build };
}

/** Hosts that were taken in, campaigns whose record does not hold, and what an interruption leaves. */
function shapeOf({ campaigns, refusals }: MortalSaid) {
  const taken = campaigns.flatMap((one) => one.targets.filter(({ state }) => state === 'imported'));
  const withHosts = campaigns.filter((one) => one.targets.some(({ state }) => state === 'imported'));
  return {
    taken: taken.length,
    hosts: new Set(taken.map((one) => one.instanceId)).size,
    records: [...new Set(withHosts.map((one) => one.record))],
    evidence: withHosts.reduce((sum, one) => sum + one.evidence, 0),
    judged: withHosts.reduce((sum, one) => sum + one.judged, 0),
    pending: campaigns.reduce((sum, one) => sum + (one.states['pending'] ?? 0), 0),
    refusals,
  };
}

it.runIf(bubblewrap)('is whole after a death at each write', { timeout: 7_200_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bongsu-import-'));
  // Clocks of these hosts are the machine's.
  const world = await mortalWorld(
    fleetWorld(0, 1, { simulated: true }),
    noServer ? 'PGlite' : 'PostgreSQL',
    {},
    new Date(),
  );
  try {
    const story = await carriedStory(folder);
    const whole = await world.live([], story);
    const held = { taken: 2, hosts: 2, records: ['good'], evidence: 2, judged: 2, pending: 0, refusals: 0 };
    expect(shapeOf(whole.said)).toEqual(held);
    const failures: unknown[] = [];
    let deaths = 0;
    for (const moment of chosen(everyMoment(whole.said.counts), 6)) {
      const { said, died } = await world.live([moment], story);
      deaths += died.length;
      if (JSON.stringify(shapeOf(said)) !== JSON.stringify(held)) failures.push({ died, shape: shapeOf(said) });
    }
    process.stderr.write(`import: ${deaths} deaths, ${failures.length} failures\n`);
    expect(failures).toEqual([]);
    expect(deaths).toBeGreaterThan(4);
  } finally {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
