// The endpoint's own manners: loopback only, its mark on every answer, its clock, and agents without a model.
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { ListDocumentsCommand, SSMClient } from '@aws-sdk/client-ssm';
import { HttpRequest } from '@smithy/core/protocols';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFaults } from '../fault/engine.ts';
import { createLabClock } from './clock.ts';
import type { Shape } from './contract.ts';
import { type Rehearsal, startRehearsal, USER } from './rehearsal.ts';
import { createEndpoint } from './server.ts';

let lab: Rehearsal;
let seen: Shape | undefined;

beforeAll(async () => {
  lab = await startRehearsal({
    s3: { ListBuckets: () => ({ Buckets: [] }), PutObject: (input) => ((seen = input), {}) },
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
    await expect(forger.send(new ListDocumentsCommand({}))).rejects.toThrow();
    const who = { arn: USER.arn, accountId: USER.accountId, region: 'ap-northeast-2', status: 200 };
    expect(lab.calls.list()).toMatchObject([
      { service: 'ssm', operation: 'ListDocuments', ...who },
      { service: 's3', operation: 'ListBuckets', ...who },
      { service: 'ssm', status: 400, errorCode: 'InvalidSignatureException' },
    ]);
    expect(lab.calls.list()[2]?.arn).toBeUndefined();
  });
});
