// Workers: two on one server of which one is killed, and one alone on a folder.
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type DatabaseServer, databasePrograms, databaseServerStart } from '@bongsu/lab';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CoverageShown, Fleet } from './testing/fleet.ts';
import { fleetStart, sumOf } from './testing/fleet.ts';

const noServer = databasePrograms() === null;
if (noServer) process.stderr.write('SKIPPED: no PostgreSQL server is installed (Debian: apt-get install postgresql)\n');

let fleet: Fleet;
beforeEach(async () => {
  fleet = await fleetStart({ world: 'tidy' });
}, 60_000);
afterEach(() => fleet.close());

interface Run {
  readonly dueAt: string;
  readonly outcome: string;
  readonly campaignId: string | null;
}

interface Standing {
  readonly campaign: { readonly campaignId: string; readonly phase: string };
}

interface Watched extends Pick<CoverageShown, 'states' | 'total'> {
  readonly ended: boolean;
}

async function endedWithin(seconds: number): Promise<CoverageShown> {
  const phase = async (): Promise<string> => (await fleet.json<Standing>('campaign', 'show')).campaign.phase;
  await expect.poll(phase, { timeout: seconds * 1000, interval: 2_000 }).toBe('ended');
  return fleet.json<CoverageShown>('coverage');
}

const sends = (): number => fleet.lab.calls().filter((call) => call.operation === 'SendCommand').length;

type Started = ReturnType<Fleet['start']>;
async function workerStart(): Promise<Started> {
  const started = fleet.start('worker');
  let said = '';
  started.child.stderr?.on('data', (part: Buffer) => (said += part.toString()));
  await expect.poll(() => said, { timeout: 30_000 }).toContain('Ctrl-C');
  return started;
}

describe.skipIf(noServer)('on a PostgreSQL server', () => {
  let server: DatabaseServer;
  beforeEach(async () => {
    server = await databaseServerStart();
    fleet.environment['DATABASE_URL'] = server.database();
  });
  afterEach(() => server.stop());

  it('ends a campaign whose workers are killed, sends nothing twice and loses nothing', {
    timeout: 900_000,
  }, async () => {
    const ran = await fleet.run('campaign', 'run', '--yes', '--by-worker');
    expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining('left to the workers') });
    expect(sends()).toBe(0);
    const watching = fleet.run('campaign', 'watch', '--json');
    for (const moment of [3, 11]) {
      const before = fleet.lab.calls().length;
      const doomed = await workerStart();
      const until = Date.now() + 120_000;
      while (fleet.lab.calls().length - before < moment && Date.now() < until) await delay(5);
      doomed.child.kill('SIGKILL');
      await doomed.ended;
    }
    const [second, third] = [await workerStart(), await workerStart()];
    const coverage = await endedWithin(300);
    expect(sumOf(coverage.states)).toBe(4);
    expect((coverage.states['assessed'] ?? 0) + (coverage.states['partly-assessed'] ?? 0)).toBe(4);
    expect(sends()).toBe(4);
    const watched = (await watching).stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Watched);
    expect(watched.length).toBeGreaterThan(1);
    for (const one of watched) expect([sumOf(one.states), one.total]).toEqual([4, 4]);
    expect(watched.map((one) => one.ended)).toEqual([...watched.slice(1).map(() => false), true]);
    expect(coverage.states).toMatchObject(watched.at(-1)?.states ?? {});
    await expect.poll(() => fleet.json('jobs'), { timeout: 90_000, interval: 2_000 }).toEqual({ jobs: [] });
    for (const one of [second, third]) one.child.kill('SIGTERM');
    for (const one of [second, third]) expect(await one.ended).toMatchObject({ code: 0 });
  });

  it('a plan that nobody agreed to is not sent by a worker', async () => {
    expect((await fleet.run('campaign', 'plan')).code).toBe(0);
    const worker = await workerStart();
    await delay(4_000);
    expect(sends()).toBe(0);
    worker.child.kill('SIGINT');
    expect((await worker.ended).code).toBe(0);
  });

  it('starts what a schedule says, once however many workers look', { timeout: 400_000 }, async () => {
    const file = join(fleet.folder, 'bongsu.yaml');
    const often = 'schedules: [{ name: often, cron: "* * * * *" }]';
    await writeFile(file, (await readFile(file, 'utf8')).replace('schedules: []', often));
    const workers = [await workerStart(), await workerStart()];
    const listed = async () => (await fleet.json<{ runs: readonly Run[] }>('schedule', 'list')).runs;
    const first = async () => (await listed()).findLast((run) => run.outcome === 'started')?.campaignId ?? null;
    await expect.poll(first, { timeout: 150_000, interval: 3_000 }).not.toBeNull();
    const campaignId = await first();
    const phase = async () => (await fleet.json<Standing>('campaign', 'show', campaignId ?? '')).campaign.phase;
    await expect.poll(phase, { timeout: 150_000, interval: 3_000 }).toBe('ended');
    const runs = await listed();
    expect(new Set(runs.map((run) => run.dueAt)).size).toBe(runs.length);
    for (const one of workers) one.child.kill('SIGTERM');
    for (const one of workers) expect((await one.ended).code).toBe(0);
  });

  it("does not work with a clock that is too far from the database's, and says by how much", async () => {
    const shift = (seconds: number): string =>
      `const D=Date;globalThis.Date=class extends D{constructor(...a){super(...(a.length?a:[D.now()+${seconds * 1000}]))}static now(){return D.now()+${seconds * 1000}}}`;
    const clock = (seconds: number): void => {
      fleet.environment['NODE_OPTIONS'] = `--import data:text/javascript,${encodeURIComponent(shift(seconds))}`;
    };
    clock(30);
    const refused = await fleet.run('worker');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/30\.\d s ahead of the database's .*20 s at most/);
    clock(-30);
    expect((await fleet.run('campaign', 'run', '--yes')).stderr).toMatch(/(29|30)\.\d s behind the database's/);
    expect(sends()).toBe(0);
    clock(-8);
    const works = await workerStart();
    works.child.kill('SIGTERM');
    expect(await works.ended).toMatchObject({ code: 0, stderr: expect.stringMatching(/[78]\.\d s behind/) });
  });

  it('says what is wrong with the address, and never the password', async () => {
    fleet.environment['DATABASE_URL'] = 'postgresql://someone:hunter2@127.0.0.1:1/nowhere';
    const refused = await fleet.run('campaign', 'list');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('postgresql://someone@127.0.0.1:1/nowhere');
    expect(refused.stderr).toContain('nothing listens there');
    expect(refused.stderr + refused.stdout).not.toContain('hunter2');
  });
});

describe('on a folder', () => {
  it('one worker does it alone, finishes the step in hand when told to end, and keeps others out meanwhile', async () => {
    expect((await fleet.run('campaign', 'run', '--yes', '--by-worker')).code).toBe(0);
    const worker = await workerStart();
    const other = await fleet.run('worker');
    expect(other.code).toBe(1);
    expect(other.stderr).toContain(`is in use by process ${worker.child.pid}`);
    let said = '';
    worker.child.stderr?.on('data', (part: Buffer) => (said += part.toString()));
    await expect.poll(() => said, { timeout: 120_000 }).toContain('has ended');
    worker.child.kill('SIGTERM');
    await once(worker.child, 'close');
    expect(worker.child.exitCode).toBe(0);
    const coverage = await fleet.json<CoverageShown>('coverage');
    expect(coverage.states).toMatchObject({ assessed: 4 });
    expect(sends()).toBe(4);
  });
});
