// S3's reads of one object: whole, a range of it, or its head.
import { AwsError } from '../../endpoint/contract.ts';
import type { Call, Handlers, Shape } from '../../endpoint/contract.ts';
import { bodyOf, bucketOf } from './bucket.ts';
import type { Bucket, ObjectVersion, S3State } from './bucket.ts';
import { lockShown } from './object-lock.ts';

/** The version meant; HEAD has no body for an error, so its 404 is called NotFound. */
function versionOf(bucket: Bucket, input: Shape, call: Call): ObjectVersion {
  const versions = bucket.objects.get(String(input.Key)) ?? [];
  const asked = input.VersionId;
  const found = asked === undefined ? versions.at(-1) : versions.find((version) => version.versionId === asked);
  if (found && !found.deleteMarker) return found;
  if (call.operation === 'HeadObject') throw new AwsError('NotFound', 'Not Found', 404);
  if (found && asked !== undefined) {
    throw new AwsError('MethodNotAllowed', 'The specified method is not allowed against this resource.', 405);
  }
  if (asked !== undefined) throw new AwsError('NoSuchVersion', 'The specified version does not exist.', 404);
  throw new AwsError('NoSuchKey', 'The specified key does not exist.', 404, { Key: String(input.Key) });
}

function requireConditions(version: ObjectVersion, input: Shape): void {
  const bare = (etag: unknown): string => String(etag).replaceAll('"', '');
  if (input.IfMatch !== undefined && bare(input.IfMatch) !== bare(version.etag)) {
    throw new AwsError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412);
  }
  if (input.IfNoneMatch !== undefined && bare(input.IfNoneMatch) === bare(version.etag)) {
    throw new AwsError('NotModified', 'Not Modified', 304);
  }
}

/** First and last byte asked for; null where the whole object is. Ranges S3 does not understand are ignored by it. */
function rangeOf(range: unknown, sizeBytes: number): readonly [number, number] | null {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(String(range ?? '')) ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  const start = first === '' ? Math.max(0, sizeBytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  if (start > end) throw new AwsError('InvalidRange', 'The requested range is not satisfiable', 416);
  return [start, end];
}

function headOf(bucket: Bucket, version: ObjectVersion, input: Shape): Shape {
  return {
    AcceptRanges: 'bytes',
    ContentLength: version.sizeBytes,
    ContentType: input.ResponseContentType ?? version.contentType ?? 'binary/octet-stream',
    ContentEncoding: version.contentEncoding,
    CacheControl: version.cacheControl,
    ETag: version.etag,
    LastModified: version.modifiedAt,
    Metadata: version.metadata,
    ServerSideEncryption: 'AES256',
    VersionId: bucket.versioning === undefined ? undefined : version.versionId,
  };
}

interface Read {
  readonly version: ObjectVersion;
  readonly range: readonly [number, number] | null;
  /** Everything of the answer but the body. */
  readonly answer: Shape;
}

function read(state: S3State, input: Shape, call: Call): Read {
  const bucket = bucketOf(state, input, call);
  const version = versionOf(bucket, input, call);
  requireConditions(version, input);
  const range = rangeOf(input.Range, version.sizeBytes);
  // Shown only to who may see it (S3 API reference, HeadObject).
  const seesLock =
    version.lock !== undefined &&
    state.permits(call, 's3:GetObjectRetention', `arn:aws:s3:::${bucket.name}/${version.key}`);
  const head = { ...headOf(bucket, version, input), ...(seesLock ? lockShown(version) : {}) };
  if (range === null) {
    const sums = input.ChecksumMode === 'ENABLED' ? version.checksums : {};
    return { version, range, answer: { ...head, ...sums } };
  }
  // A part has no checksum of its own, so that of the whole would mislead.
  const [start, end] = range;
  const ContentRange = `bytes ${start}-${end}/${version.sizeBytes}`;
  return { version, range, answer: { ...head, ContentLength: end - start + 1, ContentRange } };
}

/** The handlers. */
export function objectReadHandlers(state: S3State): Handlers {
  return {
    HeadObject: (input, call) => read(state, input, call).answer,
    GetObject: (input, call) => {
      const { version, range, answer } = read(state, input, call);
      const [start, end] = range ?? [0, version.sizeBytes - 1];
      return { ...answer, Body: bodyOf(version).subarray(start, end + 1) };
    },
  };
}
