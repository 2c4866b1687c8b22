// The whole package against the lab: whole when all is well, and never silently shorter when it is not.
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock, DocumentPin, Gap, Place } from '@bongsu/core';
import { fleetWorld, startLab, type FaultRule, type Lab } from '@bongsu/lab';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openAws, type Aws } from './index.ts';

const clock: Clock = { now: () => new Date(), sleep: (milliseconds) => delay(milliseconds) };
const answerSeconds = 1;
let lab: Lab;

beforeAll(async () => {
  lab = await startLab({ world: fleetWorld(220, 2, { root: 'rocky-9-tidy' }) });
  const { accessKeyId, secretAccessKey } = lab.centralCredentials;
  const key = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
  Object.assign(process.env, key, { AWS_ENDPOINT_URL: lab.url });
});
afterEach(() => lab.faults.clear());
afterAll(() => lab.close());

function open(): Promise<Aws> {
  const settings = {
    accounts: { kind: 'organization' },
    roleName: lab.roleName,
    externalId: lab.externalId,
    regions: lab.regions,
    bucket: lab.bucket,
    centralRegion: lab.bucket.region,
    maxAttempts: 1,
    answerSeconds,
  } as const;
  return openAws(settings, clock);
}

/** What was seen, each thing with the place that answers for it. */
interface Sight {
  readonly things: ReadonlyMap<string, { readonly accountId: string; readonly region: string | null }>;
  readonly gaps: readonly Gap[];
}

async function look({ estate }: Aws): Promise<Sight> {
  const things = new Map<string, { accountId: string; region: string | null }>();
  const accounts = await estate.accounts();
  const gaps = [...accounts.gaps];
  for (const { accountId } of accounts.items) {
    things.set(`account ${accountId}`, { accountId, region: null });
    const regions = await estate.regions(accountId);
    gaps.push(...regions.gaps);
    for (const region of regions.items) {
      const place = { accountId, region };
      const [instances, nodes] = [await estate.instances(place), await estate.nodes(place)];
      gaps.push(...instances.gaps, ...nodes.gaps);
      for (const one of instances.items) things.set(`instance ${one.instanceId}`, place);
      for (const one of nodes.items) things.set(`node ${one.instanceId}`, place);
    }
  }
  return { things, gaps };
}

const covers = (gap: Gap, at: { accountId: string; region: string | null }) =>
  (gap.accountId === null || gap.accountId === at.accountId) && (gap.region === null || gap.region === at.region);

describe('collecting', () => {
  const effects: readonly [string, FaultRule['then']][] = [
    ['denied', { error: 'AccessDenied', message: 'You may not.', status: 403 }],
    ['throttled', { error: 'ThrottlingException', status: 400 }],
    ['answered by a broken service', { status: 500 }],
    ['left without an answer', { drop: 'before' }],
    ['cut short', { truncate: 25 }],
    ['answered too late', { latencyMs: answerSeconds * 1_000 + 500 }],
  ];

  test('sees every instance and node of every account, on all pages', async () => {
    const sight = await look(await open());
    const kinds = [...sight.things.keys()].map((name) => name.split(' ')[0]);
    const count = (kind: string) => kinds.filter((one) => one === kind).length;
    expect(sight.gaps).toEqual([]);
    expect([count('account'), count('instance'), count('node')]).toEqual([3, 220, 220]);
  });

  for (const [how, then] of effects) {
    test(`whichever call is ${how}: all that is missing lies under a gap`, async () => {
      const before = lab.calls().length;
      const whole = await look(await open());
      const calls = lab.calls().length - before;
      expect(calls).toBeGreaterThan(10);
      for (let nth = 1; nth <= calls; nth++) {
        lab.faults.set([{ nth, then }]);
        const sight = await look(await open());
        expect(sight.gaps, `call ${nth}`).not.toEqual([]);
        const hidden = [...whole.things].filter(
          ([name, at]) => !sight.things.has(name) && !sight.gaps.some((gap) => covers(gap, at)),
        );
        expect(hidden, `call ${nth}`).toEqual([]);
      }
    });
  }

  test('a denied call names the permission that is missing', async () => {
    lab.faults.set([
      { service: 'ec2', operation: 'DescribeInstances', then: { error: 'UnauthorizedOperation', status: 403 } },
    ]);
    const { gaps } = await look(await open());
    expect(new Set(gaps.map((gap) => gap.missingPermission))).toEqual(new Set(['ec2:DescribeInstances']));
  });

  test('a wrong external id opens nothing', async () => {
    const aws = await openAws(
      {
        accounts: { kind: 'organization' },
        roleName: lab.roleName,
        externalId: 'not-the-one',
        regions: 'enabled',
        bucket: lab.bucket,
        centralRegion: lab.bucket.region,
      },
      clock,
    );
    const member = lab.accounts.find((account) => account.accountId !== lab.centralAccountId);
    const seen = await aws.estate.regions(member?.accountId ?? '');
    expect(seen.items).toEqual([]);
    expect(seen.gaps).toMatchObject([{ region: null, call: 'sts:AssumeRole', missingPermission: 'sts:AssumeRole' }]);
  });
});

