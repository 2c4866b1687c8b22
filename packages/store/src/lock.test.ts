// One process at a time, whatever became of the last one.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Child, childStart } from './child.sample.ts';
import { lockTake } from './lock.ts';
import { processSelf } from './process-identity.ts';

let directory = '';
let children: Child[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'bongsu-lock-'));
});
afterEach(async () => {
  await Promise.all(children.map((child) => child.kill()));
  children = [];
  rmSync(directory, { recursive: true, force: true });
});

function start(...args: string[]): Child {
  const child = childStart('lock.child.ts', directory, ...args);
  children.push(child);
  return child;
}

function claims(): string[] {
  return readdirSync(join(directory, 'lock'));
}

/** Leaves a claim as if its holder had written it. */
async function claimLeave(change: Record<string, unknown>): Promise<string> {
  await (await lockTake(directory)).release();
  const [name] = claims();
  const path = join(directory, 'lock', name ?? '');
  writeFileSync(path, JSON.stringify({ ...processSelf(), released: false, ...change }));
  return path;
}

test('a second process is refused with the process and the file, and let in after the release', async () => {
  const lock = await lockTake(directory);
  const refused = start();
  const line = await refused.line('locked ');
  expect(line).toContain(`process ${process.pid} `);
  expect(line).toContain(join(directory, 'lock', '1'));
  await lock.release();
  await start().line('taken');
});

test('this process is refused while another holds the lock, and let in when that one lets go', async () => {
  const holder = start();
  await holder.line('taken');
  await expect(lockTake(directory)).rejects.toMatchObject({
    name: 'StoreError',
    code: 'locked',
    message: expect.stringContaining(`process ${holder.pid} `),
  });
  holder.tell('release');
  await holder.line('released');
  await (await lockTake(directory)).release();
});

test('the same process does not get in twice', async () => {
  const lock = await lockTake(directory);
  await expect(lockTake(directory)).rejects.toMatchObject({ code: 'locked' });
  await lock.release();
});

test('the lock of a killed process is taken over, and what it left is cleared', async () => {
  const holder = start();
  await holder.line('taken');
  writeFileSync(join(directory, 'lock', 'draft-left'), '{');
  await holder.kill();
  const lock = await lockTake(directory);
  expect(claims()).toEqual(['2']);
  expect(readFileSync(join(directory, 'lock', '2'), 'utf8')).toContain(`"pid":${process.pid}`);
  await lock.release();
});

test('of many processes that find a dead lock at once, one gets in', async () => {
  const holder = start();
  await holder.line('taken');
  await holder.kill();
  const rivals = Array.from({ length: 6 }, () => start('wait'));
  await Promise.all(rivals.map((rival) => rival.line('ready')));
  for (const rival of rivals) rival.tell('go');
  const words = await Promise.all(rivals.map((rival) => Promise.race([rival.line('taken'), rival.line('locked ')])));
  expect(words.filter((word) => word === 'taken')).toHaveLength(1);
  expect(words.filter((word) => word.startsWith('locked '))).toHaveLength(5);
});

test('a process id that was used again is not taken for the holder', async () => {
  if (processSelf().start === null) return console.warn('SKIPPED: this system shows no process start times');
  await claimLeave({ start: 'another-boot:1' });
  const lock = await lockTake(directory);
  expect(claims()).toEqual(['2']);
  await lock.release();
});

test('a holder that cannot be known to be dead keeps the lock', async () => {
  const path = await claimLeave({ hostname: `not-${hostname()}`, pid: 2 ** 22 + 1 });
  await expect(lockTake(directory)).rejects.toMatchObject({ code: 'locked' });
  writeFileSync(path, '{"pid":');
  await expect(lockTake(directory)).rejects.toMatchObject({
    code: 'locked',
    message: expect.stringContaining(path),
  });
  writeFileSync(path, JSON.stringify({ ...processSelf(), start: null, released: false }));
  await expect(lockTake(directory)).rejects.toMatchObject({ code: 'locked' });
  rmSync(path);
  await (await lockTake(directory)).release();
});
