// The document: made, found unchanged, given a new version, shared in batches, or a gap that says why not.
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cannedEndpoint, central, json, jsonError, openCanned, region } from './testing/canned-endpoint.ts';
import type { CannedEndpoint } from './testing/canned-endpoint.ts';

let endpoint: CannedEndpoint;
beforeEach(async () => {
  endpoint = await cannedEndpoint(process.env);
  endpoint.on('ModifyDocumentPermission', json({}));
  endpoint.on('UpdateDocumentDefaultVersion', json({}));
});
afterEach(() => endpoint.close());

const content = '{"schemaVersion":"2.2"}';
const sha256 = createHash('sha256').update(content).digest('hex');
const arn = `arn:aws:ssm:${region}:${central}:document/Bongsu-HostCheck`;
const described = (version: string, hash = sha256, status = 'Active') =>
  json({
    Document: {
      DocumentVersion: version,
      DefaultVersion: version,
      LatestVersion: version,
      Hash: hash,
      HashType: 'Sha256',
      Status: status,
    },
  });
const changed = (version: string) => json({ DocumentDescription: { DocumentVersion: version } });
const operations = () => endpoint.asked.map((one) => one.operation).filter((name) => name !== 'GetCallerIdentity');

test('creates it where there is none', async () => {
  const { commands } = await openCanned(endpoint);
  endpoint.on('DescribeDocument', jsonError('InvalidDocument'), described('1'));
  endpoint.on('CreateDocument', changed('1'));
  expect(await commands.document(region, content, [])).toEqual({ arn, version: '1', sha256 });
  expect(operations()).toEqual(['DescribeDocument', 'CreateDocument', 'DescribeDocument']);
});

test('leaves the same content alone', async () => {
  const { commands } = await openCanned(endpoint);
  endpoint.on('DescribeDocument', described('4'));
  expect(await commands.document(region, content, [])).toEqual({ arn, version: '4', sha256 });
  expect(operations()).toEqual(['DescribeDocument']);
});

test('waits for the same content, where it was put there a moment ago', async () => {
  const { commands } = await openCanned(endpoint);
  endpoint.on('DescribeDocument', described('4', sha256, 'Creating'), described('4'));
  expect(await commands.document(region, content, [])).toEqual({ arn, version: '4', sha256 });
});

test('gives other content a new version, and makes it the default', async () => {
  const { commands } = await openCanned(endpoint);
  const fresh = json({
    Document: { DocumentVersion: '5', DefaultVersion: '4', Hash: sha256, HashType: 'Sha256', Status: 'Active' },
  });
  endpoint.on('DescribeDocument', described('4', 'other'), fresh);
  endpoint.on('UpdateDocument', changed('5'));
  expect(await commands.document(region, content, [])).toEqual({ arn, version: '5', sha256 });
  expect(JSON.parse(endpoint.asked.at(-1)?.body ?? '')).toEqual({ Name: 'Bongsu-HostCheck', DocumentVersion: '5' });
});

test('finds the older version that holds the content where the service refuses to store it twice', async () => {
  const { commands } = await openCanned(endpoint);
  endpoint.on('DescribeDocument', described('3', 'other'), described('3', 'other'), described('2'));
  endpoint.on('UpdateDocument', jsonError('DuplicateDocumentContent'));
  endpoint.on('GetDocument', json({ Content: '{}' }), json({ Content: content }));
  expect(await commands.document(region, content, [])).toEqual({ arn, version: '2', sha256 });
});

test('is a gap where no version holds the content', async () => {
  const { commands } = await openCanned(endpoint);
  endpoint.on('DescribeDocument', described('2', 'other'));
  endpoint.on('UpdateDocument', jsonError('DuplicateDocumentContent'));
  endpoint.on('GetDocument', json({ Content: '{}' }), jsonError('InvalidDocumentVersion'));
  expect(await commands.document(region, content, [])).toMatchObject({ code: 'MalformedAnswer', region });
});

test('waits until a new version is active', async () => {
  const { commands } = await openCanned(endpoint);
  endpoint.on('DescribeDocument', jsonError('InvalidDocument'), described('1', sha256, 'Creating'), described('1'));
  endpoint.on('CreateDocument', changed('1'));
  expect(await commands.document(region, content, [])).toEqual({ arn, version: '1', sha256 });
});

test('is a gap where the version failed', async () => {
  const { commands } = await openCanned(endpoint);
  endpoint.on('DescribeDocument', jsonError('InvalidDocument'), described('1', sha256, 'Failed'));
  endpoint.on('CreateDocument', changed('1'));
  expect(await commands.document(region, content, [])).toMatchObject({ code: 'DocumentNotActive' });
});

test('shares with the other accounts, twenty a call', async () => {
  const { commands } = await openCanned(endpoint);
  endpoint.on('DescribeDocument', described('1'));
  const others = Array.from({ length: 41 }, (_, at) => String(100_000_000_000 + at));
  await commands.document(region, content, [central, ...others, ...others]);
  const shares = endpoint.asked
    .filter((one) => one.operation === 'ModifyDocumentPermission')
    .map((one) => JSON.parse(one.body) as { AccountIdsToAdd: string[] });
  expect(shares.map((share) => share.AccountIdsToAdd.length)).toEqual([20, 20, 1]);
  expect(shares.flatMap((share) => share.AccountIdsToAdd)).toEqual(others);
  expect(shares[0]).toMatchObject({ PermissionType: 'Share', SharedDocumentVersion: '$ALL' });
});

test('is a gap of the very call that was denied', async () => {
  const { commands } = await openCanned(endpoint);
  endpoint.on('DescribeDocument', described('1'));
  endpoint.on('ModifyDocumentPermission', json({}), jsonError('AccessDeniedException'));
  const others = Array.from({ length: 21 }, (_, at) => String(100_000_000_000 + at));
  expect(await commands.document(region, content, others)).toMatchObject({
    accountId: central,
    region,
    call: 'ssm:ModifyDocumentPermission',
    missingPermission: 'ssm:ModifyDocumentPermission',
  });
});