describe('commands', () => {
  let place: Place;
  let instanceId: string;
  let since: string;
  const content = (text: string) =>
    JSON.stringify({
      schemaVersion: '2.2',
      description: 'contract',
      parameters: { word: { type: 'String', allowedPattern: '^[a-z]{1,20}$' } },
      mainSteps: [{ action: 'aws:runShellScript', name: 'say', inputs: { runCommand: [`echo ${text} {{ word }}`] } }],
    });
  const orderOf = (document: DocumentPin, comment: string) =>
    ({
      place,
      instanceIds: [instanceId],
      document,
      comment,
      parameters: { word: 'hello' },
      deliverySeconds: 60,
    }) as const;

  beforeAll(async () => {
    const { estate } = await open();
    const member = lab.accounts.find((account) => account.accountId !== lab.centralAccountId);
    place = { accountId: member?.accountId ?? '', region: lab.bucket.region };
    instanceId = (await estate.nodes(place)).items[0]?.instanceId ?? '';
    since = new Date(Date.now() - 1_000).toISOString();
  });

  async function pinOf(aws: Aws, text: string): Promise<DocumentPin> {
    const pin = await aws.commands.document(place.region, content(text), [place.accountId, lab.centralAccountId]);
    if ('missingPermission' in pin) throw new Error(`${pin.call} ${pin.code} ${pin.message}`);
    return pin;
  }

  test('the document keeps its version while its content stays, and finds an older one again', async () => {
    const aws = await open();
    const first = await pinOf(aws, 'one');
    expect(await pinOf(aws, 'one')).toEqual(first);
    const second = await pinOf(aws, 'two');
    expect(second.version).not.toBe(first.version);
    expect(second.sha256).not.toBe(first.sha256);
    expect(await pinOf(aws, 'one')).toEqual(first);
  });

  test('a member runs the shared document, and its step is read back', async () => {
    const aws = await open();
    const outcome = await aws.commands.send(orderOf(await pinOf(aws, 'from'), 'contract run'));
    expect(outcome.kind).toBe('sent');
    const commandId = outcome.kind === 'sent' ? outcome.commandId : '';
    await expect
      .poll(
        async () => (await aws.commands.invocations(place, { since })).items.find((one) => one.commandId === commandId),
        { timeout: 20_000, interval: 200 },
      )
      .toMatchObject({
        instanceId,
        comment: 'contract run',
        status: 'Success',
        steps: [{ name: 'say', status: 'Success', exitCode: 0, output: expect.stringContaining('from hello') }],
      });
  });

  test('a pin with another hash is refused', async () => {
    const aws = await open();
    const pin = await pinOf(aws, 'pinned');
    const outcome = await aws.commands.send(orderOf({ ...pin, sha256: 'a'.repeat(64) }, 'contract hash'));
    expect(outcome.kind).toBe('refused');
  });

  test('a parameter that the pattern forbids is refused', async () => {
    const aws = await open();
    const order = { ...orderOf(await pinOf(aws, 'pattern'), 'contract pattern'), parameters: { word: 'a; id' } };
    expect(await aws.commands.send(order)).toMatchObject({ kind: 'refused', code: 'InvalidParameters' });
  });

  test.each([
    ['after', true],
    ['before', false],
  ] as const)('a connection cut %s the send is unclear, and looking it up tells the truth', async (drop, found) => {
    const aws = await open();
    const order = orderOf(await pinOf(aws, 'cut'), `contract cut ${drop}`);
    lab.faults.set([{ operation: 'SendCommand', then: { drop } }]);
    expect(await aws.commands.send(order)).toMatchObject({ kind: 'unclear' });
    expect(
      lab.calls({ operation: 'SendCommand' }).filter((call) => call.faults.length > 0 && call.status === 0).length,
    ).toBeGreaterThan(0);
    lab.faults.clear();
    const before = await aws.commands.sentBefore(place, since);
    expect(before.gaps).toEqual([]);
    expect(before.items.some((one) => one.comment === order.comment)).toBe(found);
  });

  test('a lookup that is throttled says so, and is not "none were sent"', async () => {
    const aws = await open();
    lab.faults.set([{ operation: 'ListCommands', then: { error: 'ThrottlingException', status: 400 } }]);
    expect((await aws.commands.sentBefore(place, since)).gaps).toMatchObject([
      { ...place, code: 'ThrottlingException' },
    ]);
  });
});

