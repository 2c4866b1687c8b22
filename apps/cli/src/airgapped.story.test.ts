// A check carried by hand to hosts without a network and back: built, run, imported, judged; what is not ours or not whole is refused.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { WorldSpec } from '@bongsu/lab';
import { instance, isolationDetect, memberRoles } from '@bongsu/lab';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { carriedRun } from './testing/carried-host.ts';
import type { CoverageShown, Fleet, Ran } from './testing/fleet.ts';
import { fleetStart, sumOf } from './testing/fleet.ts';

const [central, shop, region] = ['100000000001', '200000000002', 'ap-northeast-2'];
const seen = instance(shop, 'seen', 'debian-12-tidy');
const cut = instance(shop, 'cut-off', 'amazon-linux-2023-neglected', { agent: 'none' });
const world: WorldSpec = {
  name: 'airgapped',
  centralAccountId: central,
  regions: [region],
  bucket: { name: 'bongsu-exchange-100000000001', region },
  accounts: [
    { accountId: central, name: 'security', roles: {}, regions: { [region]: [] } },
    { accountId: shop, name: 'shop', roles: memberRoles(central), regions: { [region]: [seen, cut] } },
  ],
};
const isRoot = process.getuid?.() === 0;
const bubblewrap = isRoot && (await isolationDetect()) === 'bubblewrap';
if (!bubblewrap) process.stderr.write('SKIPPED: hosts that are cut off run in bubblewrap, as root\n');

let fleet: Fleet;
let hosts = 0;
const at = (name: string): string => join(fleet.folder, name);

interface Outcome {
  readonly imported: boolean;
  readonly code?: string;
  readonly campaign?: string;
  readonly target?: {
    readonly accountId: string;
    readonly instanceId: string;
    readonly state: string;
    readonly detail: string;
  };
}

async function take(
  ...words: readonly string[]
): Promise<{ code: number | null; files: readonly Outcome[]; ran: Ran }> {
  const ran = await fleet.run('--json', 'evidence', 'import', ...words);
  return {
    code: ran.code,
    files: ran.stdout === '' ? [] : (JSON.parse(ran.stdout) as { files: Outcome[] }).files,
    ran,
  };
}

/** Runs the script on a root of the lab as a booted host of its own; gives the path of the archive it wrote. */
async function carry(root: string, script = 'check.sh', machine = hosts + 1): Promise<string> {
  hosts += 1;
  const folder = at(`host-${hosts}`);
  mkdirSync(folder);
  return carriedRun({ root, machine, folder, script: at(script) });
}

beforeAll(async () => {
  fleet = await fleetStart({ world });
  await fleet.json('pack', 'build', '--out', 'check.sh', '--by', 'kim');
}, 60_000);
afterAll(() => fleet.close());

it('builds one file, and never over another', async () => {
  expect(statSync(at('check.sh')).mode & 0o777).toBe(0o700);
  const again = await fleet.run('pack', 'build', '--out', 'check.sh');
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('is there already')]);
});

it.runIf(bubblewrap)(
  'imports hosts into a campaign of their own, whose sum holds, and judges them',
  { timeout: 240_000 },
  async () => {
    const archives = [await carry('amazon-linux-2023-neglected'), await carry('debian-12-tidy')];
    const { code, files } = await take(...archives);
    expect(code).toBe(0);
    expect(files.map((one) => one.target?.state)).toEqual(['imported', 'imported']);
    const campaign = files[0]?.campaign ?? '';
    const coverage = await fleet.json<CoverageShown>('coverage', '--campaign', campaign);
    expect(coverage).toMatchObject({ total: 2, states: { imported: 2, assessed: 0 } });
    expect(sumOf(coverage.states)).toBe(2);
    const shown: { items: { unit: string; status: string }[] }[] = [];
    for (const one of files) shown.push(await fleet.json('host', 'show', one.target?.instanceId ?? ''));
    const [neglected, tidy] = shown;
    const status = (host: typeof tidy, unit: string) => host?.items.find((item) => item.unit === unit)?.status;
    expect([status(neglected, 'ssh.root-login'), status(tidy, 'ssh.root-login')]).toEqual(['fail', 'pass']);
    const scores = await fleet.json<{ scores: object[] }>('score', '--by', 'host', '--campaign', campaign);
    expect(scores.scores).toHaveLength(2);
    expect((await fleet.run('report', '--format', 'html', '--out', 'report.html', '--campaign', campaign)).code).toBe(
      0,
    );
    expect(readFileSync(at('report.html'), 'utf8')).toContain(files[0]?.target?.instanceId ?? 'none');
    await fleet.run('record', campaign, '--out', 'run.jsonl');
    expect((await fleet.run('verify', 'run.jsonl', '--evidence')).code).toBe(0);
    const twice = await take(...archives);
    expect([twice.code, twice.files.map((one) => one.code)]).toEqual([1, ['twice', 'twice']]);
    expect((await fleet.json<{ campaigns: object[] }>('campaign', 'list')).campaigns).toHaveLength(1);
  },
);

