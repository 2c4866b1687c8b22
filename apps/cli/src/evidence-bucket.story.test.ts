// Evidence in a bucket: written once, judged again from there by another machine, and loud where somebody altered it.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openAws } from '@bongsu/aws';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Fleet } from './testing/fleet.ts';
import { fleetStart } from './testing/fleet.ts';
import { realClock } from './wire.ts';

let fleet: Fleet;
beforeAll(async () => {
  fleet = await fleetStart({ world: 'tidy' }, (config) =>
    config.replace('evidence: { kind: folder }', 'evidence: { kind: s3, prefix: "audit/" }'),
  );
}, 60_000);
afterAll(() => fleet.close());

interface Shown {
  readonly targets: readonly { readonly evidenceSha256: string | null }[];
}

it('keeps it, reads it back, and never takes other bytes for it', { timeout: 300_000 }, async () => {
  expect((await fleet.run('campaign', 'run', '--yes')).code).toBe(0);
  const { targets } = await fleet.json<Shown>('campaign', 'show');
  const hashes = targets.map((target) => target.evidenceSha256 ?? '');
  expect(hashes).toHaveLength(4);

  const puts = fleet.lab.calls().filter((call) => call.operation === 'PutObject');
  expect(puts.length).toBeGreaterThanOrEqual(4);
  // Another machine has the database and not the folder.
  await rm(join(fleet.folder, '.bongsu', 'evidence'), { recursive: true, force: true });
  const again = await fleet.run('--json', 'assess');
  expect(again).toMatchObject({ code: 0 });
  expect(JSON.parse(again.stdout)).toMatchObject({ changes: [] });

  Object.assign(process.env, fleet.environment);
  const settings = {
    accounts: { kind: 'organization' },
    roleName: fleet.lab.roleName,
    externalId: fleet.lab.externalId,
    regions: 'enabled',
    bucket: fleet.lab.bucket,
    centralRegion: fleet.lab.bucket.region,
  } as const;
  const { exchange } = await openAws(settings, realClock);
  const listed = await exchange.results('audit/sha256/');
  expect(listed.items.map(({ key }) => key).toSorted()).toEqual(
    hashes.map((hash) => `audit/sha256/${hash}`).toSorted(),
  );
  const [first = ''] = hashes;
  await exchange.scriptPut(`audit/sha256/${first}`, 'something else');
  const altered = await fleet.run('assess');
  expect(altered.code).toBe(1);
  expect(altered.stderr).toContain(`evidence was altered: s3://${fleet.lab.bucket.name}/audit/sha256/${first}`);
});
