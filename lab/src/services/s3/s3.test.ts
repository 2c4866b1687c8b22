// Buckets and objects: who may, what is kept, in which pages, and what is written only once.
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  paginateListObjectsV2,
  PutBucketVersioningCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import type { PutObjectCommandInput, S3Client } from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLab } from '../../lab.ts';
import type { Lab } from '../../lab.ts';
import { assumed, bareRoot, clientsOf, seoul, smallWorld, virginia } from '../lab-fixture.ts';

let lab: Lab;
let s3: S3Client;
const Bucket = 'exchange';
beforeAll(async () => {
  lab = await startLab({ world: smallWorld, roots: [bareRoot] });
  s3 = clientsOf(lab, lab.centralCredentials).s3;
});
afterAll(() => lab.close());

const put = (Key: string, Body: string | Buffer, more: Partial<PutObjectCommandInput> = {}) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const text = async (Key: string, more: { Range?: string; VersionId?: string } = {}) =>
  (await s3.send(new GetObjectCommand({ Bucket, Key, ...more }))).Body?.transformToString();
const md5 = (body: string | Buffer): string => `"${createHash('md5').update(body).digest('hex')}"`;

describe('an object', () => {
  test('comes back byte for byte, with its length, MD5 and metadata', async () => {
    const body = Buffer.concat([Buffer.from([0, 1, 2, 255]), Buffer.alloc(5000)]);
    const { ETag } = await put('a/ü &+%20?.bin', body, { Metadata: { run: 'r1' }, ContentType: 'application/gzip' });
    expect(ETag).toBe(md5(body));
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'a/ü &+%20?.bin' }));
    expect(head).toMatchObject({ ContentLength: 5004, ContentType: 'application/gzip', Metadata: { run: 'r1' } });
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'a/ü &+%20?.bin' }));
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? [])).toEqual(body);
  });

  test('may be streamed in chunks', async () => {
    const parts = ['first ', 'second ', 'third'];
    await put('streamed', Readable.from(parts.map((part) => Buffer.from(part))) as never, { ContentLength: 18 });
    expect(await text('streamed')).toBe('first second third');
  });

  test('is read in ranges', async () => {
    await put('digits', '0123456789');
    expect(await text('digits', { Range: 'bytes=2-4' })).toBe('234');
    expect(await text('digits', { Range: 'bytes=7-' })).toBe('789');
    expect(await text('digits', { Range: 'bytes=-3' })).toBe('789');
    expect(await text('digits', { Range: 'bytes=8-99' })).toBe('89');
    const part = await s3.send(new GetObjectCommand({ Bucket, Key: 'digits', Range: 'bytes=0-0' }));
    expect(part).toMatchObject({ ContentRange: 'bytes 0-0/10', $metadata: { httpStatusCode: 206 } });
    await expect(text('digits', { Range: 'bytes=10-' })).rejects.toMatchObject({ name: 'InvalidRange' });
  });

  test('that is not there is told apart from a bucket that is not there', async () => {
    await expect(text('nothing')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(s3.send(new HeadObjectCommand({ Bucket, Key: 'nothing' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
    const get = new GetObjectCommand({ Bucket: 'nowhere', Key: 'nothing' });
    await expect(s3.send(get)).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });

  test('is written once where If-None-Match says so', async () => {
    await put('once', 'first', { IfNoneMatch: '*' });
    await expect(put('once', 'second', { IfNoneMatch: '*' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
      $metadata: { httpStatusCode: 412 },
    });
    expect(await text('once')).toBe('first');
    await put('once', 'third');
    expect(await text('once')).toBe('third');
    await expect(put('once', 'fourth', { IfNoneMatch: '"etag"' })).rejects.toMatchObject({ name: 'NotImplemented' });
  });

  test('is changed only from the state that If-Match names', async () => {
    const { ETag } = await put('state', 'one');
    await put('state', 'two', { IfMatch: ETag });
    await expect(put('state', 'three', { IfMatch: ETag })).rejects.toMatchObject({ name: 'PreconditionFailed' });
  });

  test('is refused when it is not what its checksum says', async () => {
    const sha256 = (body: string): string => createHash('sha256').update(body).digest('base64');
    await put('sum', 'body', { ChecksumSHA256: sha256('body') });
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'sum', ChecksumMode: 'ENABLED' }));
    expect(got.ChecksumSHA256).toBe(sha256('body'));
    await expect(put('sum', 'body', { ChecksumSHA256: sha256('other') })).rejects.toMatchObject({ name: 'BadDigest' });
    const wrong = createHash('md5').update('other').digest('base64');
    await expect(put('sum', 'body', { ContentMD5: wrong })).rejects.toMatchObject({ name: 'BadDigest' });
  });
});

describe('a bucket', () => {
  test('is its owner’s only', async () => {
    await put('secret', 'x');
    const other = clientsOf(lab, await assumed(lab)).s3;
    const calls = [
      () => other.send(new GetObjectCommand({ Bucket, Key: 'secret' })),
      () => other.send(new PutObjectCommand({ Bucket, Key: 'secret', Body: 'y' })),
      () => other.send(new ListObjectsV2Command({ Bucket })),
      () => other.send(new DeleteObjectCommand({ Bucket, Key: 'secret' })),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject({ name: 'AccessDenied' });
    expect((await other.send(new ListBucketsCommand({}))).Buckets ?? []).toEqual([]);
    expect(await text('secret')).toBe('x');
    const owned = new GetObjectCommand({ Bucket, Key: 'secret', ExpectedBucketOwner: '999999999999' });
    await expect(s3.send(owned)).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  test('answers in its own Region', async () => {
    const far = clientsOf(lab, lab.centralCredentials, virginia).s3;
    await expect(far.send(new ListObjectsV2Command({ Bucket }))).rejects.toMatchObject({
      name: 'AuthorizationHeaderMalformed',
    });
    const { LocationConstraint } = await far.send(new GetBucketLocationCommand({ Bucket }));
    expect(LocationConstraint).toBe(seoul);
    await s3.send(new HeadBucketCommand({ Bucket }));
  });

  test('is created once, in the Region that is called', async () => {
    const create = (LocationConstraint?: 'ap-northeast-2' | 'eu-west-1') =>
      s3.send(
        new CreateBucketCommand({
          Bucket: 'second-bucket',
          ...(LocationConstraint ? { CreateBucketConfiguration: { LocationConstraint } } : {}),
        }),
      );
    await expect(create('eu-west-1')).rejects.toMatchObject({ name: 'IllegalLocationConstraintException' });
    await create(seoul as 'ap-northeast-2');
    await expect(create(seoul as 'ap-northeast-2')).rejects.toMatchObject({ name: 'BucketAlreadyOwnedByYou' });
    const { Buckets } = await s3.send(new ListBucketsCommand({}));
    expect(Buckets?.map((bucket) => bucket.Name)).toEqual(['exchange', 'second-bucket']);
  });
});

describe('a list', () => {
  const Prefix = 'list/';
  beforeAll(async () => {
    for (const name of ['b/2', 'a', 'b/1', 'c', 'z/1', 'ä']) await put(`${Prefix}${name}`, name);
  });

  test('comes in byte order, in pages bound to their request', async () => {
    const pages: (string | undefined)[][] = [];
    for await (const page of paginateListObjectsV2({ client: s3, pageSize: 4 }, { Bucket, Prefix })) {
      pages.push((page.Contents ?? []).map((object) => object.Key?.slice(Prefix.length)));
    }
    expect(pages).toEqual([
      ['a', 'b/1', 'b/2', 'c'],
      ['z/1', 'ä'],
    ]);
    const first = await s3.send(new ListObjectsV2Command({ Bucket, Prefix, MaxKeys: 1 }));
    expect(first).toMatchObject({ IsTruncated: true, KeyCount: 1 });
    const { NextContinuationToken: ContinuationToken } = first;
    const other = new ListObjectsV2Command({ Bucket, Prefix: 'other/', ContinuationToken });
    await expect(s3.send(other)).rejects.toMatchObject({ name: 'InvalidArgument' });
  });

  test('rolls up what goes on after the delimiter', async () => {
    const input = { Bucket, Prefix, Delimiter: '/' };
    const all = await s3.send(new ListObjectsV2Command(input));
    expect(all.Contents?.map((object) => object.Key)).toEqual(['list/a', 'list/c', 'list/ä']);
    expect(all.CommonPrefixes?.map((one) => one.Prefix)).toEqual(['list/b/', 'list/z/']);
    const two = await s3.send(new ListObjectsV2Command({ ...input, MaxKeys: 2 }));
    expect(two.CommonPrefixes?.map((one) => one.Prefix)).toEqual(['list/b/']);
    const rest = await s3.send(new ListObjectsV2Command({ ...input, ContinuationToken: two.NextContinuationToken }));
    expect(rest.Contents?.map((object) => object.Key)).toEqual(['list/c', 'list/ä']);
    expect(rest.CommonPrefixes?.map((one) => one.Prefix)).toEqual(['list/z/']);
  });

  test('shrinks as objects are deleted', async () => {
    await s3.send(new DeleteObjectCommand({ Bucket, Key: `${Prefix}a` }));
    const Objects = [{ Key: `${Prefix}b/1` }, { Key: `${Prefix}never` }];
    const { Deleted } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    expect(Deleted).toHaveLength(2);
    const { KeyCount } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix }));
    expect(KeyCount).toBe(4);
  });
});

test('versions are kept from the moment they are asked for', async () => {
  const versioning = (Status: 'Enabled' | 'Suspended') =>
    s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status } }));
  await versioning('Suspended');
  await put('versioned', 'zero');
  await versioning('Enabled');
  const one = await put('versioned', 'one');
  await put('versioned', 'two');
  expect(await text('versioned')).toBe('two');
  expect(await text('versioned', { VersionId: String(one.VersionId) })).toBe('one');
  expect(await text('versioned', { VersionId: 'null' })).toBe('zero');
  const { DeleteMarker } = await s3.send(new DeleteObjectCommand({ Bucket, Key: 'versioned' }));
  expect(DeleteMarker).toBe(true);
  await expect(text('versioned')).rejects.toMatchObject({ name: 'NoSuchKey' });
  const listed = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix: 'versioned' }));
  expect(listed.Versions).toHaveLength(3);
  expect(listed.DeleteMarkers).toMatchObject([{ IsLatest: true }]);
  const page = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix: 'versioned', MaxKeys: 2 }));
  const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page;
  const rest = new ListObjectVersionsCommand({ Bucket, Prefix: 'versioned', KeyMarker, VersionIdMarker });
  expect((await s3.send(rest)).Versions).toHaveLength(2);
  await expect(put('versioned', 'three', { IfNoneMatch: '*' })).resolves.toBeDefined();
});