it.runIf(bubblewrap)('fills the target of the fleet that nothing could be sent to', { timeout: 240_000 }, async () => {
  const before = await fleet.json<CoverageShown>('campaign', 'run', '--yes');
  expect(before).toMatchObject({ total: 2, states: { assessed: 1, 'not-managed': 1 } });
  const archive = await carry('amazon-linux-2023-neglected');
  const stranger = await take(archive, '--as', `${shop}/${region}/i-0123456789abcdef0`);
  expect([stranger.code, stranger.files[0]?.code]).toEqual([1, 'no-such-instance']);
  const { code, files } = await take(archive, '--as', `${shop}/${region}/${cut.instanceId}`);
  expect([code, files[0]?.campaign]).toEqual([0, before.campaign]);
  const after = await fleet.json<CoverageShown>('coverage', '--campaign', before.campaign);
  expect(after).toMatchObject({ total: 2, states: { assessed: 1, 'not-managed': 0, imported: 1 } });
  expect(sumOf(after.states)).toBe(2);
  await fleet.run('record', before.campaign, '--out', 'fleet.jsonl');
  expect(readFileSync(at('fleet.jsonl'), 'utf8')).toContain('"state":"not-managed"');
  expect((await fleet.run('verify', 'fleet.jsonl', '--evidence')).code).toBe(0);
  const overdue = await fleet.json<object>('overdue');
  expect(JSON.stringify(overdue)).not.toContain(cut.instanceId);
  // Another, newer result of the same instance has no target left there: it gets a campaign of its own.
  const next = await take(await carry('amazon-linux-2023-tidy'), '--as', `${shop}/${region}/${cut.instanceId}`);
  expect([next.code, next.files[0]?.campaign === before.campaign]).toEqual([0, false]);
});

it.runIf(bubblewrap)(
  'leaves the results to the fleet, and tells of imports beside it',
  { timeout: 240_000 },
  async () => {
    const fleets = await fleet.json<{ campaign: string }>('campaign', 'run', '--yes');
    const { code, files } = await take(await carry('debian-12-tidy'), '--host', 'vault-room');
    expect(code).toBe(0);
    const campaign = files[0]?.campaign;
    // A plan that nobody runs is no answer either.
    expect((await fleet.run('campaign', 'plan')).code).toBe(0);
    const { imports, ...seen } = await fleet.json<{ campaign: string; imports: object[] }>('results');
    expect([seen.campaign, imports[0]]).toEqual([fleets.campaign, { campaign, hosts: 1 }]);
    expect((await fleet.run('results')).stdout).toContain(`--campaign ${campaign}`);
    expect((await fleet.json<CoverageShown>('coverage')).campaign).toBe(fleets.campaign);
    expect((await fleet.json<{ campaign: string }>('host', 'show', 'vault-room')).campaign).toBe(campaign);
  },
);

