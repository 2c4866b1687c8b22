// The vault in a bucket: what each request asks of S3, and what becomes of its answers.
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { permissionsCentral, permissionsRemoval } from './permissions.ts';
import {
  type Canned,
  type CannedEndpoint,
  cannedEndpoint,
  central,
  openCanned,
  region,
} from './testing/canned-endpoint.ts';
import type { EvidenceBucket } from './settings.ts';

let endpoint: CannedEndpoint;
beforeEach(async () => {
  endpoint = await cannedEndpoint(process.env);
});
afterEach(() => endpoint.close());

const bytes = new TextEncoder().encode('an archive');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const name = { shelf: 'evidence', sha256 } as const;
const audit: EvidenceBucket = { bucket: { name: 'audit', region, accountId: '444455556666' }, prefix: 'evidence/' };
const fault = (code: string) => `<Error><Code>${code}</Code><Message>no</Message></Error>`;

async function open(change: Partial<EvidenceBucket> = {}) {
  const { vault } = await openCanned(endpoint, { evidence: { ...audit, ...change } });
  if (vault === null) throw new Error('there is no vault');
  return vault;
}
const lastPut = () => endpoint.asked.findLast((one) => one.operation === 'PUT');

test('without a bucket for evidence there is none', async () => {
  expect((await openCanned(endpoint)).vault).toBeNull();
});

test('bytes are put once, sealed by their hash, for the owner of the bucket alone', async () => {
  const vault = await open();
  endpoint.on('PUT', { body: '' });
  expect(await vault.put(name, bytes)).toBe(true);
  expect(lastPut()).toMatchObject({
    path: `/audit/evidence/sha256/${sha256}?x-id=PutObject`,
    headers: {
      'if-none-match': '*',
      'x-amz-checksum-sha256': createHash('sha256').update(bytes).digest('base64'),
      'x-amz-expected-bucket-owner': '444455556666',
    },
  });
  const asked = Object.keys(lastPut()?.headers ?? {}).join(' ');
  expect(asked).not.toMatch(/object-lock|server-side-encryption/);
  expect(vault.place(name)).toBe(`s3://audit/evidence/sha256/${sha256}`);
});

test('a key of KMS and a retention are asked for where they are set', async () => {
  const vault = await open({ kmsKeyId: 'alias/audit', retentionDays: 30, retentionMode: 'COMPLIANCE' });
  endpoint.on('PUT', { body: '' });
  endpoint.on('HEAD', granted('COMPLIANCE', '2026-01-31T00:00:00.000Z'));
  await vault.put({ shelf: 'refused', campaignId: 'c1', position: 2, sha256 }, bytes);
  expect(lastPut()).toMatchObject({
    path: `/audit/evidence/refused/c1/2-${sha256}?x-id=PutObject`,
    headers: {
      'x-amz-server-side-encryption': 'aws:kms',
      'x-amz-server-side-encryption-aws-kms-key-id': 'alias/audit',
      'x-amz-object-lock-mode': 'COMPLIANCE',
      'x-amz-object-lock-retain-until-date': '2026-01-31T00:00:00Z',
    },
  });
});

const granted = (mode: string, until: string): Canned => ({
  body: '',
  headers: { 'x-amz-object-lock-mode': mode, 'x-amz-object-lock-retain-until-date': until },
});

test('what was granted of a retention is read back once, and never assumed', async () => {
  const vault = await open({ retentionDays: 30 });
  endpoint.on('PUT', { body: '' });
  endpoint.on('HEAD', { body: '' });
  await expect(vault.put(name, bytes)).rejects.toMatchObject({
    gap: { call: 's3:GetObjectRetention', code: 'NotRetained', message: expect.stringContaining('none') as string },
  });
  for (const less of [granted('COMPLIANCE', '2026-01-31T00:00:00Z'), granted('GOVERNANCE', '2026-01-30T00:00:00Z')]) {
    endpoint.on('HEAD', less);
    await expect(vault.put(name, bytes)).rejects.toMatchObject({ gap: { code: 'NotRetained' } });
  }
  // Tried again it stands there already, and is no more kept than before.
  endpoint.on('PUT', { status: 412, body: fault('PreconditionFailed') });
  endpoint.on('HEAD', { body: '' });
  await expect(vault.put(name, bytes)).rejects.toMatchObject({ gap: { code: 'NotRetained' } });
  endpoint.on('HEAD', granted('GOVERNANCE', '2025-12-31T00:00:00Z'));
  await expect(vault.put(name, bytes)).rejects.toMatchObject({ gap: { code: 'NotRetained' } });
  endpoint.on('HEAD', granted('GOVERNANCE', '2026-01-02T00:00:00Z'));
  expect(await vault.put(name, bytes)).toBe(false);
  endpoint.on('PUT', { body: '' });
  endpoint.on('HEAD', { status: 403, body: '' });
  await expect(vault.put(name, bytes)).rejects.toMatchObject({ name: 'AwsError' });
  endpoint.on('HEAD', granted('GOVERNANCE', '2026-01-31T00:00:00Z'));
  const before = endpoint.asked.length;
  expect(await vault.put(name, bytes)).toBe(true);
  expect(await vault.put(name, bytes)).toBe(true);
  expect(endpoint.asked.slice(before).map((one) => one.operation)).toEqual(['PUT', 'HEAD', 'PUT']);
  // A bucket that was made without Object Lock says so itself.
  endpoint.on('PUT', { status: 400, body: fault('InvalidRequest') });
  await expect(vault.put(name, bytes)).rejects.toMatchObject({ gap: { code: 'InvalidRequest' } });
});

