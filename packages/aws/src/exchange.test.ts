// The exchange against broken and refusing buckets: listings are whole or have a gap, reading never ends quietly.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cannedEndpoint, central, openCanned, region, xmlError } from './testing/canned-endpoint.ts';
import type { CannedEndpoint } from './testing/canned-endpoint.ts';

let endpoint: CannedEndpoint;
beforeEach(async () => {
  endpoint = await cannedEndpoint(process.env);
});
afterEach(() => endpoint.close());

const object = (key: string) =>
  `<Contents><Key>${key}</Key><Size>5</Size><LastModified>2026-01-02T03:04:05.000Z</LastModified><ETag>"e"</ETag></Contents>`;
const listing = (inside: string, next = '') => ({
  body: `<ListBucketResult><IsTruncated>${next !== ''}</IsTruncated>${next && `<NextContinuationToken>${next}</NextContinuationToken>`}${inside}</ListBucketResult>`,
});

test('lists all pages', async () => {
  const { exchange } = await openCanned(endpoint);
  endpoint.on('GET', listing(object('r/1'), 'n'), listing(object('r/2')));
  const seen = await exchange.results('r/');
  expect(seen.gaps).toEqual([]);
  expect(seen.items[1]).toEqual({ key: 'r/2', sizeBytes: 5, writtenAt: '2026-01-02T03:04:05.000Z', etag: '"e"' });
});

test('an empty listing is empty, an empty answer is a gap', async () => {
  const { exchange } = await openCanned(endpoint);
  endpoint.on('GET', listing(''), { body: '' });
  expect(await exchange.results('r/')).toEqual({ items: [], gaps: [] });
  expect((await exchange.results('r/')).gaps).toMatchObject([
    { accountId: central, region, call: 's3:ListBucket', code: 'MalformedAnswer' },
  ]);
});

test('a listing that stops in the middle keeps its objects beside the gap', async () => {
  const { exchange } = await openCanned(endpoint);
  endpoint.on('GET', listing(object('r/1'), 'n'), {
    ...listing(''),
    status: 503,
    body: '<Error><Code>SlowDown</Code></Error>',
  });
  const seen = await exchange.results('r/');
  expect(seen.items.map((one) => one.key)).toEqual(['r/1']);
  expect(seen.gaps).toMatchObject([{ code: 'SlowDown' }]);
});

test('without an identity the listing is a gap', async () => {
  const { exchange } = await openCanned(endpoint);
  endpoint.on('GetCallerIdentity', xmlError('ExpiredToken'));
  expect((await exchange.results('r/')).gaps).toMatchObject([{ call: 'sts:GetCallerIdentity', code: 'ExpiredToken' }]);
});

test('a refused script or object throws with its gap', async () => {
  const { exchange } = await openCanned(endpoint);
  const body = '<Error><Code>AccessDenied</Code><Message>no</Message></Error>';
  endpoint.on('PUT', { status: 403, body });
  endpoint.on('GET', { status: 403, body });
  const gap = { accountId: central, code: 'AccessDenied' };
  await expect(exchange.scriptPut('s/1', 'echo')).rejects.toMatchObject({
    code: 'call-failed',
    gap: { ...gap, missingPermission: 's3:PutObject' },
  });
  await expect(exchange.resultRead('r/1')).rejects.toMatchObject({
    code: 'call-failed',
    gap: { ...gap, missingPermission: 's3:GetObject' },
  });
});

test('URLs are for the bucket in the path of a custom endpoint, and have the shape that it tells', async () => {
  const { exchange } = await openCanned(endpoint);
  const { script, result, tls } = exchange.urlShape;
  expect(tls).toBe(false);
  expect(await exchange.scriptUrl('v1/a.sh', 60)).toMatch(new RegExp(script));
  const put = await exchange.resultUrl('v1/r.tar.gz', 1_024, 60);
  expect(put).toMatch(new RegExp(result));
  expect(put.startsWith(`${endpoint.url}/exchange/v1/r.tar.gz?`)).toBe(true);
});

test('keys of the environment do not expire', async () => {
  const { exchange } = await openCanned(endpoint);
  expect(await exchange.credentialSeconds()).toBeNull();
});

test('an object is what S3 says of it when it hands it out; one that is not there is none', async () => {
  const { exchange } = await openCanned(endpoint);
  const headers = { 'last-modified': 'Fri, 02 Jan 2026 03:04:05 GMT', etag: '"e"', 'content-length': '5' };
  endpoint.on(
    'GET',
    { body: 'bytes', headers },
    { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' },
    { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' },
    { body: 'bytes' },
  );
  const opened = await exchange.resultOpen('r/1');
  const object = { key: 'r/1', sizeBytes: 5, writtenAt: '2026-01-02T03:04:05.000Z', etag: '"e"' };
  expect(opened?.object).toEqual(object);
  const read: Uint8Array[] = [];
  for await (const part of opened?.source ?? []) read.push(part);
  expect(Buffer.concat(read).toString()).toBe('bytes');
  expect(await exchange.resultOpen('r/1')).toBeNull();
  await expect(exchange.resultOpen('r/1')).rejects.toMatchObject({ gap: { missingPermission: 's3:GetObject' } });
  await expect(exchange.resultOpen('r/1')).rejects.toMatchObject({ gap: { code: 'MalformedAnswer' } });
});
