// The vault that many machines share: objects of a bucket, written once, each sealed by its SHA-256.
import type { GetObjectCommandOutput, S3Client } from '@aws-sdk/client-s3';
import type { AccountId, Clock, Vault, VaultName } from '@bongsu/core';
import { ask, callFailed, gapAt, gapOf, type Where } from './call.ts';
import { faultOf } from './fault.ts';
import type { Sessions } from './session.ts';
import type { EvidenceBucket } from './settings.ts';

export const calls = ['s3:PutObject', 's3:GetObject', 's3:ListBucket'] as const;

/** What a bucket asks besides: retention where it is set, and its key where that is another than the bucket's own. */
export function callsOf(evidence: EvidenceBucket): readonly string[] {
  return [
    ...calls,
    ...(evidence.retentionDays === undefined
      ? []
      : ['s3:PutObjectRetention', 's3:GetObjectRetention', 's3:GetBucketObjectLockConfiguration']),
    ...(evidence.kmsKeyId === undefined ? [] : ['kms:GenerateDataKey', 'kms:Decrypt']),
  ];
}

/** What removing asks for, which who runs campaigns need not be allowed. */
export const removalCalls = ['s3:ListBucketVersions', 's3:DeleteObjectVersion'] as const;

/** An archive is some megabytes; what is larger was not put here by us. */
const bytesMax = 256 * 1024 * 1024;
const dayMilliseconds = 86_400_000;

/** `owner`: the account whose bucket it is; calls to a bucket of the same name elsewhere are refused by S3. */
export function openVault(
  evidence: EvidenceBucket,
  client: () => Promise<S3Client>,
  sessions: Sessions,
  clock: Clock,
): Vault {
  const { name: bucketName, region } = evidence.bucket;
  const bucket = async (): Promise<{ owner: { Bucket: string; ExpectedBucketOwner: AccountId }; at: Where }> => {
    const accountId = evidence.bucket.accountId ?? (await sessions.identity()).accountId;
    const owner = { Bucket: bucketName, ExpectedBucketOwner: accountId };
    return { owner, at: { call: 's3:PutObject', accountId, region } };
  };
  const key = (name: VaultName): string => `${evidence.prefix}${keyOf(name)}`;
  const retained = (): Retained | Record<never, never> =>
    evidence.retentionDays === undefined
      ? {}
      : {
          ObjectLockMode: evidence.retentionMode ?? 'GOVERNANCE',
          ObjectLockRetainUntilDate: new Date(clock.now().getTime() + evidence.retentionDays * dayMilliseconds),
        };
  /**
   * Read back once: a store that takes the request and keeps nothing by it would do so with every object. What stands there `already` has
   * a date of its own, which must not be over.
   */
  let granted = false;
  const grantedCheck = async (name: VaultName, asked: Retained, already: boolean): Promise<void> => {
    const { HeadObjectCommand } = await import('@aws-sdk/client-s3');
    const { owner, at } = await bucket();
    const where: Where = { ...at, call: 's3:GetObjectRetention' };
    const { ObjectLockMode: mode, ObjectLockRetainUntilDate: until } = await ask(where, async () =>
      (await client()).send(new HeadObjectCommand({ ...owner, Key: key(name) })),
    );
    const kept = until?.getTime() ?? 0;
    if (already && mode !== undefined && kept > clock.now().getTime()) return;
    // S3 keeps whole seconds.
    granted = mode === asked.ObjectLockMode && kept > asked.ObjectLockRetainUntilDate.getTime() - 1_000;
    if (granted) return;
    const found = until ? `${mode ?? 'no mode'} until ${until.toISOString()}` : 'none that this principal may see';
    const words = `s3://${bucketName}/${key(name)} should be kept (${asked.ObjectLockMode}); its retention is ${found}`;
    throw callFailed(gapAt(where, 'NotRetained', words));
  };

  const put = async (name: VaultName, bytes: Uint8Array): Promise<boolean> => {
    const { PutObjectCommand } = await import('@aws-sdk/client-s3');
    const { owner, at } = await bucket();
    const lock = retained();
    const command = new PutObjectCommand({
      ...owner,
      Key: key(name),
      Body: bytes,
      IfNoneMatch: '*',
      // S3 refuses bytes that have another; Object Lock asks for a checksum in any case.
      ChecksumSHA256: Buffer.from(name.sha256, 'hex').toString('base64'),
      ...(evidence.kmsKeyId === undefined ? {} : { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: evidence.kmsKeyId }),
      ...lock,
    });
    let already = false;
    for (let tries = 1; ; tries += 1)
      try {
        await (await client()).send(command);
        break;
      } catch (error) {
        const code = faultOf(error)?.code;
        already = code === 'PreconditionFailed';
        if (already) break;
        // Another is writing it at this moment (S3 user guide, conditional writes: 409, to be tried again).
        if (code !== 'ConditionalRequestConflict' || tries === conflictTries) throw callFailed(gapOf(error, at), error);
        await clock.sleep(conflictMilliseconds * tries);
      }
    if ('ObjectLockMode' in lock && !granted) await grantedCheck(name, lock, already);
    return !already;
  };

  const get = async (name: VaultName): Promise<Uint8Array | null> => {
    const { GetObjectCommand } = await import('@aws-sdk/client-s3');
    const { owner, at: put } = await bucket();
    const at: Where = { ...put, call: 's3:GetObject' };
    let answer: GetObjectCommandOutput;
    try {
      answer = await (await client()).send(new GetObjectCommand({ ...owner, Key: key(name) }));
    } catch (error) {
      // Only with s3:ListBucket does S3 say so; without, it says AccessDenied, which is no "there is none".
      if (faultOf(error)?.code === 'NoSuchKey') return null;
      throw callFailed(gapOf(error, at), error);
    }
    if ((answer.ContentLength ?? 0) > bytesMax)
      throw callFailed(gapAt(at, 'TooLarge', `s3://${bucketName}/${key(name)} has ${answer.ContentLength} bytes`));
    return ask(at, async () => (await answer.Body?.transformToByteArray()) ?? new Uint8Array());
  };

  /** Every version of it, and the marks of deletions: in a bucket with versions nothing else is gone for good. */
  const remove = async (name: VaultName): Promise<string | null> => {
    const { ListObjectVersionsCommand, DeleteObjectCommand } = await import('@aws-sdk/client-s3');
    const { owner, at } = await bucket();
    const Key = key(name);
    let call = 's3:ListBucketVersions';
    try {
      for (let more = true; more; ) {
        call = 's3:ListBucketVersions';
        const listed = await (await client()).send(new ListObjectVersionsCommand({ ...owner, Prefix: Key }));
        call = 's3:DeleteObjectVersion';
        const versions = [...(listed.Versions ?? []), ...(listed.DeleteMarkers ?? [])].filter((one) => one.Key === Key);
        for (const { VersionId } of versions)
          await (await client()).send(new DeleteObjectCommand({ ...owner, Key, VersionId }));
        more = listed.IsTruncated === true && versions.length > 0;
      }
      return null;
    } catch (error) {
      return callFailed(gapOf(error, { ...at, call })).message;
    }
  };

  return { place: (name) => `s3://${bucketName}/${key(name)}`, put, get, remove };
}

interface Retained {
  readonly ObjectLockMode: 'GOVERNANCE' | 'COMPLIANCE';
  readonly ObjectLockRetainUntilDate: Date;
}

const conflictTries = 5;
const conflictMilliseconds = 200;

function keyOf(name: VaultName): string {
  if (name.shelf === 'evidence') return `sha256/${name.sha256}`;
  return `refused/${name.campaignId}/${name.position}-${name.sha256}`;
}
