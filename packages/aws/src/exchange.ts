// Scripts out and results in, through the bucket of the central account.
import type { GetObjectCommandInput, S3Client, _Object } from '@aws-sdk/client-s3';
import type { Exchange, ResultObject, Seen } from '@bongsu/core';
import { AwsError } from './aws-error.ts';
import { gapOf, pages, translated, type Tell, type Where } from './call.ts';
import { bucketClient, type Clients } from './clients.ts';
import type { Sessions } from './session.ts';
import type { AwsSettings } from './settings.ts';
import { urlShapeOf } from './url-shape.ts';

export const calls = ['s3:PutObject', 's3:GetObject', 's3:ListBucket'] as const;

/** SigV4's longest life of a presigned URL: seven days. */
const urlSecondsMax = 604_800;

/** How URLs of the bucket look, found by signing one: the SDK alone knows the endpoint. */
export interface BucketAddress {
  readonly urlShape: Exchange['urlShape'];
  /** A custom endpoint has no name for each bucket, so that the bucket stands in the path. */
  readonly pathStyle: boolean;
}

/** Makes no call and needs no credentials: the sample is signed with a key that is nobody's. */
export async function bucketAddress(settings: AwsSettings): Promise<BucketAddress> {
  const nobody = async () => ({ accessKeyId: 'sample', secretAccessKey: 'sample' });
  const key = 'sample';
  const plain = await bucketClient(settings, nobody, false);
  const first = await signedGet(plain, settings.bucket.name, key, 60);
  const pathStyle = plain.config.isCustomEndpoint === true;
  const url = pathStyle
    ? await signedGet(await bucketClient(settings, nobody, true), settings.bucket.name, key, 60)
    : first;
  const shape = urlShapeOf(url, key);
  return { pathStyle, urlShape: { script: shape, result: shape, tls: url.startsWith('https://') } };
}

export function openExchange(
  settings: AwsSettings,
  clients: Clients,
  sessions: Sessions,
  urlShape: Exchange['urlShape'],
): Exchange {
  const Bucket = settings.bucket.name;

  /** One call of the bucket; the owner is asked for, so that a bucket of the same name elsewhere gets nothing. */
  const call = async <T>(action: string, make: (client: S3Client, owner: string) => Promise<T>): Promise<T> => {
    const { accountId } = await sessions.identity();
    try {
      return await make(await clients.s3(), accountId);
    } catch (error) {
      const gap = gapOf(error, { call: action, accountId, region: settings.bucket.region });
      throw new AwsError('call-failed', `${gap.call}: ${gap.code}: ${gap.message}`, gap, error);
    }
  };

  return {
    urlShape,
    credentialSeconds: async () => {
      const { expiration } = await sessions.central();
      return expiration === undefined ? null : Math.floor((expiration.getTime() - Date.now()) / 1_000);
    },
    scriptPut: async (key, script) => {
      const { PutObjectCommand } = await import('@aws-sdk/client-s3');
      await call('s3:PutObject', (client, ExpectedBucketOwner) =>
        client.send(new PutObjectCommand({ Bucket, Key: key, Body: script, ExpectedBucketOwner })),
      );
    },
    scriptUrl: async (key, seconds) => signedGet(await clients.s3(), Bucket, key, urlSeconds(seconds)),
    resultUrl: async (key, bytes, seconds) => signedPut(await clients.s3(), Bucket, key, bytes, urlSeconds(seconds)),
    results: (prefix) => results(settings, clients, sessions, prefix),
    resultRead: async (key) => {
      const { GetObjectCommand } = await import('@aws-sdk/client-s3');
      const answer = await call('s3:GetObject', (client, ExpectedBucketOwner) =>
        client.send(new GetObjectCommand({ Bucket, Key: key, ExpectedBucketOwner })),
      );
      // In Node the body is a readable stream of buffers; the SDK's type covers browsers as well.
      return answer.Body as unknown as AsyncIterable<Uint8Array>;
    },
  };
}

function urlSeconds(seconds: number): number {
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > urlSecondsMax)
    throw new RangeError(`a URL may live 1 to ${urlSecondsMax} whole seconds, not ${seconds}`);
  return seconds;
}

async function signedGet(client: S3Client, Bucket: string, Key: string, expiresIn: number): Promise<string> {
  const { GetObjectCommand } = await import('@aws-sdk/client-s3');
  const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner');
  const input: GetObjectCommandInput = { Bucket, Key };
  return getSignedUrl(client, new GetObjectCommand(input), { expiresIn });
}

/**
 * Both conditions are signed as headers, so that the host must send them as they are: `if-none-match: *` makes the
 * result write-once, `content-length` fixes its size. The expected owner is left out of URLs, where it would be
 * one more header for the host to send; `scriptPut` asks for it before any URL is of use.
 */
async function signedPut(client: S3Client, Bucket: string, Key: string, bytes: number, expiresIn: number) {
  const { PutObjectCommand } = await import('@aws-sdk/client-s3');
  const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner');
  const command = new PutObjectCommand({ Bucket, Key, IfNoneMatch: '*', ContentLength: bytes });
  return getSignedUrl(client, command, {
    expiresIn,
    unhoistableHeaders: new Set(['if-none-match', 'content-length']),
  });
}

async function results(
  settings: AwsSettings,
  clients: Clients,
  sessions: Sessions,
  prefix: string,
): Promise<Seen<ResultObject>> {
  const where: Where = { call: 's3:ListBucket', accountId: null, region: settings.bucket.region };
  const { ListObjectsV2Command } = await import('@aws-sdk/client-s3');
  const raw = await pages<_Object>(where, async (token) => {
    const { accountId } = await sessions.identity();
    const page = await (await clients.s3()).send(
      new ListObjectsV2Command({
        Bucket: settings.bucket.name,
        Prefix: prefix,
        ExpectedBucketOwner: accountId,
        ...(token === undefined ? {} : { ContinuationToken: token }),
      }),
    );
    // An empty listing has no list of objects, but it always says whether it goes on.
    const whole = page.IsTruncated === false || (page.IsTruncated === true && page.NextContinuationToken !== undefined);
    return { items: whole ? (page.Contents ?? []) : undefined, next: page.NextContinuationToken };
  });
  return translated(raw, where, resultOf);
}

function resultOf(raw: _Object, tell: Tell): ResultObject | null {
  const { Key, Size, LastModified, ETag } = raw;
  if (Key === undefined || Size === undefined || LastModified === undefined || ETag === undefined) {
    tell('MalformedItem', 'an object without key, size, time or etag');
    return null;
  }
  return { key: Key, sizeBytes: Size, writtenAt: LastModified.toISOString(), etag: ETag };
}
