// Errors as the real clients read them: the right class, code, message and status in every protocol.
import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { DescribeOrganizationCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { AWSOrganizationsNotInUseException } from '@aws-sdk/client-organizations';
import { GetObjectCommand, HeadObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { InvalidInstanceId, ListDocumentsCommand, SendCommandCommand, SSMClient } from '@aws-sdk/client-ssm';
import { AssumeRoleCommand, ExpiredTokenException, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { SmithyRpcV2CborProtocol } from '@smithy/core/cbor';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AwsError } from './contract.ts';
import { type Rehearsal, startRehearsal } from './rehearsal.ts';

const MESSAGE = 'not <here> & "there"';
const raise =
  (code: string, status?: number, extra: Record<string, string> = {}) =>
  () => {
    throw new AwsError(code, MESSAGE, status, extra);
  };

let lab: Rehearsal;

beforeAll(async () => {
  lab = await startRehearsal({
    ssm: {
      SendCommand: raise('InvalidInstanceId'),
      ListDocuments: () => {
        throw new TypeError('a mistake in a handler');
      },
    },
    organizations: { DescribeOrganization: raise('AWSOrganizationsNotInUseException') },
    sts: { AssumeRole: raise('AccessDenied', 403), GetCallerIdentity: raise('ExpiredTokenException') },
    ec2: { DescribeInstances: raise('RequestLimitExceeded') },
    s3: {
      GetObject: raise('NoSuchKey', undefined, { Key: 'a&b' }),
      HeadObject: raise('NotFound'),
      PutObject: raise('SlowDown'),
    },
  });
});
afterAll(() => lab.close());

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('each protocol', () => {
  test('JSON 1.1: modelled errors of SSM and Organizations', async () => {
    const ssm = await failure(new SSMClient(lab.client()).send(new SendCommandCommand({ DocumentName: 'x' })));
    expect(ssm).toBeInstanceOf(InvalidInstanceId);
    expect(ssm).toMatchObject({
      name: 'InvalidInstanceId',
      $metadata: { httpStatusCode: 400, requestId: expect.any(String) },
    });
    const client = new OrganizationsClient(lab.client());
    const organization = await failure(client.send(new DescribeOrganizationCommand({})));
    expect(organization).toBeInstanceOf(AWSOrganizationsNotInUseException);
    expect(organization).toMatchObject({ message: MESSAGE });
  });

  test('CBOR: the same error by rpc-v2', async () => {
    const client = new SSMClient({ ...lab.client(), protocol: SmithyRpcV2CborProtocol });
    const error = await failure(client.send(new SendCommandCommand({ DocumentName: 'x' })));
    expect(error).toBeInstanceOf(InvalidInstanceId);
  });

  test('query: a modelled error by its query code, an unmodelled one as it is', async () => {
    const sts = new STSClient(lab.client());
    const expired = await failure(sts.send(new GetCallerIdentityCommand({})));
    expect([
      expired,
      await failure(sts.send(new AssumeRoleCommand({ RoleArn: 'arn:aws:iam::1:role/r', RoleSessionName: 's' }))),
    ]).toMatchObject([{}, { name: 'AccessDenied', message: MESSAGE, $metadata: { httpStatusCode: 403 } }]);
    expect(expired).toBeInstanceOf(ExpiredTokenException);
  });

  test('EC2 query: the code, and a status that is retried', async () => {
    const error = await failure(new EC2Client(lab.client()).send(new DescribeInstancesCommand({})));
    expect(error).toMatchObject({ name: 'RequestLimitExceeded', message: MESSAGE, $metadata: { httpStatusCode: 503 } });
  });

  test('S3: modelled, without a body, and to be retried', async () => {
    const s3 = new S3Client(lab.client());
    const where = { Bucket: 'bucket-1', Key: 'a&b' };
    const absent = await failure(s3.send(new GetObjectCommand(where)));
    expect(absent).toBeInstanceOf(NoSuchKey);
    expect(absent).toMatchObject({ message: MESSAGE, Key: 'a&b', $metadata: { httpStatusCode: 404 } });
    const head = await failure(s3.send(new HeadObjectCommand(where)));
    expect(head).toMatchObject({ name: 'NotFound', $metadata: { httpStatusCode: 404 } });
    const slow = await failure(s3.send(new PutObjectCommand({ ...where, Body: 'x' })));
    expect(slow).toMatchObject({ name: 'SlowDown', $metadata: { httpStatusCode: 503 } });
  });
});

describe('what the lab does not play', () => {
  test('an operation without a handler says so and is logged', async () => {
    const error = await failure(
      new EC2Client(lab.client()).send(new (await import('@aws-sdk/client-ec2')).DescribeVpcsCommand({})),
    );
    expect(error).toMatchObject({ name: 'NotImplementedInLab', $metadata: { httpStatusCode: 501 } });
    expect(lab.calls.list({ operation: 'DescribeVpcs' })).toMatchObject([
      { status: 501, errorCode: 'NotImplementedInLab' },
    ]);
  });

  test('a mistake of a handler is an internal failure, told on the log and not to the caller', async () => {
    const error = await failure(new SSMClient(lab.client()).send(new ListDocumentsCommand({})));
    expect(error).toMatchObject({ name: 'InternalFailure', $metadata: { httpStatusCode: 500 } });
    expect(String((error as Error).message)).not.toContain('a mistake');
    expect(lab.bugs).toEqual([expect.objectContaining({ message: 'a mistake in a handler' })]);
  });
});
