// Queues as a worker meets them: what AWS puts in, what is hidden, what comes back, and who is let in.
import { GetBucketNotificationConfigurationCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { Message, ReceiveMessageCommandInput } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startLab } from '../../lab.ts';
import type { Lab } from '../../lab.ts';
import type { LabSettings } from '../../running.ts';
import { hybridNode, instance } from '../../world/instance.ts';
import { eventQueues } from '../../world/queue-spec.ts';
import type { QueueSpec } from '../../world/queue-spec.ts';
import { assumed, bareRoot, central, clientsOf, hosts, member, seoul, smallWorld } from '../lab-fixture.ts';

let lab: Lab;
let sqs: SQSClient;

const open = async (settings: LabSettings = {}, more: readonly QueueSpec[] = []): Promise<void> => {
  const queues = [...eventQueues(seoul, 'v1/'), { name: 'plain', region: seoul }, ...more];
  lab = await startLab({ world: { ...smallWorld, queues }, roots: [bareRoot], settings });
  sqs = new SQSClient({ endpoint: lab.url, region: seoul, credentials: lab.centralCredentials });
};
beforeEach(() => open());
afterEach(() => lab.close());

const receive = async (
  name: string,
  more: Partial<ReceiveMessageCommandInput> = {},
  abortSignal?: AbortSignal,
): Promise<Message[]> => {
  const input = { QueueUrl: lab.queueUrl(name), MaxNumberOfMessages: 10, ...more };
  return (await sqs.send(new ReceiveMessageCommand(input), abortSignal ? { abortSignal } : {})).Messages ?? [];
};
const drop = (name: string, { ReceiptHandle }: Message = {}) =>
  sqs.send(new DeleteMessageCommand({ QueueUrl: lab.queueUrl(name), ReceiptHandle }));
const send = (MessageBody: string, more: { readonly DelaySeconds?: number } = {}) =>
  sqs.send(new SendMessageCommand({ QueueUrl: lab.queueUrl('plain'), MessageBody, ...more }));
const bodies = (messages: readonly Message[]): unknown[] => messages.map(({ Body }) => JSON.parse(String(Body)));
/** A poll that is waiting when the call returns. */
const polling = async (name: string, abortSignal?: AbortSignal): Promise<{ readonly got: Promise<Message[]> }> => {
  const before = lab.activity.changes();
  const got = receive(name, { WaitTimeSeconds: 20 }, abortSignal);
  // The request has begun, and waits.
  while (lab.activity.busy() > 0 || lab.activity.changes() < before + 2) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return { got };
};

describe('a message', () => {
  test('stays hidden while it is worked on, comes back under a new handle, and is gone once deleted', async () => {
    await send('one');
    const [first] = await receive('plain', { MessageSystemAttributeNames: ['All'] });
    expect([first?.Body, first?.Attributes?.ApproximateReceiveCount]).toEqual(['one', '1']);
    expect(await receive('plain')).toEqual([]);
    lab.clock.advance(30_000);
    const [second] = await receive('plain', { MessageSystemAttributeNames: ['ApproximateReceiveCount'] });
    expect([second?.MessageId, second?.Attributes]).toEqual([first?.MessageId, { ApproximateReceiveCount: '2' }]);
    // The first handle is an old one: the request succeeds, the message stays.
    await drop('plain', first);
    lab.clock.advance(30_000);
    const [third] = await receive('plain');
    expect(third?.MessageId).toBe(first?.MessageId);
    await drop('plain', third);
    lab.clock.advance(3_600_000);
    expect(await receive('plain')).toEqual([]);
    await expect(drop('plain', { ReceiptHandle: 'made up' })).rejects.toMatchObject({ name: 'ReceiptHandleIsInvalid' });
  });

  test('may be hidden for longer or given back at once, and is forgotten after four days', async () => {
    await send('long work');
    const [taken] = await receive('plain', { VisibilityTimeout: 60 });
    const hide = (VisibilityTimeout: number) =>
      sqs.send(
        new ChangeMessageVisibilityCommand({
          ...{ QueueUrl: lab.queueUrl('plain'), ReceiptHandle: taken?.ReceiptHandle, VisibilityTimeout },
        }),
      );
    await hide(600);
    lab.clock.advance(599_000);
    expect(await receive('plain')).toEqual([]);
    await hide(0);
    expect((await receive('plain')).length).toBe(1);
    await expect(hide(10)).rejects.toMatchObject({ name: 'MessageNotInflight' });
    lab.clock.advance(345_600_000);
    expect(await receive('plain')).toEqual([]);
  });

  test('comes when its delay is over; a long poll waits for it on the lab’s clock, and one of two polls gets it', async () => {
    await send('later', { DelaySeconds: 15 });
    const polls = [await polling('plain'), await polling('plain')];
    lab.clock.advance(15_000);
    const first = await Promise.race(polls.map(async ({ got }) => (await got).length));
    expect(first).toBe(1);
    lab.clock.advance(6_000);
    expect((await Promise.all(polls.map(({ got }) => got))).map((got) => got.length).sort((a, b) => a - b)).toEqual([
      0, 1,
    ]);
  });

  test('is waited for no less by the lab where a reader hangs up', async () => {
    const hung = new AbortController();
    const { got } = await polling('plain', hung.signal);
    const before = lab.activity.changes();
    hung.abort();
    await expect(got).rejects.toThrow('aborted');
    // The lab sees the connection end; the poll itself goes on to its end.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect([lab.activity.changes(), lab.activity.busy()]).toEqual([before, 0]);
    lab.clock.advance(21_000);
    await expect.poll(() => [lab.activity.changes(), lab.activity.busy()]).toEqual([before + 2, 0]);
  });

  test('is counted, and deleted in batches that may fail in part', async () => {
    for (const body of ['a', 'b', 'c']) await send(body);
    const taken = await receive('plain', { MaxNumberOfMessages: 2 });
    const attributes = async () =>
      (await sqs.send(new GetQueueAttributesCommand({ QueueUrl: lab.queueUrl('plain'), AttributeNames: ['All'] })))
        .Attributes ?? {};
    expect(await attributes()).toMatchObject({
      ApproximateNumberOfMessages: '1',
      ApproximateNumberOfMessagesNotVisible: '2',
      QueueArn: `arn:aws:sqs:${seoul}:${central}:plain`,
    });
    const Entries = [...taken, { ReceiptHandle: 'wrong' }].map(({ ReceiptHandle }, index) => ({
      ...{ Id: String(index), ReceiptHandle },
    }));
    const answer = await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: lab.queueUrl('plain'), Entries }));
    expect(answer.Successful?.map(({ Id }) => Id)).toEqual(['0', '1']);
    expect(answer.Failed).toMatchObject([{ Id: '2', SenderFault: true, Code: 'ReceiptHandleIsInvalid' }]);
    lab.clock.advance(60_000);
    expect(await attributes()).toMatchObject({ ApproximateNumberOfMessages: '1' });
  });
});

