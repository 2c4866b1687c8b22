// Evidence past its retention: removed by nobody before its date, by one command after it, and told from evidence that is missing.
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { instance, type LabOptions, type WorldSpec } from '@bongsu/lab';
import { afterEach, expect, it } from 'vitest';
import { type Fleet, fleetStart } from './testing/fleet.ts';

const [central, region] = ['100000000001', 'ap-northeast-2'];
const world = (objectLock: boolean): WorldSpec => ({
  ...{ name: 'retention', centralAccountId: central, regions: [region] },
  bucket: { name: 'bongsu-exchange-100000000001', region, objectLock },
  accounts: [
    {
      ...{ accountId: central, name: 'security', roles: {} },
      regions: { [region]: [instance(central, 'web', 'debian-12-tidy')] },
    },
  ],
});

const day = 86_400_000;
let fleet: Fleet;
afterEach(() => fleet.close());

async function open(evidence: string, options: LabOptions): Promise<void> {
  fleet = await fleetStart(options, (config) => config.replace('evidence: { kind: folder }', `evidence: ${evidence}`));
  expect((await fleet.run('campaign', 'run', '--yes')).code).toBe(0);
  expect((await fleet.run('record', '--out', 'run.jsonl')).code).toBe(0);
}

/** Commands that come so many days later. */
function daysLater(days: number): void {
  const clock = `const Real = Date; const later = ${days} * 86400000;
    globalThis.Date = class extends Real {
      constructor(...given) { given.length > 0 ? super(...given) : super(Real.now() + later); }
      static now() { return Real.now() + later; }
    };`;
  fleet.environment['NODE_OPTIONS'] = `--import=data:text/javascript,${encodeURIComponent(clock)}`;
}

interface Pruned {
  readonly removed: readonly { readonly sha256: string }[];
  readonly stays: readonly { readonly sha256: string; readonly why: string }[];
  readonly left: { readonly archives: number };
}
async function prune(...words: string[]): Promise<Pruned & { code: number | null }> {
  const { code, stdout } = await fleet.run('--json', 'evidence', 'prune', ...words);
  return { code, ...(JSON.parse(stdout) as Pruned) };
}
async function verified(): Promise<{
  code: number | null;
  said: { removed?: object[]; what?: string; line?: number };
}> {
  const { code, stdout } = await fleet.run('--json', 'verify', 'run.jsonl', '--evidence');
  return { code, said: JSON.parse(stdout) as object };
}

it('in a folder: read-only until its date, then removed, written down and named by verify', {
  timeout: 240_000,
}, async () => {
  await open('{ kind: folder, retentionDays: 30 }', { world: world(false) });
  const folder = join(fleet.folder, '.bongsu', 'evidence');
  const files = async (): Promise<string[]> =>
    (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.tar.gz'));
  const [file = ''] = await files();
  expect((await stat(join(folder, file))).mode & 0o777).toBe(0o400);

  expect(await prune()).toMatchObject({ code: 0, removed: [], stays: [], left: { archives: 1 } });
  daysLater(29);
  expect(await prune()).toMatchObject({ removed: [], left: { archives: 1 } });
  daysLater(31);
  const dry = await prune('--dry-run');
  expect(dry).toMatchObject({ code: 0, removed: [{ sha256: expect.any(String) as string }], left: { archives: 1 } });
  expect(await files()).toHaveLength(1);
  expect(await verified()).toMatchObject({ code: 0, said: { removed: [] } });

  // The newest of a host of which an answer counts is what that answer was given over.
  const unit = 'ssh.root-login';
  const answer = ['answer', unit, '--verdict', 'pass', '--why', 'seen', '--all', '--until'];
  const until = new Date(Date.now() + 40 * day).toISOString().slice(0, 10);
  const answered = await fleet.run(...answer, until);
  expect(answered).toMatchObject({ code: 0 });
  expect(await prune()).toMatchObject({ code: 0, removed: [], stays: [{ why: 'answer' }] });
  daysLater(45);

  expect(await prune('--by', 'kim')).toMatchObject({ code: 0, removed: dry.removed, left: { archives: 0 } });
  expect(await files()).toEqual([]);
  const { code, said } = await verified();
  expect(code).toBe(0);
  expect(said.removed).toMatchObject([{ by: 'kim', removedAt: expect.stringMatching(/^20/) as string }]);
  const shown = await fleet.run('verify', 'run.jsonl', '--evidence');
  expect(shown.stdout).toContain('removed after their retention');
});

it('in a folder: what somebody else removed is missing, whatever its date', { timeout: 240_000 }, async () => {
  await open('{ kind: folder, retentionDays: 30 }', { world: world(false) });
  await rm(join(fleet.folder, '.bongsu', 'evidence'), { recursive: true });
  daysLater(31);
  expect(await verified()).toMatchObject({
    code: 1,
    said: { line: 2, what: expect.stringContaining('gone') as string },
  });
});

it('in a bucket: kept by Object Lock until its date, and then removed with all its versions', {
  timeout: 240_000,
}, async () => {
  await open('{ kind: s3, retentionDays: 30 }', { world: world(true) });
  const checks = await fleet.json<{ checks: { check: string; outcome: string }[] }>('doctor');
  expect(checks.checks).toContainEqual(expect.objectContaining({ check: 'bucket object-lock', outcome: 'good' }));
  // This machine's clock is five minutes ahead of S3's: the lock decides.
  daysLater(30);
  fleet.lab.clock.advance(30 * day - 300_000);
  const denied = await prune();
  expect(denied).toMatchObject({ code: 1, removed: [], left: { archives: 1 } });
  expect(denied.stays[0]?.why).toContain('object lock');
  expect(await verified()).toMatchObject({ code: 0, said: { removed: [] } });

  fleet.lab.clock.advance(300_000);
  expect(await prune()).toMatchObject({
    code: 0,
    removed: [{ sha256: denied.stays[0]?.sha256 }],
    left: { archives: 0 },
  });
  expect(await verified()).toMatchObject({ code: 0, said: { removed: [{}] } });
});

it('in a bucket without Object Lock: nothing is taken for kept, and doctor says so before', {
  timeout: 120_000,
}, async () => {
  fleet = await fleetStart({ world: world(false) }, (config) =>
    config.replace('evidence: { kind: folder }', 'evidence: { kind: s3, retentionDays: 30 }'),
  );
  const { stdout } = await fleet.run('doctor');
  expect(stdout).toContain('has no Object Lock');
});
