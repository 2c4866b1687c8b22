// Packs of both kinds through a whole campaign: planned with them, run on hosts, judged, shown, exported, resumed and judged again.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WorldSpec } from '@bongsu/lab';
import { memberRoles } from '@bongsu/lab';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CoverageShown, Fleet } from './testing/fleet.ts';
import { fleetStart } from './testing/fleet.ts';

const [central, shop, region] = ['100000000001', '200000000002', 'ap-northeast-2'];
const world: WorldSpec = {
  name: 'packs',
  centralAccountId: central,
  regions: [region],
  bucket: { name: 'bongsu-exchange-100000000001', region },
  accounts: [
    { accountId: central, name: 'security', roles: {}, regions: { [region]: [] } },
    {
      accountId: shop,
      name: 'shop',
      roles: memberRoles(central),
      regions: {
        [region]: ['debian-12-tidy', 'amazon-linux-2023-neglected'].map((root, index) => ({
          instanceId: `i-0${String(index).repeat(16)}`,
          name: root,
          root,
        })),
      },
    },
  ],
};
const examples = fileURLToPath(new URL('../../../docs/examples/packs', import.meta.url));

let fleet: Fleet;
let hash = '';
const place = (name: string): string => join(fleet.folder, name);
const sends = (): number => fleet.lab.calls().filter((call) => call.operation === 'SendCommand').length;

function configure(packs: string): void {
  const text = readFileSync(place('bongsu.yaml'), 'utf8');
  writeFileSync(place('bongsu.yaml'), text.replace(/^packs:.*(?:\n {2}.*)*/m, packs));
}

beforeAll(async () => {
  fleet = await fleetStart({ world });
  for (const name of ['acme-baseline', 'acme-scripts']) cpSync(join(examples, name), place(name), { recursive: true });
}, 60_000);
afterAll(() => fleet.close());

interface Judged {
  readonly instanceId: string;
  readonly unit: string;
  readonly codes: Readonly<Record<string, readonly string[]>>;
  readonly status: string;
  readonly judgedBy: string;
  readonly reason: string;
  readonly evidence: readonly { source: string; found: string }[];
}

async function judged(): Promise<(unit: string) => readonly Judged[]> {
  const { items } = await fleet.json<{ items: readonly Judged[] }>('results');
  return (unit) => items.filter((item) => item.unit === unit);
}

it('takes a script by its hash alone, and sends nothing before', async () => {
  configure('packs:\n  - path: acme-baseline\n  - path: acme-scripts');
  const refused = await fleet.run('campaign', 'run', '--yes');
  expect(refused.code).toBe(2);
  hash = /write sha256: ([0-9a-f]{64})/.exec(refused.stderr)?.[1] ?? '';
  expect((await fleet.run('pack', 'test', 'acme-scripts')).stdout).toContain(hash);
  expect(sends()).toBe(0);
});

it('plans with both, and says what runs as root', async () => {
  configure(`packs:\n  - path: acme-baseline\n  - path: acme-scripts\n    sha256: ${hash}`);
  const shown = await fleet.run('campaign', 'plan');
  expect(shown.stdout).toMatch(/the script of pack acme-scripts runs as root/);
  const { plan } = await fleet.json<{ plan: { packs: readonly object[]; units: readonly string[] } }>(
    'campaign',
    'plan',
  );
  expect(plan.packs).toMatchObject([
    { name: 'acme', version: '1.2.0', edition: 'acme-baseline-1', kind: 'declarative' },
    { name: 'acme-scripts', kind: 'legacy', sha256: hash },
  ]);
  expect(plan.units).toContain('pack-acme.a-01');
  expect(JSON.stringify(plan)).not.toContain('script.sh');
});

it('resumes with what it was planned with, though the pack has changed since', async () => {
  const yaml = readFileSync(place('acme-baseline/pack.yaml'), 'utf8');
  writeFileSync(
    place('acme-baseline/pack.yaml'),
    yaml.replace('version: "1.2.0"', 'version: "9.9.9"').replaceAll('<= 60', '<= 99999'),
  );
  const ran = await fleet.run('--json', 'campaign', 'resume');
  expect(ran.stderr).toMatch(/pack acme is now 9\.9\.9 .* was planned with 1\.2\.0 .* What was planned is used/);
  const coverage = JSON.parse(ran.stdout) as CoverageShown;
  expect((coverage.states['assessed'] ?? 0) + (coverage.states['partly-assessed'] ?? 0)).toBe(2);
  expect(sends()).toBe(2);
  const of = await judged();
  expect(of('pack-acme.a-01').map((item) => item.status)).toContain('fail');
});

