// The queue against the lab's: good, strange and hostile messages, long polls that end when told, and calls that are refused.
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Clock, EventQueue } from '@bongsu/core';
import { eventQueues, fleetWorld, type Lab, startLab } from '@bongsu/lab';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openAws } from './index.ts';

const clock: Clock = { now: () => new Date(), sleep: (milliseconds) => delay(milliseconds) };
const region = 'ap-northeast-2';
let lab: Lab;
let queue: EventQueue;
let sqs: SQSClient;

beforeAll(async () => {
  lab = await startLab({
    world: { ...fleetWorld(2, 1, { simulated: true }), queues: eventQueues(region, 'v1/') },
    settings: { eventSeconds: 0 },
  });
  const { accessKeyId, secretAccessKey } = lab.centralCredentials;
  const key = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
  Object.assign(process.env, key, { AWS_ENDPOINT_URL: lab.url });
  const { roleName, externalId, bucket } = lab;
  const aws = await openAws(
    {
      ...{ accounts: { kind: 'organization' }, roleName, externalId, regions: [region], bucket, maxAttempts: 1 },
      ...{ centralRegion: region, queueUrl: lab.queueUrl('bongsu-hosts') },
    },
    clock,
  );
  if (aws.queue === null) throw new Error('there is no queue');
  queue = aws.queue;
  sqs = new SQSClient({ endpoint: lab.url, region, credentials: lab.centralCredentials });
});
afterEach(() => lab.faults.clear());
afterAll(() => lab.close());

const put = (MessageBody: string) =>
  sqs.send(new SendMessageCommand({ QueueUrl: lab.queueUrl('bongsu-hosts'), MessageBody }));

async function emptied(): Promise<void> {
  for (;;) {
    const { messages } = await queue.receive(0);
    if (messages.length === 0) return;
    expect(await queue.remove(messages.map((one) => one.receipt))).toBeNull();
  }
}

test('what the lab tells of a host is read, and is gone once removed', async () => {
  const [host] = lab.truth();
  lab.changeHost(host?.instanceId ?? '', { state: 'stopped' });
  const { messages, gap } = await queue.receive(2);
  expect(gap).toBeNull();
  const contents = messages.map((one) => one.content);
  expect(contents).toContainEqual({ kind: 'ignored' });
  expect(contents).toContainEqual({
    kind: 'event',
    event: expect.objectContaining({
      instanceId: host?.instanceId,
      what: 'stopped',
      accountId: '200000000000',
      region,
    }),
  });
  expect(messages.every((one) => one.receives === 1)).toBe(true);
  expect(await queue.remove(messages.map((one) => one.receipt))).toBeNull();
  expect((await queue.receive(0)).messages).toEqual([]);
});

test('garbage is refused message by message, cleaned and cut, beside what is good', async () => {
  const hostile = ['{', '[[[[', '{"detail-type":"\u202e\u0007evil"}', `"${'A'.repeat(200_000)}"`];
  for (const body of hostile) await put(body);
  const { messages } = await queue.receive(1);
  expect(messages).toHaveLength(hostile.length);
  for (const { content } of messages) {
    expect(content).toMatchObject({ kind: 'refused', reason: expect.any(String) });
    const excerpt = content.kind === 'refused' ? content.excerpt : '';
    expect(excerpt.length).toBeLessThanOrEqual(200);
    expect(excerpt).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  }
  await queue.remove(messages.map((one) => one.receipt));
});

test('a refused call is a gap with the right to grant; a wrong receipt too', async () => {
  await emptied();
  lab.faults.set([{ service: 'sqs', operation: 'ReceiveMessage', then: { error: 'AccessDenied' } }]);
  expect(await queue.receive(0)).toMatchObject({
    messages: [],
    gap: { call: 'sqs:ReceiveMessage', code: 'AccessDenied', missingPermission: 'sqs:ReceiveMessage', region },
  });
  expect(await queue.remove(['no receipt'])).toMatchObject({ call: 'sqs:DeleteMessage' });
  lab.faults.set([{ service: 'sqs', operation: 'ReceiveMessage', then: { drop: 'before' } }]);
  expect((await queue.receive(0)).gap).toMatchObject({ call: 'sqs:ReceiveMessage' });
});

test('is examined without hiding anything, and each missing right is named', async () => {
  await emptied();
  await put('{"waits":true}');
  expect(await queue.examine()).toEqual([]);
  lab.faults.set(
    ['ReceiveMessage', 'DeleteMessage'].map((operation) => ({
      service: 'sqs',
      operation,
      then: { error: 'AccessDenied' },
    })),
  );
  expect((await queue.examine()).map((gap) => gap.missingPermission)).toEqual([
    'sqs:ReceiveMessage',
    'sqs:DeleteMessage',
  ]);
  lab.faults.clear();
  expect((await queue.receive(0)).messages).toHaveLength(1);
});

test('objects are told of by key where they are of our bucket', async () => {
  const { roleName, externalId, bucket } = lab;
  const aws = await openAws(
    {
      ...{ accounts: { kind: 'organization' }, roleName, externalId, regions: [region], bucket },
      ...{ centralRegion: region, resultQueueUrl: lab.queueUrl('bongsu-results') },
    },
    clock,
  );
  await aws.exchange.scriptPut('v1/a b+c/ä.tar.gz', 'x');
  lab.message('bongsu-results', JSON.stringify({ Records: [] }));
  const elsewhere = { name: 'another', key: 'v1/x.tar.gz' };
  const record = { eventSource: 'aws:s3', eventName: 'ObjectCreated:Put' };
  const s3 = { bucket: { name: elsewhere.name }, object: { key: elsewhere.key } };
  lab.message('bongsu-results', JSON.stringify({ Records: [{ ...record, s3 }] }));
  const contents: unknown[] = [];
  for (let reads = 0; reads < 4; reads += 1)
    contents.push(...((await aws.resultQueue?.receive(1))?.messages ?? []).map(({ content }) => content));
  expect(contents).toHaveLength(4);
  expect(contents).toEqual(
    expect.arrayContaining([
      { kind: 'ignored' },
      { kind: 'written', keys: ['v1/a b+c/ä.tar.gz'] },
      { kind: 'refused', reason: 'no message of S3', excerpt: '{"Records":[]}' },
      { kind: 'refused', reason: 'an object of another bucket', excerpt: expect.stringContaining('another') },
    ]),
  );
});

test('a long poll ends when told, and is no trouble', async () => {
  await emptied();
  const began = Date.now();
  const stop = new AbortController();
  const polled = queue.receive(20, stop.signal);
  await delay(200);
  stop.abort();
  expect(await polled).toEqual({ messages: [], gap: null });
  expect(Date.now() - began).toBeLessThan(5_000);
});

test('some nodes alone are asked for, be others no nodes at all', async () => {
  const { roleName, externalId, bucket } = lab;
  const settings = { accounts: { kind: 'organization' }, roleName, externalId, regions: [region], bucket } as const;
  const { estate } = await openAws({ ...settings, centralRegion: region }, clock);
  const place = { accountId: '200000000000', region };
  const known = lab.truth()[1]?.instanceId ?? '';
  const strangers = [1, 2, 3, 4].map((index) => `i-0000000000000000${index}`);
  const only = [...strangers.slice(0, 2), known, ...strangers.slice(2)];
  const [nodes, instances] = [await estate.nodes(place, only), await estate.instances(place, only)];
  expect([nodes.gaps, instances.gaps]).toEqual([[], []]);
  expect(nodes.items.map((one) => one.instanceId)).toEqual([known]);
  expect(instances.items.map((one) => one.instanceId)).toEqual([known]);
});
