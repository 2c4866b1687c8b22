// The runner, in every shell: limits, states, padding, the lock, and nothing left behind however it ends.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { composeHostScript, probesFor } from './compose.ts';
import {
  hostRun,
  hostStart,
  isRoot,
  ordinaryUser,
  type Place,
  placeMake,
  shells,
  tryProbe,
} from './testing/host-place.ts';

const places: Place[] = [];
let place: Place;

beforeEach(() => {
  place = placeMake();
  places.push(place);
});
afterAll(() => places.forEach((one) => one.remove()));

/** Processes that still run a program with this word among its arguments. */
const running = (word: string): string =>
  spawnSync('ps', ['-eo', 'stat=,args='], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line.includes(word) && !/^Z|ps -eo/.test(line))
    .join('\n');

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    if (holds()) return;
    await sleep(25);
  }
  throw new Error(`not seen in 5 s: ${what}`);
}

describe.each(shells.filter((shell) => shell.program !== null))('in $name', (shell) => {
  it('tells each end of a probe, goes on with the next, and sends no half-read facts', async () => {
    const probes = [
      tryProbe('a-fine', 'note done yes'),
      tryProbe('b-slow', 'note half yes\nsleep 987.65', { timeoutSeconds: 1 }),
      tryProbe('c-large', 'note half yes\nawk "BEGIN { while (1) print \\"|line\\" }"', { sizeBytesMax: 4096 }),
      tryProbe('d-failing', 'note half yes\nexit 3'),
      tryProbe('e-live', 'note half yes', { live: true }),
      tryProbe('f-unset', 'note half yes\nnote "$_never_set"'),
      tryProbe('g-last', 'false'),
    ];
    const { evidence } = await hostRun(place, shell, probes);
    expect(evidence.manifest.probes.map(({ name, state }) => [name, state])).toEqual([
      ['a-fine', 'ok'],
      ['b-slow', 'timeout'],
      ['c-large', 'truncated'],
      ['d-failing', 'failed'],
      ['e-live', 'skipped'],
      ['f-unset', 'failed'],
      ['g-last', 'ok'],
    ]);
    expect(evidence.manifest.probes[3]?.exitCode).toBe(3);
    expect(Object.values(evidence.raw)).toEqual(['#note\tdone\tyes\n', '', '', '', '', '', '']);
    expect(readdirSync(place.tmp)).toEqual([]);
    expect(running('987.65')).toBe('');
  });

  it('takes exactly the limit and not one byte more', async () => {
    const print = (bytes: number) =>
      `printf '#note\\tx\\t'; head -c ${bytes - 9} /dev/zero | tr '\\000' a; printf '\\n'`;
    const limit = { sizeBytesMax: 3000 };
    const probes = [tryProbe('at', print(3000), limit), tryProbe('over', print(3001), limit)];
    const { evidence } = await hostRun(place, shell, probes);
    expect(evidence.manifest.probes.map(({ state, bytes }) => [state, bytes])).toEqual([
      ['ok', 3000],
      ['truncated', 3001],
    ]);
  });

  it('says who ran what, and runs live probes on a running system', async () => {
    const probes = [tryProbe('live-one', 'note live "$LIVE"', { live: true })];
    const env = { BONGSU_LIVE: '1', SSM_COMMAND_ID: 'c-1\tx' };
    const user = isRoot ? ordinaryUser : undefined;
    const { evidence, records } = await hostRun(place, shell, probes, { env, ...(user === undefined ? {} : { user }) });
    expect(evidence.manifest).toMatchObject({
      runId: 'run-1',
      instanceId: 'i-0123456789abcdef0',
      commandId: `hex:${Buffer.from('c-1\tx').toString('hex')}`,
      scriptSha256: composeHostScript(probes).sha256,
      uid: user ?? process.getuid?.(),
      live: true,
    });
    expect(records('live-one').note('live')?.values).toEqual(['1']);
  });

  it('pads to the slot exactly, and refuses what is larger', async () => {
    const noise = tryProbe('noise', 'note x "$(head -c 9000 /dev/urandom | od -An -v -tx1 | tr -d \' \\n\')"');
    const { archive, evidence } = await hostRun(place, shell, [noise], { env: { BONGSU_RESULT_BYTES: '65536' } });
    expect(archive.length).toBe(65536);
    expect(archive.subarray(-1000).every((byte) => byte === 0)).toBe(true);
    expect(evidence.manifest.probes[0]?.state).toBe('ok');
    const large = await hostStart(place, shell, [noise], { env: { BONGSU_RESULT_BYTES: '8192' } }).ended;
    expect([large.code, large.archive]).toEqual([23, null]);
    expect(large.stderr).toMatch(/the result has \d+ bytes, the slot 8192/);
    expect(readdirSync(place.tmp)).toEqual([]);
  });

  it('fills a slot to its last byte or sends nothing', async () => {
    const fixed = tryProbe('fixed', 'note x y');
    const size = (await hostRun(place, shell, [fixed])).archive.length;
    const codes: (number | null)[] = [];
    // The times in the manifest change the packed size between two runs by a few bytes, so the edge is somewhere among the middle slots.
    for (const slot of [size - 100, size - 1, size, size + 1, size + 100]) {
      const run = await hostStart(place, shell, [fixed], { env: { BONGSU_RESULT_BYTES: String(slot) } }).ended;
      codes.push(run.code);
      if (run.code === 0) expect(run.archive?.length).toBe(slot);
      else expect(Number(/has (\d+) bytes, the slot/.exec(run.stderr)?.[1])).toBeGreaterThan(slot);
    }
    expect([codes[0], codes[4]]).toEqual([23, 0]);
  });

  it('lets one run at a time on, and takes over a lock that its owner left behind', async () => {
    const env = { BONGSU_STATE: place.state };
    const slow = [tryProbe('slow', 'sleep 456.78 & echo $! > "$R/sleeper"; mv "$R/sleeper" "$R/started"; wait')];
    const first = hostStart(place, shell, slow, { env });
    await until('the probe', () => existsSync(join(place.root, 'started')));
    const second = await hostStart(place, shell, [tryProbe('quick', ':')], { env }).ended;
    expect([second.code, second.archive]).toEqual([75, null]);
    expect(second.stderr).toContain(`process ${first.pid}`);
    expect(readdirSync(place.state)).toEqual(['lock']);
    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    expect(readdirSync(place.state)).toEqual(['lock']);
    const third = await hostStart(place, shell, [tryProbe('quick', ':')], { env }).ended;
    expect([third.code, third.stderr]).toEqual([0, '']);
    expect(readdirSync(place.state)).toEqual([]);
    process.kill(Number(readFileSync(join(place.root, 'started'), 'utf8')));
  });

  it.each([
    ['of a process number that another program has by now', `${process.pid} 1`],
    ['that is empty', ''],
    ['that is nonsense', '../../x $(id)\n'],
  ])('takes over a lock %s', async (_name, text) => {
    writeFileSync(join(place.state, 'lock'), text);
    const env = { BONGSU_STATE: place.state };
    expect((await hostStart(place, shell, [tryProbe('quick', ':')], { env }).ended).code).toBe(0);
    expect(readdirSync(place.state)).toEqual([]);
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('stops at once on %s and leaves nothing', async (signal) => {
    const mark = `sleep ${200 + Math.floor(performance.now() % 100)}.${shell.name.length}${signal.length}7`;
    const probes = [tryProbe('slow', `note on yes > "$R/started"\n${mark} | cat`, { timeoutSeconds: 600 })];
    const run = hostStart(place, shell, probes, { env: { BONGSU_STATE: place.state } });
    await until('the probe', () => existsSync(join(place.root, 'started')));
    expect(readdirSync(place.tmp)).toHaveLength(1);
    const asked = performance.now();
    process.kill(run.pid, signal);
    const { code, archive } = await run.ended;
    expect(performance.now() - asked).toBeLessThan(4000);
    expect([code, archive]).toEqual([{ SIGTERM: 143, SIGINT: 130, SIGHUP: 129 }[signal], null]);
    expect([readdirSync(place.tmp), readdirSync(place.state)]).toEqual([[], []]);
    await until('the end of what the probe started', () => running(mark) === '');
  });

  it('names the program that a host lacks', async () => {
    const bare = join(place.dir, 'bare');
    mkdirSync(bare);
    const words = readFileSync(new URL('runner.sh', import.meta.url), 'utf8').match(/^for _tool in (.*); do$/m)?.[1];
    expect(words).toContain('sha256sum');
    // A PATH that the preamble cannot widen: the tools are asked for by a function that hides one of them.
    const script = composeHostScript([]).script.replace('set -u', 'set -u\ncommand() { [ "$2" != od ]; }');
    writeFileSync(join(bare, 'script.sh'), script);
    symlinkSync(shell.program ?? '', join(bare, 'sh'));
    const { status, stderr } = spawnSync(join(bare, 'sh'), [join(bare, 'script.sh'), join(bare, 'out')], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] },
    });
    expect([status, stderr]).toEqual([20, 'bongsu: od is missing on this host\n']);
  });
});

it('gives the same bytes for the same probes, and refuses names that are no function or stand twice', () => {
  const probes = [tryProbe('a', 'note a'), tryProbe('b-c', 'note b')];
  expect(composeHostScript(probes)).toEqual(composeHostScript(probes));
  expect(() => composeHostScript([tryProbe('a;reboot', ':')])).toThrow('kebab-case');
  expect(probesFor([], probes)).toEqual(probes);
  expect(() => probesFor([], [...probes, tryProbe('a', 'note other')])).toThrow('two probes are named a');
});

it.runIf(spawnSync('shellcheck', ['--version']).status === 0)('is clean under shellcheck', () => {
  writeFileSync(join(place.dir, 'all.sh'), composeHostScript([tryProbe('walk', 'walk')]).script);
  const { stdout } = spawnSync('shellcheck', ['-s', 'sh', join(place.dir, 'all.sh')], { encoding: 'utf8' });
  expect(stdout).toBe('');
});