describe('the exchange', () => {
  const bytes = Buffer.alloc(4_096, 7);
  const put = (url: string, body: Buffer, headers: Record<string, string> = { 'if-none-match': '*' }) =>
    fetch(url, { method: 'PUT', body: new Uint8Array(body), headers });

  test('gives the script to whoever holds its URL', async () => {
    const { exchange } = await open();
    await exchange.scriptPut('contract/script.sh', '#!/bin/sh\necho 봉수\n');
    const url = await exchange.scriptUrl('contract/script.sh', 60);
    expect(url).toMatch(new RegExp(exchange.urlShape.script));
    expect(await (await fetch(url)).text()).toBe('#!/bin/sh\necho 봉수\n');
  });

  test('takes a result once, of the exact size, and under the signed condition only', async () => {
    const { exchange } = await open();
    const url = await exchange.resultUrl('contract/results/1', bytes.length, 60);
    expect(url).toMatch(new RegExp(exchange.urlShape.result));
    expect((await put(url, bytes, {})).status).toBe(403);
    expect((await put(url, bytes.subarray(1))).status).toBe(403);
    expect((await put(url, Buffer.concat([bytes, bytes]))).status).toBe(403);
    expect((await put(url, bytes)).status).toBe(200);
    expect((await put(url, bytes)).status).toBe(412);
  });

  test('lists and reads what came in', async () => {
    const { exchange } = await open();
    const seen = await exchange.results('contract/results/');
    expect(seen.gaps).toEqual([]);
    expect(seen.items.map((one) => [one.key, one.sizeBytes])).toEqual([['contract/results/1', bytes.length]]);
    const parts: Uint8Array[] = [];
    for await (const part of await exchange.resultRead('contract/results/1')) parts.push(part);
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  });

  test('a result cut off while it is read throws and does not end', async () => {
    const { exchange } = await open();
    lab.faults.set([{ operation: 'GetObject', then: { truncate: 1_000 } }]);
    const read = async () => {
      let sizeBytes = 0;
      for await (const part of await exchange.resultRead('contract/results/1')) sizeBytes += part.length;
      return sizeBytes;
    };
    await expect(read()).rejects.toMatchObject({ code: 'call-failed', gap: { call: 's3:GetObject' } });
  });

  test('a URL dies with its time', async () => {
    const { exchange } = await open();
    const url = await exchange.resultUrl('contract/results/late', bytes.length, 30);
    lab.clock.advance(31_000);
    expect((await put(url, bytes)).status).toBe(403);
  });

  test('each question about the bucket is answered or a gap', async () => {
    const checks = await (await open()).bucketChecks();
    expect(checks.items.find((one) => one.check === 'exists')?.ok).toBe(true);
    expect(checks.items.length + checks.gaps.length).toBe(4);
  });
});
