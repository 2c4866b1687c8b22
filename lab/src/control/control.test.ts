// The control API over HTTP: what it answers, what it refuses, and that no page in a browser can reach it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLabClock } from '../endpoint/clock.ts';
import type { Shape } from '../endpoint/contract.ts';
import { createEndpoint, type ListeningEndpoint } from '../endpoint/server.ts';
import { createFaults } from '../fault/engine.ts';
import { createCallLog } from './call-log.ts';
import { createControl } from './control.ts';

const clock = createLabClock();
const faults = createFaults(3);
const calls = createCallLog();
let world = 'small';
let endpoint: ListeningEndpoint;

beforeAll(async () => {
  const onSeed = async (name = world): Promise<void> => {
    if (name !== 'small' && name !== 'large') throw new RangeError(`There is no world ${name}`);
    world = name;
  };
  const control = createControl({ clock, faults, calls, onSeed, world: () => ({ name: world }) });
  const around = { clock, faults, identityOf: () => undefined, services: [], onCall: calls.record };
  endpoint = await createEndpoint({ ...around, control }).listen(0);
});
afterAll(() => endpoint.close());

async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const init = {
    method,
    headers,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
  const answer = await fetch(`${endpoint.url}/_lab/${path}`, init);
  const read: Shape = (await answer.json()) as Shape;
  return { status: answer.status, body: read };
}

test('the world', async () => {
  expect(await ask('GET', 'world')).toEqual({ status: 200, body: { name: 'small' } });
});

describe('faults', () => {
  test('are set, shown and taken back', async () => {
    const rules = [{ service: 'ssm', every: 3, then: { error: 'ThrottlingException' } }, { then: { drop: 'after' } }];
    expect(await ask('POST', 'faults', rules)).toEqual({ status: 200, body: { rules } });
    expect((await ask('POST', 'faults', { rules })).body).toEqual({ rules });
    expect((await ask('GET', 'faults')).body).toMatchObject({ rules });
    expect((await ask('DELETE', 'faults')).body).toEqual({ rules: [] });
    expect(faults.rules()).toEqual([]);
  });

  test.each<[unknown, string]>([
    [{ a: 1 }, 'Expected a list'],
    ['{', 'not JSON'],
    [[{}], "rule 0: needs 'then'"],
    [[{ then: { explode: true } }], "'then' needs one of error, status, quota, latencyMs, drop, truncate"],
    [[{ then: { drop: 'sometime' } }], "expected 'before' or 'after'"],
    [[{ nth: 0, then: { status: 500 } }], 'expected a whole number from 1'],
    [[{ nth: 1, every: 2, then: { status: 500 } }], 'only one may be given'],
    [[{ probability: 2, then: { status: 500 } }], 'expected a number from 0 to 1'],
    [[{ then: { status: 500 } }, { servise: 'ssm', then: { status: 500 } }], "rule 1: has an unknown member 'servise'"],
    [[{ then: { status: 500, error: 'X', bytes: 1 } }], "'then' has an unknown member 'bytes'"],
    [['x'], 'is not an object'],
  ])('%j is refused', async (rules, problem) => {
    const { status, body } = await ask('POST', 'faults', rules);
    expect([status, String(body.problems)]).toEqual([400, expect.stringContaining(problem)]);
    expect(faults.rules()).toEqual([]);
  });
});

test('the clock goes forward', async () => {
  const before = clock.now();
  const { body } = await ask('POST', 'clock', { advanceSeconds: 3600 });
  expect(Date.parse(body.now) - before).toBeGreaterThanOrEqual(3_600_000);
  expect((await ask('POST', 'clock', { advanceSeconds: -1 })).status).toBe(400);
  expect((await ask('POST', 'clock')).status).toBe(400);
});

test('the calls, by filter', async () => {
  calls.clear();
  await fetch(`${endpoint.url}/bucket-1/key`);
  expect((await ask('GET', 'calls')).body.calls).toMatchObject([
    { service: 's3', status: 403, errorCode: 'AccessDenied' },
  ]);
  expect((await ask('GET', 'calls?status=403&service=s3')).body.calls).toHaveLength(1);
  expect((await ask('GET', 'calls?status=200')).body.calls).toEqual([]);
  expect((await ask('GET', 'calls?colour=red')).status).toBe(400);
});

describe('a reset', () => {
  test('puts a world in place and forgets calls and faults', async () => {
    await ask('POST', 'faults', [{ then: { status: 500 } }]);
    expect(await ask('POST', 'reset', { world: 'large' })).toEqual({ status: 200, body: { name: 'large' } });
    expect([calls.list(), faults.rules()]).toEqual([[], []]);
  });

  test('to an unknown world is refused', async () => {
    expect(await ask('POST', 'reset', { world: 'none' })).toMatchObject({ status: 400 });
    expect(await ask('POST', 'reset', { world: 1 })).toMatchObject({ status: 400 });
  });
});

test('unknown paths and pages in browsers are refused', async () => {
  expect((await ask('GET', 'secrets')).status).toBe(404);
  expect((await ask('POST', 'clock', { advanceSeconds: 1 }, { origin: 'http://example.org' })).status).toBe(403);
});
