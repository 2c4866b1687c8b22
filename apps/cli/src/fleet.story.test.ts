// The whole story as a person runs it: the demonstration's estate, checked by the real command line, with every trouble in its own state.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hostChecks } from '@bongsu/catalog';
import exceljs from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CoverageShown, Fleet } from './testing/fleet.ts';
import { fleetStart, sumOf } from './testing/fleet.ts';

let fleet: Fleet;
let coverage: CoverageShown;

beforeAll(async () => {
  fleet = await fleetStart({ world: 'demo' });
}, 60_000);
afterAll(() => fleet.close());

it('shows a plan and sends nothing', async () => {
  const { plan } = await fleet.json<{ plan: { counts: Record<string, number>; calls: Record<string, number> } }>(
    'campaign',
    'plan',
  );
  expect(sumOf(plan.counts)).toBe(25);
  expect(plan.calls['ssm:SendCommand']).toBe(plan.counts['planned']);
  expect(fleet.lab.calls().filter((call) => call.operation === 'SendCommand')).toEqual([]);
});

it('asks before it sends, and sends nothing where nobody can be asked', async () => {
  const ran = await fleet.run('campaign', 'run');
  expect(ran.code).toBe(1);
  expect(ran.stderr).toContain('--yes');
  expect(fleet.lab.calls().filter((call) => call.operation === 'SendCommand')).toEqual([]);
});

it('checks the fleet and accounts for every instance', async () => {
  coverage = await fleet.json<CoverageShown>('campaign', 'run', '--yes');
  expect(coverage.total).toBe(25);
  expect(sumOf(coverage.states)).toBe(25);
  const stateOf = (name: string): string | undefined => coverage.targets.find((target) => target.name === name)?.state;
  expect(stateOf('jump-old')).toBe('stopped');
  expect(stateOf('appliance')).toBe('not-managed');
  expect(stateOf('search')).toBe('agent-offline');
  // A hybrid node is named by its computer, and checked like any other.
  expect(coverage.targets.find((target) => target.name === 'idc-backup')?.instanceId).toMatch(/^mi-/);
  expect(stateOf('idc-backup')).toMatch(/^(partly-)?assessed$/);
  expect(stateOf('reports')).toBe('platform-unsupported');
  expect(coverage.targets.find((target) => target.name === 'batch')).toMatchObject({
    state: 'failed',
    detail: 'step run, exit code 22',
  });
  expect(coverage.targets.find((target) => target.name === 'partner-gateway')).toMatchObject({
    state: 'result-refused',
  });
  expect(stateOf('web-1')).toMatch(/^(partly-)?assessed$/);
  const read = (coverage.states['assessed'] ?? 0) + (coverage.states['partly-assessed'] ?? 0);
  expect(read).toBe(19);
  expect(coverage.unreadable).toMatchObject([
    { region: null, faults: [{ call: 'sts:AssumeRole', code: 'AccessDenied' }] },
  ]);
});

it('sends exactly one command to each instance that could be checked', () => {
  const sends = fleet.lab.calls().filter((call) => call.operation === 'SendCommand');
  expect(sends.length).toBe(21);
});

it('says the same coverage afterwards', async () => {
  expect(await fleet.json('coverage')).toEqual(coverage);
});

it('judges every item on each host that was read', async () => {
  type Judged = { unit: string; status: string; codes: Record<string, string[]> };
  const { items } = await fleet.json<{ items: Judged[] }>('results');
  expect(items.length).toBe(19 * hostChecks.length);
  expect(new Set(items.map((item) => item.unit)).size).toBe(hostChecks.length);
  const codes = new Set(items.flatMap((item) => item.codes['kisa-unix-2026'] ?? []));
  const spine = ['01', '02', '03', '05', '06', '12', '14', '15', '16', '18', '23', '25', '30', '37', '63', '65'];
  for (const code of spine) expect(codes).toContain(`U-${code}`);
  const statuses = new Set(items.map((item) => item.status));
  expect(statuses).toContain('pass');
  expect(statuses).toContain('fail');
});

it('takes no device of a container for a file', async () => {
  const { items } = await fleet.json<{ items: { unit: string; status: string }[] }>('results');
  const statuses = items.filter((item) => item.unit === 'file.device-nodes').map((item) => item.status);
  expect(new Set(statuses)).toEqual(new Set([fleet.lab.isolation === 'bubblewrap' ? 'pass' : 'unknown']));
});

it('keeps the refused upload aside with its reason', async () => {
  const { refusals } = await fleet.json<{ refusals: { reason: string }[] }>('campaign', 'show');
  expect(refusals.length).toBe(1);
  expect(refusals[0]?.reason).toMatch(/entry/);
});

it('runs the second time as the first: findings stay, nothing is doubled', async () => {
  const again = await fleet.json<CoverageShown>('campaign', 'run', '--yes');
  expect(again.states).toEqual(coverage.states);
});

it('judges the same evidence to the same verdicts, touching no host', async () => {
  const before = fleet.lab.calls().length;
  const again = await fleet.json<{ hosts: number; changes: readonly object[]; lost: readonly object[] }>('assess');
  expect(again).toMatchObject({ hosts: 19, changes: [], lost: [] });
  expect(fleet.lab.calls().length).toBe(before);
});

it('judges the same evidence by another profile, and says which value moved each verdict', async () => {
  type Change = { unit: string; before: string; after: string; because: string };
  const seen = await fleet.json<{ changes: Change[]; kept: boolean }>('assess', '--check-profile', 'distro-aware');
  expect(seen.kept).toBe(false);
  const shadow = seen.changes.filter((change) => change.unit === 'file.shadow-permissions');
  expect(shadow.length).toBeGreaterThan(0);
  for (const change of seen.changes) expect([change.before, change.after]).not.toEqual(['pass', 'fail']);
  expect(shadow[0]).toMatchObject({ before: 'fail', after: 'pass', because: 'strict → distro-aware shadowGroup=true' });
  expect((await fleet.run('assess', '--check-profile', 'lenient')).code).toBe(2);
});

