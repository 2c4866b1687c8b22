// Signatures in headers: what real clients sign passes, and nothing that was changed on the way does.
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3';
import { ListDocumentsCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Identity } from '../endpoint/contract.ts';
import { type Rehearsal, startRehearsal, USER } from '../endpoint/rehearsal.ts';
import { verifySignature } from './sigv4.ts';

let lab: Rehearsal;

beforeAll(async () => {
  lab = await startRehearsal({
    sts: { GetCallerIdentity: (_, call) => ({ Arn: call.identity.arn, Account: call.accountId }) },
    ssm: { ListDocuments: () => ({ DocumentIdentifiers: [] }) },
    ec2: { DescribeInstances: () => ({ Reservations: [] }) },
    s3: { PutObject: () => ({ ETag: '"1"' }) },
  });
});
afterAll(() => lab.close());

const whoAmI = (as?: Identity) => new STSClient(lab.client(as)).send(new GetCallerIdentityCommand({}));

describe('who a call is from', () => {
  test('a user', async () => {
    expect((await whoAmI()).Arn).toBe(USER.arn);
  });

  test('a session, by its token', async () => {
    const session = lab.session(900);
    expect((await whoAmI(session)).Arn).toBe(session.arn);
    await expect(whoAmI({ ...session, sessionToken: 'another' })).rejects.toMatchObject({
      name: 'InvalidClientTokenId',
    });
  });

  test('a session without its token is nobody', async () => {
    const { sessionToken: _, ...bare } = lab.session(900);
    await expect(whoAmI(bare)).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
  });

  test('a wrong secret is refused in the words of each service', async () => {
    const forged = { ...USER, secretAccessKey: 'guessed' };
    await expect(whoAmI(forged)).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
    const ssm = new SSMClient(lab.client(forged)).send(new ListDocumentsCommand({}));
    await expect(ssm).rejects.toMatchObject({ name: 'InvalidSignatureException' });
    const ec2 = new EC2Client(lab.client(forged)).send(new DescribeInstancesCommand({}));
    await expect(ec2).rejects.toMatchObject({ name: 'AuthFailure', $metadata: { httpStatusCode: 401 } });
    const s3 = new S3Client(lab.client(forged)).send(new PutObjectCommand({ Bucket: 'bucket-1', Key: 'k', Body: 'x' }));
    await expect(s3).rejects.toMatchObject({ name: 'SignatureDoesNotMatch', $metadata: { httpStatusCode: 403 } });
  });

  test('an unknown key is refused in the words of each service', async () => {
    const unknown = { ...USER, accessKeyId: 'AKIANOBODY' };
    await expect(whoAmI(unknown)).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
    const ssm = new SSMClient(lab.client(unknown)).send(new ListDocumentsCommand({}));
    await expect(ssm).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
  });

  test('an unsigned request is refused', async () => {
    const answer = await fetch(`${lab.url}/`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AmazonSSM.ListDocuments' },
      body: '{}',
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ __type: 'MissingAuthenticationTokenException' });
    const body = new URLSearchParams({ Action: 'GetCallerIdentity', Version: '2011-06-15' });
    const sts = await fetch(`${lab.url}/`, { method: 'POST', body });
    expect([sts.status, await sts.text()]).toEqual([403, expect.stringContaining('<Code>MissingAuthenticationToken<')]);
    const s3 = await fetch(`${lab.url}/bucket-1/key`);
    expect([s3.status, await s3.text()]).toEqual([403, expect.stringContaining('<Code>AccessDenied</Code>')]);
  });
});

describe('time', () => {
  test('an expired session is refused', async () => {
    const session = lab.session(0);
    await expect(whoAmI(session)).rejects.toMatchObject({ name: 'ExpiredToken' });
    const ssm = new SSMClient(lab.client(session)).send(new ListDocumentsCommand({}));
    await expect(ssm).rejects.toMatchObject({ name: 'ExpiredTokenException' });
  });

  test('a client whose clock is off recovers by the Date header', async () => {
    const own = await startRehearsal({ ssm: { ListDocuments: () => ({}) } });
    const ssm = new SSMClient({ ...own.client(), maxAttempts: 2 });
    own.clock.advance(3_600_000);
    await ssm.send(new ListDocumentsCommand({}));
    expect(own.calls.list().map((call) => call.errorCode)).toEqual(['InvalidSignatureException', undefined]);
    await own.close();
  });
});

/** A request signed by the SDK, caught on its way to the lab. */
async function caughtRequest() {
  const ssm = new SSMClient(lab.client());
  let caught: { method: string; path: string; headers: Record<string, string>; body: Uint8Array } | undefined;
  ssm.middlewareStack.add(
    (next) => (args) => {
      caught = args.request as typeof caught;
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  await ssm.send(new ListDocumentsCommand({ MaxResults: 7 }));
  if (caught === undefined) throw new Error('nothing was sent');
  const headers = Object.fromEntries(Object.entries(caught.headers).map(([name, text]) => [name.toLowerCase(), text]));
  return { method: caught.method, rawUrl: caught.path, headers, body: Buffer.concat([caught.body]) };
}

describe('tampering', () => {
  const identityOf = (accessKeyId: string) => (accessKeyId === USER.accessKeyId ? USER : undefined);

  test('the request as it was signed passes', async () => {
    const request = await caughtRequest();
    expect(verifySignature(request, identityOf, Date.now())?.identity).toBe(USER);
  });

  test.each<[string, (request: Awaited<ReturnType<typeof caughtRequest>>) => object]>([
    ['another body', () => ({ body: Buffer.from('{"MaxResults":8}') })],
    ['another method', () => ({ method: 'PUT' })],
    ['another path', () => ({ rawUrl: '/other' })],
    ['a query string', () => ({ rawUrl: '/?a=b' })],
    [
      'a changed signed header',
      ({ headers }) => ({ headers: { ...headers, 'x-amz-target': 'AmazonSSM.SendCommand' } }),
    ],
    ['a missing signed header', ({ headers }) => ({ headers: { ...headers, 'content-type': undefined } })],
    ['another host', ({ headers }) => ({ headers: { ...headers, host: 'elsewhere' } })],
  ])('%s does not', async (_, change) => {
    const request = await caughtRequest();
    const refused = () => verifySignature({ ...request, ...change(request) }, identityOf, Date.now());
    expect(refused).toThrow(expect.objectContaining({ code: 'InvalidSignatureException' }));
  });

  test('too old and too early do not', async () => {
    const request = await caughtRequest();
    for (const now of [Date.now() + 6 * 60_000, Date.now() - 6 * 60_000]) {
      const refused = () => verifySignature(request, identityOf, now);
      expect(refused).toThrow(expect.objectContaining({ code: 'InvalidSignatureException' }));
    }
  });

  test.each([
    ['Bearer x', 'IncompleteSignatureException'],
    [
      'AWS4-HMAC-SHA256 Credential=AKIAREHEARSAL/20260101/x/ssm, SignedHeaders=host, Signature=0',
      'IncompleteSignatureException',
    ],
    ['AWS4-HMAC-SHA256 SignedHeaders=host', 'IncompleteSignatureException'],
  ])('a header that is none: %s', async (authorization, code) => {
    const request = await caughtRequest();
    const refused = () =>
      verifySignature({ ...request, headers: { ...request.headers, authorization } }, identityOf, Date.now());
    expect(refused).toThrow(expect.objectContaining({ code }));
  });
});
