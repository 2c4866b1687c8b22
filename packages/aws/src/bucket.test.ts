// What is said of a bucket that is well kept, badly kept, not there, or closed to us.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cannedEndpoint, openCanned } from './testing/canned-endpoint.ts';
import type { Canned, CannedEndpoint } from './testing/canned-endpoint.ts';

let endpoint: CannedEndpoint;
beforeEach(async () => {
  endpoint = await cannedEndpoint(process.env);
});
afterEach(() => endpoint.close());

const listing: Canned = { body: '<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>' };
const versioning = (status: string): Canned => ({
  body: `<VersioningConfiguration>${status}</VersioningConfiguration>`,
});
const parts = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'];
const block = (on: readonly string[]): Canned => ({
  body: `<PublicAccessBlockConfiguration>${parts.map((part) => `<${part}>${on.includes(part)}</${part}>`).join('')}</PublicAccessBlockConfiguration>`,
});
const encryption: Canned = {
  body: '<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>',
};
const error = (code: string, status: number): Canned => ({ status, body: `<Error><Code>${code}</Code></Error>` });

test('a well-kept bucket', async () => {
  const aws = await openCanned(endpoint);
  endpoint.on('GET', listing, versioning('<Status>Enabled</Status>'), block(parts), encryption);
  const seen = await aws.bucketChecks();
  expect(seen.gaps).toEqual([]);
  expect(seen.items.map((one) => [one.check, one.ok, one.detail])).toEqual([
    ['exists', true, 'exchange'],
    ['versioning', true, 'Enabled'],
    ['public-access-block', true, 'all four parts on'],
    ['default-encryption', true, 'aws:kms'],
  ]);
});

test('a bucket that is to keep evidence can, or cannot', async () => {
  const evidence = { bucket: { name: 'audit', region: 'ap-northeast-2' }, prefix: '', retentionDays: 30 };
  const kept = [listing, versioning('<Status>Enabled</Status>'), block(parts), encryption];
  const lockOf = async (answer: Canned) => {
    const aws = await openCanned(endpoint, { evidence });
    endpoint.on('GET', ...kept, answer);
    return aws.bucketChecks();
  };
  const on = '<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>';
  expect((await lockOf({ body: on })).items.at(-1)).toEqual({
    ...{ check: 'object-lock', ok: true, detail: 'audit: enabled' },
  });
  expect((await lockOf(error('ObjectLockConfigurationNotFoundError', 404))).items.at(-1)).toMatchObject({
    ...{ check: 'object-lock', ok: false, detail: expect.stringContaining('no Object Lock') as string },
  });
  expect((await lockOf(error('AccessDenied', 403))).gaps).toMatchObject([
    { call: 's3:GetBucketObjectLockConfiguration', missingPermission: 's3:GetBucketObjectLockConfiguration' },
  ]);
});

test('a badly kept one', async () => {
  const aws = await openCanned(endpoint);
  endpoint.on(
    'GET',
    listing,
    versioning(''),
    block(parts.slice(1)),
    error('ServerSideEncryptionConfigurationNotFoundError', 404),
  );
  const seen = await aws.bucketChecks();
  expect(seen.gaps).toEqual([]);
  expect(seen.items.map((one) => one.ok)).toEqual([true, false, false, false]);
  expect(seen.items[2]?.detail).toBe('off: BlockPublicAcls');
});

test('one that is not there', async () => {
  const aws = await openCanned(endpoint);
  endpoint.on('GET', error('NoSuchBucket', 404));
  expect((await aws.bucketChecks()).items).toContainEqual({ check: 'exists', ok: false, detail: 'NoSuchBucket' });
});

test('one that we may not ask: gaps, and no failed check', async () => {
  const aws = await openCanned(endpoint);
  endpoint.on('GET', error('AccessDenied', 403));
  const seen = await aws.bucketChecks();
  expect(seen.items).toEqual([]);
  expect(seen.gaps.map((gap) => gap.missingPermission)).toEqual([
    's3:ListBucket',
    's3:GetBucketVersioning',
    's3:GetBucketPublicAccessBlock',
    's3:GetEncryptionConfiguration',
  ]);
});

test('one with a queue of results is asked whether it tells it of all of them', async () => {
  const resultQueueUrl = 'https://sqs.ap-northeast-2.amazonaws.com/111122223333/results';
  const told = async (configuration: string, roleDelivery = false): Promise<unknown> => {
    const aws = await openCanned(endpoint, { resultQueueUrl, ...(roleDelivery ? { roleDelivery } : {}) });
    const notification = `<NotificationConfiguration>${configuration}</NotificationConfiguration>`;
    const owned = roleDelivery ? [error('OwnershipControlsNotFoundError', 404)] : [];
    endpoint.on('GET', listing, versioning(''), block(parts), encryption, ...owned, { body: notification });
    const { items, gaps } = await aws.bucketChecks();
    expect(gaps).toEqual([]);
    const check = items.find((one) => one.check === 'notification');
    return [check?.ok, check?.detail];
  };
  const rule = (name: string, value: string) => `<FilterRule><Name>${name}</Name><Value>${value}</Value></FilterRule>`;
  const to = (queue: string, events: readonly string[], rules = '') =>
    `<QueueConfiguration><Id>q</Id><Queue>arn:aws-cn:sqs:ap-northeast-2:111122223333:${queue}</Queue>${events
      .map((name) => `<Event>${name}</Event>`)
      .join('')}<Filter><S3Key>${rules}</S3Key></Filter></QueueConfiguration>`;
  const all = ['s3:ObjectCreated:*'];
  const ours = ['s3:ObjectCreated:Put', 's3:ObjectCreated:Post'];
  expect(await told(to('results', all))).toEqual([true, 'q']);
  expect(await told(to('results', ours, rule('Prefix', 'v1/') + rule('suffix', '.gz')))).toEqual([true, 'q']);
  expect(await told('<EventBridgeConfiguration/>')).toEqual([true, 'through EventBridge']);
  const [results, roles] = ['v1/', 'role/'].map((prefix) => to('results', all, rule('prefix', prefix)));
  expect(await told(`${results}${roles}`, true)).toEqual([true, 'q, q']);
  expect(await told(`${results}`, true)).toEqual([false, expect.stringContaining('of other objects')]);
  for (const less of [
    to('results', ours.slice(1)),
    to('results', all, rule('prefix', 'v2/')),
    to('results', all, rule('prefix', 'v1/c')),
    to('results', all, rule('suffix', '.sh')),
  ])
    expect(await told(less)).toEqual([false, expect.stringContaining('of other objects')]);
  for (const none of ['', to('hosts', all)])
    expect(await told(none)).toEqual([false, expect.stringContaining('nothing')]);
});
