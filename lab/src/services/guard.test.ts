// Policies as the services ask them: whose bucket it is, what comes with a request, and what a refusal says.
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, DeleteObjectCommand } from '@aws-sdk/client-s3';
import type { PutObjectCommandInput } from '@aws-sdk/client-s3';
import { DescribeInstancesCommand } from '@aws-sdk/client-ec2';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startLab } from '../lab.ts';
import type { Lab } from '../lab.ts';
import { assumed, bareRoot, central, clientsOf, member, seoul, smallWorld } from './lab-fixture.ts';

let lab: Lab;
beforeAll(async () => {
  const buckets = [{ name: 'audit', region: seoul, accountId: member, objectLock: true }];
  lab = await startLab({ world: { ...smallWorld, buckets }, roots: [bareRoot] });
});
afterAll(() => lab.close());
beforeEach(() => lab.grant({}));

const policy = (...Statement: readonly object[]): string => JSON.stringify({ Version: '2012-10-17', Statement });
const allow = (Action: string | readonly string[], Resource = '*', more: object = {}) => ({
  ...{ Effect: 'Allow', Action, Resource },
  ...more,
});
const s3 = () => clientsOf(lab, lab.centralCredentials).s3;
const put = (Bucket: string, Key: string, more: Partial<PutObjectCommandInput> = {}) =>
  s3().send(new PutObjectCommand({ Bucket, Key, Body: 'x', ...more }));
const get = (Bucket: string, Key: string) => s3().send(new GetObjectCommand({ Bucket, Key }));
const denied = (action: string, why: string) => ({
  name: 'AccessDenied',
  message: expect.stringMatching(new RegExp(`not authorized to perform: ${action} on resource: .*${why}`)),
});

const whole = ['arn:aws:s3:::audit', 'arn:aws:s3:::audit/*'];

describe('a bucket of another account', () => {
  const lets = (more: object = {}) =>
    policy({ Effect: 'Allow', Principal: { AWS: central }, Action: 's3:*', Resource: whole, ...more });
  const inOrg = (id: string) => ({ Condition: { StringEquals: { 'aws:PrincipalOrgID': id } } });

  test('is closed until its policy and the caller’s own both allow', async () => {
    await expect(put('audit', 'k')).rejects.toMatchObject(denied('s3:PutObject', 'no resource-based policy allows'));
    lab.grant({ central: policy(allow('s3:GetObject')), buckets: { audit: lets() } });
    await expect(put('audit', 'k')).rejects.toMatchObject(denied('s3:PutObject', 'no identity-based policy allows'));
    lab.grant({ central: policy(allow('s3:*')), buckets: { audit: lets() } });
    await put('audit', 'k');
  });

  test('may ask for the organisation', async () => {
    lab.grant({ buckets: { audit: lets(inOrg('o-another000')) } });
    await expect(put('audit', 'o')).rejects.toMatchObject(denied('s3:PutObject', 'no resource-based policy'));
    lab.grant({ buckets: { audit: lets(inOrg(lab.organizationId)) } });
    await put('audit', 'o');
  });
});

test('the own bucket’s policy denies as well', async () => {
  const Resource = 'arn:aws:s3:::exchange/closed/*';
  lab.grant({ buckets: { exchange: policy({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource }) } });
  await put('exchange', 'open/k');
  await expect(put('exchange', 'closed/k')).rejects.toMatchObject(
    denied('s3:PutObject', 'with an explicit deny in a resource-based policy'),
  );
});

test('a boundary limits what was granted', async () => {
  lab.grant({ central: policy(allow('*')), centralBoundary: policy(allow('s3:GetObject')) });
  await expect(put('exchange', 'k')).rejects.toMatchObject(denied('s3:PutObject', 'no permissions boundary allows'));
});

test('a list may be limited to a prefix, and one of everything then has none', async () => {
  const Condition = { StringLike: { 's3:prefix': 'v1/*' } };
  lab.grant({ central: policy(allow('s3:ListBucket', 'arn:aws:s3:::exchange', { Condition })) });
  const list = (Prefix?: string) => s3().send(new ListObjectsV2Command({ Bucket: 'exchange', Prefix }));
  await list('v1/c/');
  await expect(list('v2/')).rejects.toMatchObject(denied('s3:ListBucket', 'no identity-based policy'));
  await expect(list()).rejects.toMatchObject(denied('s3:ListBucket', 'no identity-based policy'));
});