test('all versions of what is removed go, and what a lock keeps is told', async () => {
  const vault = await open();
  const key = `evidence/sha256/${sha256}`;
  const version = (part: string, id: string, of = key) =>
    `<${part}><Key>${of}</Key><VersionId>${id}</VersionId></${part}>`;
  const listed = [version('Version', 'v2'), version('Version', 'v1'), version('DeleteMarker', 'd1')].join('');
  endpoint.on('GET', {
    body: `<ListVersionsResult>${listed}${version('Version', 'x', `${key}x`)}</ListVersionsResult>`,
  });
  endpoint.on('DELETE', { status: 204, body: '' });
  expect(await vault.remove(name)).toBeNull();
  const deleted = endpoint.asked.filter((one) => one.operation === 'DELETE').map((one) => one.path);
  expect(deleted).toEqual(['v2', 'v1', 'd1'].map((id) => `/audit/${key}?versionId=${id}&x-id=DeleteObject`));
  endpoint.on('DELETE', { status: 403, body: fault('AccessDenied') });
  expect(await vault.remove(name)).toBe(
    's3:DeleteObjectVersion: AccessDenied: no; missing permission: s3:DeleteObjectVersion',
  );
  endpoint.on('GET', { status: 403, body: fault('AccessDenied') });
  expect(await vault.remove(name)).toBe(
    's3:ListBucketVersions: AccessDenied: no; missing permission: s3:ListBucketVersions',
  );
});

test('what stands there already is told, what is being written is tried again, and a refusal is thrown', async () => {
  const vault = await open();
  endpoint.on('PUT', { status: 412, body: fault('PreconditionFailed') });
  expect(await vault.put(name, bytes)).toBe(false);
  endpoint.on('PUT', { status: 409, body: fault('ConditionalRequestConflict') }, { body: '' });
  expect(await vault.put(name, bytes)).toBe(true);
  endpoint.on('PUT', { status: 409, body: fault('ConditionalRequestConflict') });
  await expect(vault.put(name, bytes)).rejects.toMatchObject({ gap: { code: 'ConditionalRequestConflict' } });
  endpoint.on('PUT', { status: 403, body: fault('AccessDenied') });
  await expect(vault.put(name, bytes)).rejects.toMatchObject({
    name: 'AwsError',
    gap: { call: 's3:PutObject', accountId: '444455556666', missingPermission: 's3:PutObject' },
  });
});

test('only S3 itself may say that there is nothing', async () => {
  const vault = await open();
  endpoint.on('GET', { body: 'an archive' });
  expect(new Uint8Array((await vault.get(name)) ?? [])).toEqual(bytes);
  endpoint.on('GET', { status: 404, body: fault('NoSuchKey') });
  expect(await vault.get(name)).toBeNull();
  for (const [status, code] of [
    [403, 'AccessDenied'],
    [404, 'NoSuchBucket'],
    [503, 'SlowDown'],
  ] as const) {
    endpoint.on('GET', { status, body: fault(code) });
    await expect(vault.get(name)).rejects.toMatchObject({ gap: { call: 's3:GetObject', code } });
  }
  endpoint.on('GET', 'reset');
  await expect(vault.get(name)).rejects.toMatchObject({ name: 'AwsError' });
});

test('the policy lets evidence be put and read below its prefix, and nothing else', () => {
  const settings = {
    accounts: { kind: 'organization' },
    roleName: 'BongsuMember',
    externalId: 'x',
    regions: 'enabled',
    bucket: { name: 'exchange', region },
    centralRegion: region,
  } as const;
  const who = { accountId: central, partition: 'aws' };
  const without = permissionsCentral(settings, who);
  const kmsKeyId = '11111111-2222-3333-4444-555555555555';
  const policy = permissionsCentral({ ...settings, evidence: { ...audit, kmsKeyId, retentionDays: 1 } }, who);
  expect(policy.Statement.slice(without.Statement.length)).toEqual([
    {
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:GetObjectRetention', 's3:PutObject', 's3:PutObjectRetention'],
      Resource: ['arn:aws:s3:::audit/evidence/*'],
    },
    {
      Effect: 'Allow',
      Action: ['s3:GetBucketObjectLockConfiguration', 's3:ListBucket'],
      Resource: ['arn:aws:s3:::audit'],
    },
    {
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: [`arn:aws:kms:${region}:444455556666:key/${kmsKeyId}`],
      Condition: { StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` } },
    },
  ]);
  // Who may remove is another.
  expect(permissionsRemoval({ ...settings, evidence: audit }, who)?.Statement).toEqual([
    {
      Effect: 'Allow',
      Action: ['s3:ListBucketVersions'],
      Resource: ['arn:aws:s3:::audit'],
      Condition: { StringLike: { 's3:prefix': 'evidence/*' } },
    },
    { Effect: 'Allow', Action: ['s3:DeleteObjectVersion'], Resource: ['arn:aws:s3:::audit/evidence/*'] },
  ]);
  expect(permissionsRemoval(settings, who)).toBeNull();
});
