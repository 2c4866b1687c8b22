// The record of a campaign, from its end to a stranger who checks it.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Fleet } from './testing/fleet.ts';
import { fleetStart } from './testing/fleet.ts';

let fleet: Fleet;
const file = (name: string): string => join(fleet.folder, name);

beforeAll(async () => {
  fleet = await fleetStart({ world: 'tidy' });
  await fleet.json('campaign', 'run', '--yes');
  await fleet.run('record', '--out', 'run.jsonl');
}, 240_000);
afterAll(() => fleet.close());

it('is whole, and signed by the key that stands beside the store', { timeout: 60_000 }, async () => {
  const { code, stdout } = await fleet.run('--json', 'verify', 'run.jsonl', '--evidence');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    whole: true,
    known: true,
    head: {
      targets: 4,
      states: { assessed: 4 },
      calls: { 'ssm:SendCommand': 4 },
      by: expect.stringContaining('arn:aws'),
    },
  });
});

it('is checked by a stranger with the public key alone, and without it says that the key is not known', {
  timeout: 60_000,
}, async () => {
  await rename(file('.bongsu/signing-key.pem.pub'), file('key.pub'));
  expect((await fleet.run('verify', 'run.jsonl', '--key', 'key.pub')).code).toBe(0);
  expect((await fleet.run('verify', 'run.jsonl')).code).toBe(3);
  await rename(file('key.pub'), file('.bongsu/signing-key.pem.pub'));
});

it('names the first thing that was altered', { timeout: 60_000 }, async () => {
  const lines = (await readFile(file('run.jsonl'), 'utf8')).split('\n');
  await writeFile(
    file('altered.jsonl'),
    lines.with(2, (lines[2] ?? '').replace('"assessed"', '"excluded"')).join('\n'),
  );
  const { code, stdout } = await fleet.run('--json', 'verify', 'altered.jsonl');
  expect(code).toBe(1);
  const altered = JSON.parse(lines[2] ?? '') as { instanceId: string };
  expect(JSON.parse(stdout)).toMatchObject({ fault: 'line-altered', line: 3, what: `target ${altered.instanceId}` });
});