test('only who may list is told that an object is not there', async () => {
  await expect(get('exchange', 'nothing')).rejects.toMatchObject({ name: 'NoSuchKey' });
  lab.grant({ central: policy(allow('s3:GetObject')) });
  await expect(get('exchange', 'nothing')).rejects.toMatchObject(denied('s3:ListBucket', 'no identity-based policy'));
});

test('retention is a right of its own, needs a bucket made for it, and keeps the version', async () => {
  const audit = { audit: policy({ Effect: 'Allow', Principal: { AWS: central }, Action: 's3:*', Resource: whole }) };
  const until = new Date(lab.clock.now() + 86_400_000);
  const locked = { ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: until } as const;
  lab.grant({ central: policy(allow('s3:PutObject')), buckets: audit });
  await expect(put('audit', 'sealed', locked)).rejects.toMatchObject(
    denied('s3:PutObjectRetention', 'no identity-based policy'),
  );
  lab.grant({ buckets: audit });
  await expect(put('exchange', 'sealed', locked)).rejects.toMatchObject({ name: 'InvalidRequest' });
  const { VersionId } = await put('audit', 'sealed', locked);
  const drop = new DeleteObjectCommand({ Bucket: 'audit', Key: 'sealed', VersionId });
  await expect(s3().send(drop)).rejects.toMatchObject({ name: 'AccessDenied' });
  lab.clock.advance(2 * 86_400_000);
  await s3().send(drop);
});

test('a key of KMS is asked for its own rights, by its id or by its alias', async () => {
  const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
  const key = `arn:aws:kms:${seoul}:${central}:key/${keyId}`;
  const encrypted = { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keyId } as const;
  const objects = allow(['s3:PutObject', 's3:GetObject']);
  lab.grant({ central: policy(objects) });
  await expect(put('exchange', 'secret', encrypted)).rejects.toMatchObject(
    denied('kms:GenerateDataKey', 'no identity'),
  );
  lab.grant({ central: policy(objects, allow('kms:GenerateDataKey', key)) });
  await put('exchange', 'secret', encrypted);
  await expect(get('exchange', 'secret')).rejects.toMatchObject(denied('kms:Decrypt', 'no identity'));
  const Condition = { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/audit' } };
  const byAlias = allow('kms:*', `arn:aws:kms:${seoul}:${central}:key/*`, { Condition });
  lab.grant({ central: policy(objects, byAlias) });
  await put('exchange', 'aliased', { ...encrypted, SSEKMSKeyId: 'alias/audit' });
  await expect(put('exchange', 'other', { ...encrypted, SSEKMSKeyId: 'alias/other' })).rejects.toMatchObject(
    denied('kms:GenerateDataKey', 'no identity'),
  );
});

test('what has no resources is allowed on * alone', async () => {
  const look = new DescribeInstancesCommand({});
  lab.grant({ member: policy(allow('ec2:DescribeInstances', 'arn:aws:ec2:*:*:instance/*')) });
  await expect(clientsOf(lab, await assumed(lab)).ec2.send(look)).rejects.toMatchObject({
    name: 'UnauthorizedOperation',
  });
  lab.grant({ member: policy(allow('ec2:DescribeInstances')) });
  await clientsOf(lab, await assumed(lab)).ec2.send(look);
});

test('a trust policy denies before it lets in', async () => {
  const trust = { Effect: 'Allow', Principal: { AWS: central }, Action: 'sts:AssumeRole' };
  lab.grant({ memberTrust: policy(trust) });
  await assumed(lab);
  lab.grant({ memberTrust: policy(trust, { ...trust, Effect: 'Deny', Principal: '*' }) });
  await expect(assumed(lab)).rejects.toMatchObject({ name: 'AccessDenied' });
  lab.grant({ memberTrust: policy({ ...trust, Action: 'sts:TagSession' }) });
  await expect(assumed(lab)).rejects.toMatchObject({ name: 'AccessDenied' });
});
