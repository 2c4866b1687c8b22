// The lab as a whole: what it tells of itself, what its log holds, and that it leaves nothing behind.
import { DescribeInstancesCommand } from '@aws-sdk/client-ec2';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLab } from './lab.ts';
import { assumed, bareRoot, central, clientsOf, member, seoul, smallWorld } from './services/lab-fixture.ts';

// A folder of our own, because other tests run labs at the same time.
const before = process.env.TMPDIR;
beforeAll(() => {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'bongsu-lab-test-'));
});
afterAll(() => {
  rmSync(tmpdir(), { recursive: true });
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
});

test('it listens on loopback, and its folder goes with it', async () => {
  const lab = await startLab({ world: smallWorld, roots: [bareRoot] });
  expect(lab.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(['bubblewrap', 'path-prefix']).toContain(lab.isolation);
  expect(readdirSync(tmpdir())).toHaveLength(1);
  await lab.close();
  expect(readdirSync(tmpdir())).toEqual([]);
  await expect(fetch(lab.url)).rejects.toThrow('fetch failed');
});

test('what cannot start leaves nothing behind', async () => {
  const lab = await startLab({ world: 'empty' });
  const port = Number(new URL(lab.url).port);
  await expect(startLab({ world: 'empty', port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await lab.close();
  await expect(startLab({ world: smallWorld })).rejects.toThrow('unknown root bare');
  expect(readdirSync(tmpdir())).toEqual([]);
});

test('its log tells who asked what, refusals included', async () => {
  const lab = await startLab({ world: smallWorld, roots: [bareRoot] });
  try {
    const { ec2 } = clientsOf(lab, await assumed(lab));
    await ec2.send(new DescribeInstancesCommand({}));
    await expect(assumed(lab, { ExternalId: 'wrong-one' })).rejects.toThrow('not authorized');
    expect(lab.calls().map((call) => [call.accountId, call.service, call.operation, call.status])).toEqual([
      [central, 'sts', 'AssumeRole', 200],
      [member, 'ec2', 'DescribeInstances', 200],
      [central, 'sts', 'AssumeRole', 403],
    ]);
    expect(lab.calls({ region: seoul, errorCode: 'AccessDenied' })).toHaveLength(1);
  } finally {
    await lab.close();
  }
});

test('its world can be exchanged while it runs', async () => {
  const lab = await startLab({ world: smallWorld, roots: [bareRoot] });
  try {
    const session = await assumed(lab);
    const reset = await fetch(`${lab.url}/_lab/reset`, { method: 'POST', body: JSON.stringify({ world: 'empty' }) });
    expect(reset.status).toBe(200);
    expect(lab.world.name).toBe('empty');
    expect(lab.calls()).toEqual([]);
    const who = await clientsOf(lab, lab.centralCredentials).sts.send(new GetCallerIdentityCommand({}));
    expect(who.Account).toBe(lab.centralAccountId);
    await expect(clientsOf(lab, session).sts.send(new GetCallerIdentityCommand({}))).rejects.toThrow('security token');
    const unknown = await fetch(`${lab.url}/_lab/reset`, { method: 'POST', body: JSON.stringify({ world: 'moon' }) });
    expect(unknown.status).toBe(400);
    expect(lab.world.name).toBe('empty');
  } finally {
    await lab.close();
  }
});

test('a fault rule spoils the call it names', async () => {
  const lab = await startLab({ world: smallWorld, roots: [bareRoot] });
  try {
    lab.faults.set([{ service: 'ec2', operation: 'DescribeInstances', then: { error: 'UnauthorizedOperation' } }]);
    const { ec2, sts } = clientsOf(lab, lab.centralCredentials);
    await expect(ec2.send(new DescribeInstancesCommand({}))).rejects.toMatchObject({ name: 'UnauthorizedOperation' });
    await sts.send(new GetCallerIdentityCommand({}));
  } finally {
    await lab.close();
  }
});