it('shows whose word each result is, under an edition of its own', async () => {
  const of = await judged();
  expect(of('ssh.root-login').map((item) => item.judgedBy)).toEqual(['bongsu', 'bongsu']);
  for (const item of of('pack-acme.a-01')) {
    expect(item).toMatchObject({ judgedBy: 'pack', codes: { 'acme-baseline-1': ['A-01'], 'kisa-unix-2026': [] } });
    expect(item.evidence[0]?.source).toMatch(/^\/etc\/login\.defs:\d+$/);
  }
  expect(of('pack-acme.a-11').map((item) => item.status)).toEqual(['notApplicable', 'notApplicable']);
  // The lab's hosts have no sysctl: what did not answer is unknown.
  for (const item of of('pack-acme.a-10'))
    expect(item).toMatchObject({ status: 'unknown', reason: expect.stringContaining('sysctl -n') as unknown });
  for (const item of of('pack-acme-scripts.s-01')) {
    expect(item).toMatchObject({
      judgedBy: 'third-party',
      reason: expect.stringMatching(/^third-party judgement: /) as unknown,
    });
    expect(['pass', 'fail']).toContain(item.status);
  }
  const instance = of('ssh.root-login')[0]?.instanceId ?? '';
  const table = (await fleet.run('--lang', 'ko', 'host', 'show', instance)).stdout;
  expect(table).toMatch(/acme-scripts-2019[\s\S]*S-01 .*제3자 판정/);
  expect(table).toMatch(/A-01 .*자체 기준\(팩\)/);
});

it("leaves a guide's score alone", async () => {
  type Scores = { scores: readonly { score: { judged: number } }[] };
  const [whole, named] = [
    await fleet.json<Scores>('score'),
    await fleet.json<Scores>('--edition', 'acme-scripts-2019', 'score'),
  ];
  const guide = await fleet.json<Scores>('--edition', 'kisa-unix-2026', 'score');
  expect(whole.scores[0]?.score.judged).toBe(guide.scores[0]?.score.judged);
  expect(named.scores[0]?.score.judged).toBeGreaterThan(0);
});

it('exports and reports the mark', async () => {
  for (const [command, format] of [
    ['export', 'csv'],
    ['export', 'jsonl'],
    ['export', 'xlsx'],
    ['report', 'html'],
    ['report', 'xlsx'],
  ] as const)
    expect(await fleet.run('--lang', 'ko', command, '--format', format, '--out', `${command}.${format}`)).toMatchObject(
      { code: 0 },
    );
  const csv = readFileSync(place('export.csv'), 'utf8');
  expect(csv).toMatch(/판정 주체/);
  expect(csv).toMatch(/acme-scripts-2019:S-01/);
  expect(csv).toMatch(/제3자 판정\r?\n/);
  const events = readFileSync(place('export.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Partial<Judged>);
  expect(new Set(events.flatMap((event) => event.judgedBy ?? []))).toEqual(new Set(['bongsu', 'pack', 'third-party']));
  expect(readFileSync(place('report.html'), 'utf8')).toMatch(/\((?:제3자 판정)\)/);
});

it('opens the evidence of a pack', async () => {
  const report = readFileSync(place('report.html'), 'utf8');
  const id = /E-[0-9a-f]{12}-pack-acme\.a-01/.exec(report)?.[0] ?? '';
  const shown = await fleet.run('evidence', 'show', id);
  expect(shown).toMatchObject({ code: 0 });
  expect(shown.stdout).toMatch(/pack-acme-files[\s\S]*PASS_MAX_DAYS/);
});

it('judges again by what was planned, or by the pack that is given, and says so', async () => {
  type Assessed = {
    changes: readonly { unit: string; before: string; after: string; because: string }[];
    packs: readonly { version: string }[];
  };
  const calls = fleet.lab.calls().length;
  const again = await fleet.json<Assessed>('assess');
  expect(again).toMatchObject({ changes: [], packs: [{ version: '1.2.0' }, { version: '2019.3' }] });
  const ran = await fleet.run('--json', 'assess', '--pack', 'acme-baseline');
  expect(ran.stderr).toMatch(/pack acme is now 9\.9\.9 .* The one given judges/);
  const other = JSON.parse(ran.stdout) as Assessed;
  expect(other.changes.length).toBeGreaterThan(0);
  for (const change of other.changes)
    expect(change).toMatchObject({ unit: 'pack-acme.a-01', before: 'fail', after: 'pass', because: 'another pack' });
  expect(fleet.lab.calls().length).toBe(calls);
});
