// The agent's own duties: once per command, limits, and nothing left behind when it is aborted or closed.
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { rootBuild, rootSpecs } from '../world/roots/index.ts';
import type { BuiltRoot } from '../world/roots/index.ts';
import { createLabClock } from '../endpoint/clock.ts';
import { createAgent } from './agent.ts';
import type { CommandMessage, RunDocument } from './contract.ts';
import { isolationDetect } from './isolation.ts';

const folder = await mkdtemp(join(tmpdir(), 'bongsu-agent-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const clock = createLabClock();
const detected = await isolationDetect();
const isolations = detected === 'bubblewrap' ? (['bubblewrap', 'path-prefix'] as const) : (['path-prefix'] as const);

async function freshRoot(): Promise<BuiltRoot> {
  const spec = rootSpecs[0];
  if (spec === undefined) throw new Error('the lab has no root');
  return rootBuild(spec, {}, {}, await mkdtemp(join(folder, 'root-')));
}

function command(commandId: string, script: string, instanceId = 'i-0a1b2c3d4e5f60718'): CommandMessage {
  const step = { action: 'aws:runShellScript', name: 'run', inputs: { runCommand: [script] } };
  return {
    commandId,
    instanceId,
    accountId: '111111111111',
    region: 'ap-northeast-2',
    documentName: 'Test',
    documentContent: { schemaVersion: '2.2', mainSteps: [step] },
    parameters: {},
  };
}

function send(agent: RunDocument, message: CommandMessage, signal = new AbortController().signal) {
  return agent(message, { onStep: () => {}, signal });
}

/** Command lines of this machine's processes that contain `mark`, zombies aside. */
async function processesWith(mark: string): Promise<string[]> {
  const found: string[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (line.includes(mark)) found.push(line.replaceAll('\0', ' '));
  }
  return found;
}

describe.each(isolations)('%s', (isolation) => {
  test('a message delivered twice is executed once', async () => {
    const root = await freshRoot();
    const agent = createAgent({ isolation, clock, rootOf: async () => root });
    const message = command('twice', 'echo x >> "${BONGSU_ROOT:-}/tmp/count"');
    const [first, second] = await Promise.all([send(agent, message), send(agent, message)]);
    expect(second).toBe(first);
    expect(await readFile(join(root.dir, 'tmp/count'), 'utf8')).toBe('x\n');
    await agent.close();
  });

  test('steps are told as they end, and scripts are cleared away', async () => {
    const root = await freshRoot();
    const agent = createAgent({ isolation, clock, rootOf: async () => root });
    const told: string[] = [];
    const result = await agent(command('told', 'echo out'), {
      onStep: (step) => told.push(`${step.name} ${step.status} ${step.standardOutput}`),
      signal: new AbortController().signal,
    });
    expect(told).toEqual(['run Success out\n']);
    expect(result.steps).toHaveLength(1);
    expect(existsSync(join(root.dir, 'var/lib/amazon/ssm/i-0a1b2c3d4e5f60718/document/orchestration/told'))).toBe(
      false,
    );
    await agent.close();
  });

  test('an instance works on five documents at a time, the lab on as many processes as it may', async () => {
    const root = await freshRoot();
    const busy = 'cd "${BONGSU_ROOT:-}/tmp"; mkdir "at-$$"; ls -d at-* | wc -l; sleep 0.3; rmdir "at-$$"';
    for (const [processesMax, most] of [
      [20, 5],
      [2, 2],
    ] as const) {
      const agent = createAgent({ isolation, clock, rootOf: async () => root, processesMax });
      const script = isolation === 'bubblewrap' ? busy.replaceAll('$$', '$SSM_COMMAND_ID') : busy;
      const results = await Promise.all(Array.from({ length: 8 }, (_, n) => send(agent, command(`busy-${n}`, script))));
      const seen = results.map((result) => Number(result.steps[0]?.standardOutput));
      expect(Math.max(...seen)).toBeLessThanOrEqual(most);
      expect(Math.max(...seen)).toBeGreaterThan(1);
      await agent.close();
    }
  });

  test('an aborted command leaves no process, also none in a session of its own where there is isolation', async () => {
    const root = await freshRoot();
    const agent = createAgent({ isolation, clock, rootOf: async () => root });
    const mark = `31.${process.pid}${isolation.length}`;
    const detach = isolation === 'bubblewrap' ? `setsid sleep ${mark} & ` : '';
    const abort = new AbortController();
    const running = send(agent, command('abort', `${detach}sleep ${mark} & sleep ${mark}`), abort.signal);
    await expect.poll(() => processesWith(`sleep\0${mark}`), { timeout: 5_000 }).not.toEqual([]);
    abort.abort();
    expect((await running).status).toBe('Cancelled');
    await expect.poll(() => processesWith(`sleep\0${mark}`), { timeout: 5_000 }).toEqual([]);
    await agent.close();
  });

  test('close cancels what runs and what waits', async () => {
    const root = await freshRoot();
    const agent = createAgent({ isolation, clock, rootOf: async () => root, processesMax: 1 });
    const all = [1, 2, 3].map((n) => send(agent, command(`close-${n}`, 'sleep 20')));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const began = performance.now();
    await agent.close();
    expect((await Promise.all(all)).map((result) => result.status)).toEqual(['Cancelled', 'Cancelled', 'Cancelled']);
    expect(performance.now() - began).toBeLessThan(3_000);
    expect((await send(agent, command('late', 'echo late'))).status).toBe('Cancelled');
  });
});

test('an instance sees itself and not this machine', async ({ skip }) => {
  if (detected !== 'bubblewrap') {
    console.warn('SKIPPED: bubblewrap does not run here');
    skip();
  }
  const root = await freshRoot();
  const agent = createAgent({ isolation: 'bubblewrap', clock, rootOf: async () => root });
  const script = [
    'hostname',
    'ls /home',
    'command -v dpkg rpm python3 node || echo none',
    'ps -e -o comm= | grep -c node',
    'find / -xdev -name "*.so" -type f | grep -c . ',
    'touch /opt/lab/host/usr/x 2> /dev/null || echo read-only',
    'mount -o remount,rw /opt/lab/host/usr 2> /dev/null || echo no-remount',
  ].join('\n');
  const result = await send(agent, command('sees', script));
  expect(result.steps[0]?.standardOutput.split('\n')).toEqual([
    'i-0a1b2c3d4e5f60718',
    'ec2-user',
    'none',
    '0',
    '0',
    'read-only',
    'no-remount',
    '',
  ]);
  await agent.close();
});