it('reports the same host in both editions, a code never without its own', async () => {
  type Edition = { edition: string; items: { code: string; importance: string; status: string; units: object[] }[] };
  const host = coverage.targets.find((target) => target.state === 'assessed')?.instanceId ?? '';
  const { editions } = await fleet.json<{ editions: Edition[] }>(
    ...['host', 'show', host, '--edition', 'kisa-unix-2021,kisa-unix-2026'],
  );
  expect(editions.map((one) => one.edition)).toEqual(['kisa-unix-2021', 'kisa-unix-2026']);
  const item = (edition: number, code: string) => editions[edition]?.items.find((one) => one.code === code);
  expect(item(0, 'U-44')).toMatchObject({ importance: 'medium', units: [{ unit: 'account.uid-zero' }] });
  expect(item(1, 'U-05')).toMatchObject({ importance: 'high', status: item(0, 'U-44')?.status });
  const wrong = await fleet.run('results', '--edition', 'kisa-unix-1999');
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('kisa-unix-2026');
});

it('keeps what a person answers, until it expires, and counts it from then on', async () => {
  type Open = { questions: { unit: string; hosts: number }[]; answers: object[] };
  const before = await fleet.json<Open>('answer');
  const asked = before.questions.find((one) => one.unit === 'log.review');
  expect(asked?.hosts).toBe(19);
  const words = ['--verdict', 'pass', '--why', 'weekly, report 2026-W47', '--by', 'kim'];
  expect(await fleet.run('answer', 'log.review', ...words, '--all')).toMatchObject({ code: 0 });
  const after = await fleet.json<Open>('answer');
  expect(after.questions.map((one) => one.unit)).not.toContain('log.review');
  expect(after.answers).toMatchObject([{ unit: 'log.review', scope: '*', by: 'kim', verdict: 'pass' }]);
  const { items } = await fleet.json<{ items: { unit: string; status: string; reason: string }[] }>('results');
  const answered = items.filter((item) => item.unit === 'log.review');
  expect(new Set(answered.map((item) => item.status))).toEqual(new Set(['pass']));
  expect(answered[0]?.reason).toMatch(/answered by kim on .* report 2026-W47/);
  for (const refused of [
    ['log.review', ...words],
    ['log.review', ...words, '--all', '--until', '2020-01-01'],
    ['log.review', ...words, '--all', '--until', '2027-02-30'],
    ['log.review', '--verdict', 'good', '--why', 'x', '--all'],
    ['log.review', '--verdict', 'pass', '--all'],
    ['log.none', ...words, '--all'],
  ])
    expect([refused, (await fleet.run('answer', ...refused)).code]).toEqual([refused, 2]);
});

it('scores by account, host, group and campaign, each with the formula', async () => {
  type Scores = { formula: string; scores: { subject: string; hosts: number; score: { percent: number } }[] };
  const byAccount = await fleet.json<Scores>('score');
  expect(byAccount.formula).toContain('high 3, medium 2, low 1');
  expect(byAccount.scores.reduce((sum, one) => sum + one.hosts, 0)).toBe(19);
  const { score } = await fleet.json<{ score: { percent: number } }>('results');
  const percents = byAccount.scores.map((one) => one.score.percent);
  expect(score.percent).toBeGreaterThanOrEqual(Math.min(...percents));
  expect(score.percent).toBeLessThanOrEqual(Math.max(...percents));
  expect((await fleet.json<Scores>('score', '--by', 'host')).scores.length).toBe(19);
  expect((await fleet.json<Scores>('score', '--by', 'time')).scores.length).toBe(2);
  const groups = await fleet.json<Scores>('score', '--by', 'group', '--tag', 'Team');
  expect(groups.scores.reduce((sum, one) => sum + one.hosts, 0)).toBe(19);
  expect((await fleet.run('score', '--by', 'group')).code).toBe(2);
  expect((await fleet.run('score', '--by', 'colour')).code).toBe(2);
});

it('exports a workbook with Korean columns, a CSV and JSON lines', async () => {
  for (const format of ['xlsx', 'csv', 'jsonl']) {
    const ran = await fleet.run('--lang', 'ko', 'export', '--format', format, '--out', `out.${format}`);
    expect(ran).toMatchObject({ code: 0 });
    expect((await stat(join(fleet.folder, `out.${format}`))).size).toBeGreaterThan(1000);
  }
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(join(fleet.folder, 'out.xlsx'));
  const heads = book.worksheets[0]?.getRow(1).values;
  expect(heads).toEqual(expect.arrayContaining(['점검코드', '점검항목', '중요도', '결과', '현황', '조치방안']));
  expect(book.worksheets[0]?.rowCount).toBe(19 * hostChecks.length + 1);
  const events = (await readFile(join(fleet.folder, 'out.jsonl'), 'utf8')).trimEnd().split('\n');
  const parsed = events.map((line) => JSON.parse(line) as { event: string });
  expect(parsed.filter((one) => one.event === 'host-coverage').length).toBe(25);
  expect(parsed.filter((one) => one.event === 'unreadable').length).toBe(1);
  expect(parsed.filter((one) => one.event === 'host-check').length).toBe(19 * hostChecks.length);
});

it('speaks Korean and English', async () => {
  expect((await fleet.run('--lang', 'ko', 'coverage')).stdout).toContain('상태별 합 25 = 인벤토리 25');
  expect((await fleet.run('coverage')).stdout).toContain('the states sum to 25 = 25 instances');
});
