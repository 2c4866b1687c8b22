// A bucket and its objects with their versions, kept in memory.
import { createHash } from 'node:crypto';
import { AwsError } from '../../endpoint/contract.ts';
import type { Call, LabClock, Shape } from '../../endpoint/contract.ts';
import type { BucketPolicy } from './bucket-policy.ts';
import type { Seeded } from '../../world/seeded.ts';
import type { Stretches } from './stretches.ts';

export interface ObjectLock {
  readonly mode: 'GOVERNANCE' | 'COMPLIANCE';
  readonly until: Date;
}

export interface ObjectVersion {
  readonly key: string;
  /** `null` is S3's own name for the version of an unversioned object. */
  readonly versionId: string;
  /** In parts, without the zeros it ends in: padded uploads would fill the memory. */
  readonly kept: readonly Buffer[];
  readonly sizeBytes: number;
  /** Quoted MD5. */
  readonly etag: string;
  readonly modifiedAt: Date;
  readonly deleteMarker: boolean;
  readonly contentType: string | undefined;
  readonly contentEncoding: string | undefined;
  readonly cacheControl: string | undefined;
  readonly metadata: Readonly<Record<string, string>>;
  /** Checksum members of PutObject that came with the body, such as ChecksumSHA256. */
  readonly checksums: Readonly<Record<string, string>>;
  readonly lock?: ObjectLock;
  /** The key of KMS that it was encrypted with, as the request named it. */
  readonly kmsKeyId?: string;
}

export interface Bucket {
  readonly name: string;
  readonly ownerId: string;
  readonly region: string;
  readonly createdAt: Date;
  versioning: 'Enabled' | 'Suspended' | undefined;
  /** Whom it tells of its objects, as GetBucketNotificationConfiguration shows it. */
  notifications: Shape;
  policy: BucketPolicy | undefined;
  /** Whether its objects can be locked: said when it is made. */
  readonly objectLock: boolean;
  /** Versions of each key, oldest first. */
  readonly objects: Map<string, ObjectVersion[]>;
  /** The same keys, as S3 sorts them. */
  readonly keys: string[];
}

export interface S3State {
  readonly buckets: Map<string, Bucket>;
  readonly clock: LabClock;
  readonly seeded: Seeded;
  readonly stretches: Stretches;
  readonly onCreated: OnCreated;
  readonly permits: Permits;
}

/** Whether a caller may also do something that only adds to an answer. */
export type Permits = (call: Call, action: string, resource: string) => boolean;

/** Told of every object that was written. */
export type OnCreated = (bucket: Bucket, version: ObjectVersion, call: Call) => void;

/** An empty bucket. */
export function newBucket(name: string, ownerId: string, region: string, at: number, objectLock = false): Bucket {
  const empty = { objects: new Map<string, ObjectVersion[]>(), keys: [] };
  // A bucket with Object Lock keeps versions from the start.
  return {
    name,
    ownerId,
    region,
    createdAt: new Date(at),
    versioning: objectLock ? 'Enabled' : undefined,
    policy: undefined,
    notifications: {},
    objectLock,
    ...empty,
  };
}

/** The bucket a call may use, of the owner it expects and signed for its Region; who may use it the guard has decided. */
export function bucketOf(state: S3State, input: Shape, call: Call): Bucket {
  const bucket = state.buckets.get(String(input.Bucket));
  if (!bucket) {
    throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404, {
      BucketName: String(input.Bucket),
    });
  }
  const strange = input.ExpectedBucketOwner !== undefined && input.ExpectedBucketOwner !== bucket.ownerId;
  if (strange) throw new AwsError('AccessDenied', 'Access Denied', 403);
  if (bucket.region !== call.region && call.operation !== 'GetBucketLocation') {
    throw new AwsError(
      'AuthorizationHeaderMalformed',
      `The authorization header is malformed; the region '${call.region}' is wrong; expecting '${bucket.region}'`,
      400,
      { Region: bucket.region },
    );
  }
  return bucket;
}

const noZeros = Buffer.alloc(65_536);

/** A body without the zeros it ends in. */
export function trimBody(body: Buffer): Buffer {
  let end = body.length;
  // A block at a time first: most of a padded upload is zeros.
  while (end >= noZeros.length && body.subarray(end - noZeros.length, end).equals(noZeros)) end -= noZeros.length;
  while (end > 0 && body[end - 1] === 0) end -= 1;
  return body.subarray(0, end);
}

/** The body as it was sent. */
export function bodyOf(version: ObjectVersion): Buffer {
  const body = Buffer.alloc(version.sizeBytes);
  let at = 0;
  for (const part of version.kept) at += part.copy(body, at);
  return body;
}

export const etagOf = (body: Buffer): string => `"${createHash('md5').update(body).digest('hex')}"`;

/** What a plain read of a key finds: nothing where it was never written or its newest version is a delete marker. */
export function currentOf(bucket: Bucket, key: string): ObjectVersion | undefined {
  const newest = bucket.objects.get(key)?.at(-1);
  return newest?.deleteMarker ? undefined : newest;
}

/** Puts a version on top: beside the old ones where the bucket keeps versions, else in their place. */
export function putVersion(bucket: Bucket, version: ObjectVersion): void {
  const old = bucket.objects.get(version.key) ?? [];
  const kept = bucket.versioning === 'Enabled' ? old : old.filter((one) => one.versionId !== version.versionId);
  if (!bucket.objects.has(version.key)) bucket.keys.splice(placeOf(bucket, version.key), 0, version.key);
  bucket.objects.set(version.key, [...kept, version]);
}

/** The version id a write gets now: fresh where versions are kept, else `null`. */
export function nextVersionId(state: S3State, bucket: Bucket): string {
  return bucket.versioning === 'Enabled' ? state.seeded.word(state.seeded.fresh('version'), 32) : 'null';
}

/** Takes a key and all its versions away. */
export function dropKey(bucket: Bucket, key: string): void {
  if (bucket.objects.delete(key)) bucket.keys.splice(placeOf(bucket, key), 1);
}

/** Where a key stands among the bucket's, or would. */
export function placeOf(bucket: Bucket, key: string): number {
  let [low, high] = [0, bucket.keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareKeys(bucket.keys[middle] ?? '', key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** S3 sorts by bytes of UTF-8; JavaScript compares text in the same order as long as nothing lies above the surrogates. */
export function compareKeys(a: string, b: string): number {
  if (!/[\ud800-\uffff]/.test(a) && !/[\ud800-\uffff]/.test(b)) return a < b ? -1 : a > b ? 1 : 0;
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
