// The endpoint's own manners: loopback only, its mark on every answer, its clock, and agents without a model.
import { Agent } from 'node:http';
import type { LookupFunction } from 'node:net';
import { ListBucketsCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ListDocumentsCommand, SSMClient } from '@aws-sdk/client-ssm';
import { STSClient } from '@aws-sdk/client-sts';
import { HttpRequest } from '@smithy/core/protocols';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFaults } from '../fault/engine.ts';
import { createLabClock } from './clock.ts';
import type { Shape } from './contract.ts';
import { type Rehearsal, startRehearsal, USER } from './rehearsal.ts';
import { createEndpoint } from './server.ts';

interface Presigner {
  presign(request: HttpRequest, options: object): Promise<HttpRequest>;
}

let lab: Rehearsal;
let seen: Shape | undefined;

beforeAll(async () => {
  lab = await startRehearsal({
    s3: { ListBuckets: () => ({ Buckets: [] }), PutObject: (input) => ((seen = input), {}) },
    sts: { GetCallerIdentity: (_, call) => ({ Arn: call.identity.arn }) },
    ssm: { ListDocuments: () => ({}), UpdateInstanceInformation: (input) => ((seen = input), {}) },
    ec2messages: { GetMessages: (input) => ({ Destination: input.Destination, Messages: [] }) },
  });
});
afterAll(() => lab.close());

/** Sends a JSON call signed by the SDK's signer, as the agent's own client would. */
async function agentCall(service: string, target: string, input: unknown): Promise<Response> {
  const { region, credentials } = lab.client();
  const signer = await new SSMClient({ region, credentials }).config.signer({
    schemeId: 'aws.auth#sigv4',
    signingProperties: {},
    identity: credentials,
    signer: undefined as never,
  } as never);
  const host = `127.0.0.1:${lab.port}`;
  const body = JSON.stringify(input);
  const headers = { host, 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target };
  const plain = new HttpRequest({ method: 'POST', hostname: host, path: '/', headers, body });
  const signed = await signer.sign(plain, { signingService: service, signingRegion: region });
  return fetch(`${lab.url}/`, { method: 'POST', headers: signed.headers, body });
}

describe('where it listens', () => {
  const bare = {
    clock: createLabClock(),
    identityOf: () => undefined,
    faults: createFaults(1),
    services: [],
    onCall() {},
  };

  test.each(['0.0.0.0', '::', '192.0.2.1', 'localhost.example'])('not on %s', async (host) => {
    await expect(createEndpoint(bare).listen(0, host)).rejects.toThrow(RangeError);
  });

  test('a port in use is told', async () => {
    await expect(createEndpoint(bare).listen(lab.port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('every answer', () => {
  test.each(['/', '/bucket-1/key', '/_lab/world'])('to %s bears the mark and the date of the lab', async (path) => {
    const answer = await fetch(lab.url + path);
    expect(answer.headers.get('x-bongsu-lab')).toBe('1');
    expect(Math.abs(Date.parse(answer.headers.get('date') ?? '') - lab.clock.now())).toBeLessThan(5000);
  });
});

test('a bucket may stand in the host name', async () => {
  const lookup: LookupFunction = (_, options, done) =>
    options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4);
  const requestHandler = { httpAgent: new Agent({ lookup }) };
  const s3 = new S3Client({ ...lab.client(), endpoint: `http://localhost:${lab.port}`, requestHandler });
  await s3.send(new PutObjectCommand({ Bucket: 'bucket-1', Key: 'a b/c', Body: 'x' }));
  expect(seen).toMatchObject({ Bucket: 'bucket-1', Key: 'a b/c' });
});

test('a presigned call of a query service is answered', async () => {
  const signer = (await new STSClient(lab.client()).config.signer()) as unknown as Presigner;
  const query = { Action: 'GetCallerIdentity', Version: '2011-06-15' };
  const host = `127.0.0.1:${lab.port}`;
  const plain = new HttpRequest({ method: 'GET', hostname: host, path: '/', headers: { host }, query });
  const signed = await signer.presign(plain, { expiresIn: 60, signingService: 'sts', signingRegion: 'us-east-1' });
  const text = new URLSearchParams(signed.query as Record<string, string>).toString();
  const answer = await fetch(`${lab.url}/?${text}`);
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining(`<Arn>${USER.arn}</Arn>`)]);
});

describe('what has no model', () => {
  test("the agent's messages", async () => {
    const answer = await agentCall('ec2messages', 'EC2WindowsMessageDeliveryService.GetMessages', {
      Destination: 'i-1',
    });
    expect([answer.status, await answer.json()]).toEqual([200, { Destination: 'i-1', Messages: [] }]);
  });

  test("Systems Manager's operations for agents", async () => {
    const answer = await agentCall('ssm', 'AmazonSSM.UpdateInstanceInformation', { InstanceId: 'i-1' });
    expect([answer.status, seen]).toEqual([200, { InstanceId: 'i-1' }]);
  });

  test('an operation nobody knows is refused', async () => {
    const answer = await agentCall('ssm', 'AmazonSSM.MakeCoffee', {});
    expect([answer.status, await answer.json()]).toMatchObject([400, { __type: 'UnknownOperationException' }]);
  });

  test('a body that is not JSON is refused', async () => {
    const answer = await agentCall('ssm', 'AmazonSSM.ListDocuments', 'text');
    expect([answer.status, await answer.json()]).toMatchObject([400, { __type: 'SerializationException' }]);
  });

  test("a target of another client's spelling is understood, one of another service is not", async () => {
    expect((await agentCall('ssm', 'com.amazonaws.ssm.AmazonSSM.ListDocuments', {})).status).toBe(200);
    expect((await agentCall('ssm', 'AmazonEC2.ListDocuments', {})).status).toBe(400);
  });
});

describe('the log of calls', () => {
  test('holds who asked what, refused calls included', async () => {
    lab.calls.clear();
    await new SSMClient(lab.client()).send(new ListDocumentsCommand({}));
    await new S3Client(lab.client()).send(new ListBucketsCommand({}));
    const forger = new SSMClient(lab.client({ ...USER, secretAccessKey: 'x' }));
    await expect(forger.send(new ListDocumentsCommand({}))).rejects.toThrow('signature');
    const who = { arn: USER.arn, accountId: USER.accountId, region: 'ap-northeast-2', status: 200 };
    expect(lab.calls.list()).toMatchObject([
      { service: 'ssm', operation: 'ListDocuments', ...who },
      { service: 's3', operation: 'ListBuckets', ...who },
      { service: 'ssm', status: 400, errorCode: 'InvalidSignatureException' },
    ]);
    expect(lab.calls.list()[2]?.arn).toBeUndefined();
  });
});
