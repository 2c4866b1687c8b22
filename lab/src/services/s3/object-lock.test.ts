// Object Lock as a keeper of evidence meets it: asked for, read back, and in the way of whoever deletes too early.
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectLockConfigurationCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import type { PutObjectCommandInput, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLab } from '../../lab.ts';
import type { Lab } from '../../lab.ts';
import { bareRoot, clientsOf, seoul, smallWorld } from '../lab-fixture.ts';

let lab: Lab;
let s3: S3Client;
const [Bucket, Key] = ['audit', 'evidence/one'];
const day = 86_400_000;

beforeAll(async () => {
  lab = await startLab({ world: smallWorld, roots: [bareRoot] });
  ({ s3 } = clientsOf(lab, lab.centralCredentials));
  const CreateBucketConfiguration = { LocationConstraint: seoul } as const;
  await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration, ObjectLockEnabledForBucket: true }));
});
afterAll(() => lab.close());

const until = (days: number): Date => new Date(Math.ceil(lab.clock.now() / 1000) * 1000 + days * day);
const lock = (days: number): Partial<PutObjectCommandInput> => ({
  ObjectLockMode: 'GOVERNANCE',
  ObjectLockRetainUntilDate: until(days),
});
const put = (name: string, days: number) =>
  s3.send(new PutObjectCommand({ Bucket: name, Key, Body: 'x', ...lock(days) }));
const failing = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no fault',
    (error: unknown) => (error as Error).name,
  );

test('a bucket is made with it or has none', async () => {
  const asked = (name: string) => s3.send(new GetObjectLockConfigurationCommand({ Bucket: name }));
  expect((await asked(Bucket)).ObjectLockConfiguration).toEqual({ ObjectLockEnabled: 'Enabled' });
  expect(await failing(asked(lab.bucket.name))).toBe('ObjectLockConfigurationNotFoundError');
  expect(await failing(put(lab.bucket.name, 1))).toBe('InvalidRequest');
  const suspend = new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Suspended' } });
  expect(await failing(s3.send(suspend))).toBe('InvalidBucketState');
});

test('a locked version is shown as such, and is deleted only after its date', async () => {
  const asked = until(30);
  const { VersionId } = await put(Bucket, 30);
  const head = await s3.send(new HeadObjectCommand({ Bucket, Key }));
  expect(head.ObjectLockMode).toBe('GOVERNANCE');
  expect(Math.abs((head.ObjectLockRetainUntilDate?.getTime() ?? 0) - asked.getTime())).toBeLessThan(2_000);

  const gone = new DeleteObjectCommand({ Bucket, Key, VersionId });
  await expect(s3.send(gone)).rejects.toMatchObject({ name: 'AccessDenied', message: /object lock/ });
  const many = new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key, VersionId }] } });
  expect((await s3.send(many)).Errors).toMatchObject([{ Key, Code: 'AccessDenied' }]);
  // A mark over it hides it and keeps it.
  await s3.send(new DeleteObjectCommand({ Bucket, Key }));
  const listed = await s3.send(new ListObjectVersionsCommand({ Bucket }));
  expect([listed.Versions?.length, listed.DeleteMarkers?.length]).toEqual([1, 1]);

  lab.clock.advance(31 * day);
  await s3.send(gone);
  expect((await s3.send(new ListObjectVersionsCommand({ Bucket }))).Versions ?? []).toEqual([]);
});

test('what would be no lock is refused', async () => {
  expect(await failing(put(Bucket, -1))).toBe('InvalidArgument');
  const half = new PutObjectCommand({ Bucket, Key, Body: 'x', ObjectLockMode: 'GOVERNANCE' });
  expect(await failing(s3.send(half))).toBe('InvalidArgument');
});
