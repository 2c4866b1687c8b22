// S3's lists: current objects, and all versions; by prefix and delimiter, 1,000 a page.
import { AwsError } from '../../endpoint/contract.ts';
import type { Call, Handlers, Shape } from '../../endpoint/contract.ts';
import { tokenOpen, tokenSeal } from '../paging.ts';
import { bucketOf, compareKeys, currentOf } from './bucket.ts';
import type { ObjectVersion, S3State } from './bucket.ts';

/** At most 1,000 a page whatever is asked (S3 API reference). */
const pageSizeMax = 1000;

interface Entry {
  /** The key, or for rolled-up keys their common prefix. */
  readonly name: string;
  readonly version?: ObjectVersion;
}

/** Keys below the prefix; those that go on after a delimiter are rolled up into one entry. */
function entriesOf(versions: readonly ObjectVersion[], prefix: string, delimiter: string): Entry[] {
  const prefixes = new Set<string>();
  return versions.flatMap((version): Entry[] => {
    const { key } = version;
    if (!key.startsWith(prefix)) return [];
    const cut = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    if (cut < 0) return [{ name: key, version }];
    const name = key.slice(0, cut + delimiter.length);
    if (prefixes.has(name)) return [];
    prefixes.add(name);
    return [{ name }];
  });
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
  const versions = [...bucket.objects.keys()].sort(compareKeys).flatMap((key) => currentOf(bucket, key) ?? []);
  const left = entriesOf(versions, input.Prefix ?? '', input.Delimiter ?? '').filter(
    (entry) => compareKeys(entry.name, after) > 0,
  );
  const shown = left.slice(0, pageSize(input.MaxKeys));
  const last = shown.at(-1);
  const more = last !== undefined && shown.length < left.length;
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
  // Newest first within a key.
  const versions = [...bucket.objects.keys()]
    .sort(compareKeys)
    .flatMap((key) => (bucket.objects.get(key) ?? []).toReversed());
  const entries = entriesOf(versions, input.Prefix ?? '', input.Delimiter ?? '');
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