test('a standard queue may deliver twice: by setting each of these does', async () => {
  await lab.close();
  await open({ queueDuplicates: 1 });
  await send('again');
  const both = await receive('plain');
  expect(both.map(({ Body }) => Body)).toEqual(['again', 'again']);
  expect(new Set(both.map(({ MessageId }) => MessageId)).size).toBe(1);
  await drop('plain', both[0]);
  lab.clock.advance(30_000);
  expect((await receive('plain')).length).toBe(1);
});

describe('new objects', () => {
  const put = (Key: string) =>
    clientsOf(lab, lab.centralCredentials).s3.send(new PutObjectCommand({ Bucket: 'exchange', Key, Body: 'body' }));

  test('below the prefix are told of, with their escaped key; S3 has tested the queue before', async () => {
    await put('other/x');
    await put('v1/a b+c/ä.tar.gz');
    expect(await receive('bongsu-results')).toEqual([]);
    lab.clock.advance(1_000);
    const [tested, created, ...others] = bodies(await receive('bongsu-results')) as [
      { Event: string },
      { Records: { eventName: string; s3: { bucket: { name: string }; object: { key: string; size: number } } }[] },
    ];
    expect([tested.Event, others.length]).toEqual(['s3:TestEvent', 0]);
    expect(created.Records).toMatchObject([
      { eventName: 'ObjectCreated:Put', s3: { bucket: { name: 'exchange' }, object: { size: 4 } } },
    ]);
    expect(created.Records[0]?.s3.object.key).toBe('v1/a+b%2Bc/%C3%A4.tar.gz');
  });

  test('are told of through EventBridge in its own words, and to a queue without a test message', async () => {
    await lab.close();
    const receives = { objectsBelow: 'v1/', through: 'EventBridge' } as const;
    await open({}, [{ name: 'through', region: seoul, receives }]);
    await put('v1/a b+c/ä.tar.gz');
    lab.clock.advance(1_000);
    expect(bodies(await receive('through'))).toMatchObject([
      {
        source: 'aws.s3',
        'detail-type': 'Object Created',
        account: central,
        region: seoul,
        resources: ['arn:aws:s3:::exchange'],
        detail: { bucket: { name: 'exchange' }, object: { key: 'v1/a b+c/ä.tar.gz', size: 4 }, reason: 'PutObject' },
      },
    ]);
    const configured = await clientsOf(lab, lab.centralCredentials).s3.send(
      new GetBucketNotificationConfigurationCommand({ Bucket: 'exchange' }),
    );
    expect(configured).toMatchObject({
      QueueConfigurations: [{ QueueArn: `arn:aws:sqs:${seoul}:${central}:bongsu-results` }],
      EventBridgeConfiguration: {},
    });
  });

  test('are lost and overtake each other by setting', async () => {
    await lab.close();
    await open({ eventLosses: 0.5, eventSpreadSeconds: 60 });
    const keys = Array.from({ length: 20 }, (_, index) => `v1/${String.fromCharCode(97 + index)}`);
    for (const key of keys) await put(key);
    lab.clock.advance(61_000);
    const told: string[] = [];
    for (
      let messages = await receive('bongsu-results');
      messages.length > 0;
      messages = await receive('bongsu-results')
    )
      told.push(...messages.flatMap(({ Body = '' }) => /v1\/./.exec(Body)?.[0] ?? []));
    expect(told.length).toBeGreaterThan(4);
    expect(told.length).toBeLessThan(16);
    expect(told).not.toEqual(told.toSorted());
  });

  test('are not told of where the queue does not let S3 in', async () => {
    await lab.close();
    const policy = JSON.stringify({
      Statement: {
        Effect: 'Allow',
        Principal: { Service: 's3.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: `arn:aws:sqs:${seoul}:${central}:closed`,
        Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::another' } },
      },
    });
    await open({}, [{ name: 'closed', region: seoul, receives: { objectsBelow: '' }, policy }]);
    await put('v1/x');
    lab.clock.advance(5_000);
    expect((await receive('bongsu-results')).length).toBe(2);
    expect(await receive('closed')).toEqual([]);
  });
});

describe('what happens to hosts', () => {
  interface Told {
    readonly 'detail-type': string;
    readonly source: string;
    readonly account: string;
    readonly detail: Readonly<Record<string, unknown>>;
  }
  const told = async (): Promise<string[]> => {
    lab.clock.advance(1_000);
    const messages = await receive('bongsu-hosts');
    for (const message of messages) await drop('bongsu-hosts', message);
    const events = bodies(messages) as Told[];
    return events.map(({ source, detail }) => `${source} ${String(detail['state'] ?? detail['eventName'])}`);
  };

  test('a launch is told by EC2, and by the agent’s call when it has registered; then commands reach it', async () => {
    const spec = instance(member, 'fresh', 'bare');
    lab.launch(member, seoul, spec);
    expect(await told()).toEqual(['aws.ec2 pending', 'aws.ec2 running']);
    lab.clock.advance(30_000);
    expect(await told()).toEqual(['aws.ssm UpdateInstanceInformation']);
    lab.terminate(spec.instanceId);
    expect(await told()).toEqual(['aws.ec2 shutting-down', 'aws.ec2 terminated']);
    expect(() => lab.launch(member, seoul, spec)).toThrow(RangeError);
    expect(() => lab.launch(member, 'eu-west-1', instance(member, 'far', 'bare'))).toThrow(RangeError);
  });

  test('stops, starts and lost agents that come back are told; a hybrid node has no state at EC2', async () => {
    const { instanceId } = hosts.online[0] ?? hosts.virginia;
    lab.changeHost(instanceId, { state: 'stopped' });
    expect(await told()).toEqual(['aws.ec2 stopping', 'aws.ec2 stopped']);
    lab.changeHost(instanceId, { state: 'running' });
    expect(await told()).toEqual(['aws.ec2 pending', 'aws.ec2 running']);
    lab.clock.advance(30_000);
    expect(await told()).toEqual(['aws.ssm UpdateInstanceInformation']);
    lab.changeHost(hosts.offline.instanceId, { agent: 'online' });
    expect(await told()).toEqual(['aws.ssm UpdateInstanceInformation']);
    lab.launch(member, seoul, hybridNode(member, 'idc-2', 'bare'));
    lab.clock.advance(30_000);
    expect(await told()).toEqual(['aws.ssm RegisterManagedInstance', 'aws.ssm UpdateInstanceInformation']);
  });
});

describe('who is let in', () => {
  test('the owner’s account; another as far as the queue’s policy says', async () => {
    await lab.close();
    const arn = `arn:aws:sqs:${seoul}:${central}:shared`;
    const policy = JSON.stringify({
      Statement: [{ Effect: 'Allow', Principal: { AWS: member }, Action: 'sqs:SendMessage', Resource: arn }],
    });
    await open({}, [{ name: 'shared', region: seoul, policy }]);
    const theirs = new SQSClient({ endpoint: lab.url, region: seoul, credentials: await assumed(lab) });
    const QueueUrl = lab.queueUrl('shared');
    await theirs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'hello' }));
    await expect(theirs.send(new ReceiveMessageCommand({ QueueUrl }))).rejects.toMatchObject({ name: 'AccessDenied' });
    expect((await receive('shared')).length).toBe(1);
  });

  test('a queue that is not there does not exist, in any Region but its own', async () => {
    expect((await sqs.send(new GetQueueUrlCommand({ QueueName: 'plain' }))).QueueUrl).toBe(lab.queueUrl('plain'));
    const url = sqs.send(new GetQueueUrlCommand({ QueueName: 'none' }));
    await expect(url).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
    const far = new SQSClient({ endpoint: lab.url, region: 'us-east-1', credentials: lab.centralCredentials });
    const there = far.send(new ReceiveMessageCommand({ QueueUrl: lab.queueUrl('plain') }));
    await expect(there).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
    expect(() => lab.queueUrl('none')).toThrow(RangeError);
    await expect(receive('plain', { MaxNumberOfMessages: 11 })).rejects.toMatchObject({
      name: 'InvalidParameterValue',
    });
  });
});
