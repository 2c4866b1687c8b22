// The vault that many machines share: objects of a bucket, written once, each sealed by its SHA-256.
import type { GetObjectCommandOutput, PutObjectCommandInput, S3Client } from '@aws-sdk/client-s3';
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
    ...(evidence.retentionDays === undefined ? [] : ['s3:PutObjectRetention']),
    ...(evidence.kmsKeyId === undefined ? [] : ['kms:GenerateDataKey', 'kms:Decrypt']),
  ];
}

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
  const retained = (): Partial<PutObjectCommandInput> =>
    evidence.retentionDays === undefined
      ? {}
      : {
          ObjectLockMode: evidence.retentionMode ?? 'GOVERNANCE',
          ObjectLockRetainUntilDate: new Date(clock.now().getTime() + evidence.retentionDays * dayMilliseconds),
        };

  const put = async (name: VaultName, bytes: Uint8Array): Promise<boolean> => {
    const { PutObjectCommand } = await import('@aws-sdk/client-s3');
    const { owner, at } = await bucket();
    const command = new PutObjectCommand({
      ...owner,
      Key: key(name),
      Body: bytes,
      IfNoneMatch: '*',
      // S3 refuses bytes that have another; Object Lock asks for a checksum in any case.
      ChecksumSHA256: Buffer.from(name.sha256, 'hex').toString('base64'),
      ...(evidence.kmsKeyId === undefined ? {} : { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: evidence.kmsKeyId }),
      ...retained(),
    });
    for (let tries = 1; ; tries += 1)
      try {
        await (await client()).send(command);
        return true;
      } catch (error) {
        const code = faultOf(error)?.code;
        if (code === 'PreconditionFailed') return false;
        // Another is writing it at this moment (S3 user guide, conditional writes: 409, to be tried again).
        if (code !== 'ConditionalRequestConflict' || tries === conflictTries) throw callFailed(gapOf(error, at), error);
        await clock.sleep(conflictMilliseconds * tries);
      }
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

  return { place: (name) => `s3://${bucketName}/${key(name)}`, put, get };
}

const conflictTries = 5;
const conflictMilliseconds = 200;

function keyOf(name: VaultName): string {
  if (name.shelf === 'evidence') return `sha256/${name.sha256}`;
  return `refused/${name.campaignId}/${name.position}-${name.sha256}`;
}