it('checks this machine as an ordinary user, and what that user may not read is unknown', {
  timeout: 240_000,
  skip: !isRoot,
}, async () => {
  const folder = `/var/tmp/bongsu-airgapped-${process.pid}`;
  mkdirSync(folder, { mode: 0o777 });
  try {
    spawnSync('chmod', ['777', folder]);
    copyFileSync(at('check.sh'), join(folder, 'check.sh'));
    spawnSync('chmod', ['755', join(folder, 'check.sh')]);
    const env = { PATH: '/usr/bin:/bin', LANG: 'ko_KR.UTF-8' };
    const words = [join(folder, 'check.sh'), '--as', 'here', folder];
    const ran = spawnSync('sh', words, { uid: 65534, gid: 65534, env, cwd: folder, encoding: 'utf8' });
    expect([ran.status, ran.stderr]).toEqual([0, expect.stringContaining('root가 아닙니다')]);
    const { files } = await take(join(folder, 'bongsu-here.tar.gz'), '--host', 'office-1');
    expect(files[0]?.target).toMatchObject({ accountId: 'air-gapped', instanceId: 'office-1', state: 'imported' });
    expect(files[0]?.target?.detail).toMatch(/unknown: .*account\.shadow-passwords/);
    const coverage = await fleet.run('coverage', '--campaign', files[0]?.campaign ?? '');
    expect(coverage.stdout).toContain('office-1');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it.runIf(bubblewrap)(
  'refuses what was altered, is foreign or is no archive, names why, and keeps nothing of it',
  {
    timeout: 240_000,
  },
  async () => {
    const archive = readFileSync(await carry('debian-12-tidy'));
    const [body, seal] = [archive.subarray(0, -79), archive.subarray(-79)];
    const before = await fleet.json<{ campaigns: object[] }>('campaign', 'list');
    const inside = gunzipSync(body)
      .toString('latin1')
      .replace(/PermitRootLogin \w\w/, 'PermitRootLogin __');
    const cases: Record<string, [Uint8Array, string]> = {
      repacked: [Buffer.concat([gzipSync(Buffer.from(inside, 'latin1')), seal]), 'altered'],
      reclocked: [Buffer.concat([gzipSync(gunzipSync(body)), seal]), 'altered'],
      forged: [Buffer.concat([body, Buffer.from(`bongsu-seal 1 ${'0'.repeat(64)}\n`)]), 'altered'],
      flipped: [archive.map((byte, index) => (index === 5000 ? byte ^ 255 : byte)), 'unreadable'],
      cut: [archive.subarray(0, -1), 'unreadable'],
      bomb: [Buffer.concat([gzipSync(Buffer.alloc(64 << 20)), seal]), 'unreadable'],
      text: [Buffer.from('no archive'), 'unreadable'],
      empty: [Buffer.alloc(0), 'unreadable'],
      large: [Buffer.alloc(2 << 20), 'unreadable'],
    };
    for (const [name, [bytes]] of Object.entries(cases)) writeFileSync(at(`${name}.tar.gz`), bytes);
    const { code, files, ran } = await take(...Object.keys(cases).map((name) => `${name}.tar.gz`));
    expect(files.map((one) => one.code)).toEqual(Object.values(cases).map(([, why]) => why));
    expect([code, ran.stdout.includes('"imported": true')]).toEqual([1, false]);
    await fleet.json('--store', 'other', 'pack', 'build', '--out', 'other.sh');
    const foreign = await take(await carry('debian-12-tidy', 'other.sh'));
    expect([foreign.code, foreign.files[0]?.code]).toEqual([1, 'foreign']);
    expect((await fleet.json<{ campaigns: object[] }>('campaign', 'list')).campaigns).toHaveLength(
      before.campaigns.length,
    );
    for (const words of [
      ['absent.tar.gz'],
      ['text.tar.gz', '--host', '../x'],
      ['text.tar.gz', '--as', 'x'],
      ['a', 'b', '--host', 'x'],
    ])
      expect((await take(...words)).code).toBe(2);
    expect(existsSync(at('absent.tar.gz'))).toBe(false);
  },
);

it.runIf(bubblewrap)('takes one of two clones, and tells how to set them apart', { timeout: 240_000 }, async () => {
  const first = await carry('debian-12-tidy');
  const second = await carry('debian-12-tidy', 'check.sh', hosts);
  const { code, files } = await take(first, second);
  expect([code, files.map((one) => one.code)]).toEqual([1, [undefined, 'same-host']]);
  const apart = await take(second, '--host', 'clone-2');
  expect([apart.code, apart.files[0]?.target?.instanceId]).toEqual([0, 'clone-2']);
});
