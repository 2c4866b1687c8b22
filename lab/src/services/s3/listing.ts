// S3's lists: current objects, and all versions; by prefix and delimiter, 1,000 a page.
import { AwsError } from '../../endpoint/contract.ts';
import type { Call, Handlers, Shape } from '../../endpoint/contract.ts';
import { tokenOpen, tokenSeal } from '../paging.ts';
import { bucketOf, compareKeys, currentOf, placeOf } from './bucket.ts';
import type { Bucket, ObjectVersion, S3State } from './bucket.ts';

/** At most 1,000 a page whatever is asked (S3 API reference). */
const pageSizeMax = 1000;

interface Entry {
  /** The key, or for rolled-up keys their common prefix. */
  readonly name: string;
  readonly version?: ObjectVersion;
}

/** Keys below the prefix; those that go on after a delimiter are rolled up into one entry. */
function* entriesOf(versions: Iterable<ObjectVersion>, prefix: string, delimiter: string): Generator<Entry> {
  let rolled: string | undefined;
  for (const version of versions) {
    const { key } = version;
    const cut = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    const name = cut < 0 ? key : key.slice(0, cut + delimiter.length);
    // Keys come in order, so that those of one prefix stand together.
    if (cut >= 0 && name === rolled) continue;
    rolled = cut < 0 ? undefined : name;
    yield cut < 0 ? { name, version } : { name };
  }
}

/** The bucket's keys below a prefix that do not come before `from`, in S3's order. */
function* keysBelow(bucket: Bucket, prefix: string, from: string): Generator<string> {
  for (let index = placeOf(bucket, compareKeys(from, prefix) > 0 ? from : prefix); ; index += 1) {
    const key = bucket.keys[index];
    if (key === undefined || !key.startsWith(prefix)) return;
    yield key;
  }
}

/** As many as are asked for, and whether there are more. */
function taken(entries: Iterable<Entry>, count: number): { readonly shown: readonly Entry[]; readonly more: boolean } {
  const shown: Entry[] = [];
  for (const entry of entries) {
    if (shown.length === count) return { shown, more: true };
    shown.push(entry);
  }
  return { shown, more: false };
}

function pageSize(asked: unknown): number {
  if (asked === undefined) return pageSizeMax;
  if (typeof asked !== 'number' || asked < 0) throw new AwsError('InvalidArgument', 'Invalid max-keys', 400);
  return Math.min(asked, pageSizeMax);
}

/** With `EncodingType: url` the names are escaped, because XML cannot hold every key. */
function namer(input: Shape): (name: string) => string {
  return input.EncodingType === 'url' ? (name) => encodeURIComponent(name).replaceAll('%2F', '/') : (name) => name;
}

function listedView(version: ObjectVersion, name: (name: string) => string): Shape {
  return {
    Key: name(version.key),
    Size: version.sizeBytes,
    ETag: version.etag,
    LastModified: version.modifiedAt,
    StorageClass: 'STANDARD',
  };
}

function listObjects(state: S3State, input: Shape, call: Call): Shape {
  const bucket = bucketOf(state, input, call);
  const name = namer(input);
  const refuse = (): AwsError => new AwsError('InvalidArgument', 'The continuation token provided is incorrect', 400);
  const resumed = tokenOpen({ call, input, token: input.ContinuationToken, refuse });
  const after = resumed ?? input.StartAfter ?? '';
  const prefix: string = input.Prefix ?? '';
  function* left(): Generator<Entry> {
    const current = function* (): Generator<ObjectVersion> {
      for (const key of keysBelow(bucket, prefix, after)) {
        const version = currentOf(bucket, key);
        if (version) yield version;
      }
    };
    for (const entry of entriesOf(current(), prefix, input.Delimiter ?? '')) {
      if (compareKeys(entry.name, after) > 0) yield entry;
    }
  }
  const { shown, more: cut } = taken(left(), pageSize(input.MaxKeys));
  const last = shown.at(-1);
  const more = cut && last !== undefined;
  return {
    Name: bucket.name,
    Prefix: name(input.Prefix ?? ''),
    Delimiter: input.Delimiter,
    EncodingType: input.EncodingType,
    StartAfter: input.StartAfter,
    ContinuationToken: input.ContinuationToken,
    MaxKeys: input.MaxKeys ?? pageSizeMax,
    KeyCount: shown.length,
    IsTruncated: more,
    NextContinuationToken: more ? tokenSeal(call, input, last.name) : undefined,
    Contents: shown.flatMap(({ version }) => (version ? [listedView(version, name)] : [])),
    CommonPrefixes: shown.flatMap((entry) => (entry.version ? [] : [{ Prefix: name(entry.name) }])),
  };
}

function listVersions(state: S3State, input: Shape, call: Call): Shape {
  const bucket = bucketOf(state, input, call);
  const name = namer(input);
  const prefix: string = input.Prefix ?? '';
  // Newest first within a key.
  const versions = [...keysBelow(bucket, prefix, prefix)].flatMap((key) =>
    (bucket.objects.get(key) ?? []).toReversed(),
  );
  const entries = [...entriesOf(versions, prefix, input.Delimiter ?? '')];
  const { KeyMarker: keyMarker = '', VersionIdMarker: versionMarker } = input;
  const marked = entries.findIndex(
    (entry) => entry.name === keyMarker && entry.version?.versionId === versionMarker && versionMarker !== undefined,
  );
  const left =
    marked >= 0 ? entries.slice(marked + 1) : entries.filter((entry) => compareKeys(entry.name, keyMarker) > 0);
  const shown = left.slice(0, pageSize(input.MaxKeys));
  const last = shown.at(-1);
  const more = last !== undefined && shown.length < left.length;
  const listed = shown.flatMap(({ version }) => (version ? [version] : []));
  const view = (version: ObjectVersion): Shape => ({
    ...listedView(version, name),
    VersionId: version.versionId,
    IsLatest: bucket.objects.get(version.key)?.at(-1) === version,
  });
  return {
    Name: bucket.name,
    Prefix: name(input.Prefix ?? ''),
    MaxKeys: input.MaxKeys ?? pageSizeMax,
    IsTruncated: more,
    KeyMarker: keyMarker,
    NextKeyMarker: more ? name(last.name) : undefined,
    NextVersionIdMarker: more ? last.version?.versionId : undefined,
    Versions: listed.filter((version) => !version.deleteMarker).map(view),
    DeleteMarkers: listed
      .filter((version) => version.deleteMarker)
      .map(view)
      .map(({ Key, VersionId, IsLatest, LastModified }) => ({ Key, VersionId, IsLatest, LastModified })),
    CommonPrefixes: shown.flatMap((entry) => (entry.version ? [] : [{ Prefix: name(entry.name) }])),
  };
}

/** The handlers. */
export function listingHandlers(state: S3State): Handlers {
  return {
    ListObjectsV2: (input, call) => listObjects(state, input, call),
    ListObjectVersions: (input, call) => listVersions(state, input, call),
  };
}
