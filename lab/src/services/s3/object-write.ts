// S3's writes: objects put and deleted, only once where the request says so.
import { AwsError } from '../../endpoint/contract.ts';
import type { Call, Handlers, Shape } from '../../endpoint/contract.ts';
import { bucketOf, currentOf, dropKey, etagOf, nextVersionId, putVersion, trimBody } from './bucket.ts';
import type { Bucket, ObjectVersion, S3State } from './bucket.ts';
import { lockAsked, requireUnlocked } from './object-lock.ts';

const checksumMembers = [
  'ChecksumCRC32',
  'ChecksumCRC32C',
  'ChecksumCRC64NVME',
  'ChecksumSHA1',
  'ChecksumSHA256',
] as const;
/** A key is at most 1,024 bytes, a single upload at most 5 GB (S3 user guide). */
const keyBytesMax = 1024;

function preconditionFailed(condition: string): AwsError {
  return new AwsError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412, {
    Condition: condition,
  });
}

function requireConditions(bucket: Bucket, input: Shape): void {
  const current = currentOf(bucket, input.Key);
  if (input.IfNoneMatch !== undefined) {
    if (input.IfNoneMatch !== '*') {
      const text = 'A header you provided implies functionality that is not implemented';
      throw new AwsError('NotImplemented', text, 501, { Header: 'If-None-Match' });
    }
    if (current) throw preconditionFailed('If-None-Match');
  }
  if (input.IfMatch === undefined) return;
  if (!current) throw new AwsError('NoSuchKey', 'The specified key does not exist.', 404, { Key: input.Key });
  if (current.etag.replaceAll('"', '') !== String(input.IfMatch).replaceAll('"', ''))
    throw preconditionFailed('If-Match');
}

function requireLength(call: Call): void {
  if (call.headers['content-length'] !== undefined) return;
  throw new AwsError('MissingContentLength', 'You must provide the Content-Length HTTP header.', 411);
}

/** Checksums of the request, its trailers included, by their member names. */
function checksumsOf(call: Call): Record<string, string> {
  const found = checksumMembers.flatMap((member) => {
    const value = call.headers[`x-amz-checksum-${member.slice('Checksum'.length).toLowerCase()}`];
    return value === undefined ? [] : [[member, value] as const];
  });
  return Object.fromEntries(found);
}

function store(state: S3State, bucket: Bucket, input: Shape, call: Call): ObjectVersion {
  const key = String(input.Key);
  if (Buffer.byteLength(key) > keyBytesMax) throw new AwsError('KeyTooLongError', 'Your key is too long', 400);
  const body = call.body;
  const lock = lockAsked(bucket, input, state.clock.now());
  const version: ObjectVersion = {
    key,
    versionId: nextVersionId(state, bucket),
    kept: state.stretches.fold(trimBody(body)),
    sizeBytes: body.length,
    etag: etagOf(body),
    modifiedAt: new Date(state.clock.now()),
    deleteMarker: false,
    contentType: input.ContentType,
    contentEncoding: input.ContentEncoding,
    cacheControl: input.CacheControl,
    metadata: input.Metadata ?? {},
    checksums: checksumsOf(call),
    ...(lock === undefined ? {} : { lock }),
    ...(input.SSEKMSKeyId === undefined ? {} : { kmsKeyId: String(input.SSEKMSKeyId) }),
  };
  putVersion(bucket, version);
  state.onCreated(bucket, version, call);
  return version;
}

const shownId = (bucket: Bucket, version: ObjectVersion): string | undefined =>
  bucket.versioning === undefined ? undefined : version.versionId;

/** Deletes one version for good, or lays a marker over the key, or drops it where no versions are kept. */
function remove(state: S3State, bucket: Bucket, key: string, versionId: string | undefined, bypass: unknown): Shape {
  const versions = bucket.objects.get(key) ?? [];
  if (versionId !== undefined) {
    const gone = versions.find((version) => version.versionId === versionId);
    requireUnlocked(gone, state.clock.now(), bypass);
    const kept = versions.filter((version) => version !== gone);
    if (kept.length === 0) dropKey(bucket, key);
    else bucket.objects.set(key, kept);
    return { VersionId: versionId, ...(gone?.deleteMarker ? { DeleteMarker: true } : {}) };
  }
  if (bucket.versioning === undefined) {
    dropKey(bucket, key);
    return {};
  }
  const marker: ObjectVersion = {
    ...{ key, versionId: nextVersionId(state, bucket), kept: [], sizeBytes: 0, etag: '' },
    ...{ modifiedAt: new Date(state.clock.now()), deleteMarker: true, metadata: {}, checksums: {} },
    ...{ contentType: undefined, contentEncoding: undefined, cacheControl: undefined },
  };
  putVersion(bucket, marker);
  return { DeleteMarker: true, VersionId: marker.versionId };
}

/** The handlers; the endpoint has already compared the body with the checksums sent. */
export function objectWriteHandlers(state: S3State): Handlers {
  return {
    PutObject: (input, call) => {
      const bucket = bucketOf(state, input, call);
      requireLength(call);
      requireConditions(bucket, input);
      const version = store(state, bucket, input, call);
      return { ETag: version.etag, VersionId: shownId(bucket, version), ...version.checksums };
    },

    PostObject: (input, call) => {
      const bucket = bucketOf(state, input, call);
      const version = store(state, bucket, input, call);
      return { ETag: version.etag };
    },

    DeleteObject: (input, call) =>
      remove(state, bucketOf(state, input, call), input.Key, input.VersionId, input.BypassGovernanceRetention),

    DeleteObjects: (input, call) => {
      const bucket = bucketOf(state, input, call);
      const objects: Shape[] = input.Delete?.Objects ?? [];
      if (objects.length === 0 || objects.length > 1000) {
        throw new AwsError('MalformedXML', 'The XML you provided was not well-formed or did not validate.', 400);
      }
      const Errors: Shape[] = [];
      const deleted = objects.flatMap((object) => {
        let done: Shape;
        try {
          done = remove(state, bucket, object.Key, object.VersionId, input.BypassGovernanceRetention);
        } catch (error) {
          if (!(error instanceof AwsError) || error.code !== 'AccessDenied') throw error;
          Errors.push({ Key: object.Key, VersionId: object.VersionId, Code: error.code, Message: error.message });
          return [];
        }
        return [
          {
            Key: object.Key,
            VersionId: object.VersionId,
            ...(done.DeleteMarker ? { DeleteMarker: true, DeleteMarkerVersionId: done.VersionId } : {}),
          },
        ];
      });
      return { Deleted: input.Delete.Quiet === true ? [] : deleted, Errors };
    },
  };
}
