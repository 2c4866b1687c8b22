// Presigned URLs of the exchange: one GET of a script, one PUT of a result of an exact size.
import type { S3Client } from '@aws-sdk/client-s3';
import type { Exchange } from '@bongsu/core';
import { bucketClient } from './clients.ts';
import type { AwsSettings } from './settings.ts';
import { formShapeOf, keyFits, objectShapeOf, urlShapeOf } from './url-shape.ts';

/** SigV4's longest life of a presigned URL: seven days. */
const urlSecondsMax = 604_800;

/** What a URL gives access to, and for how long. */
export interface UrlOrder {
  readonly bucket: string;
  readonly key: string;
  readonly seconds: number;
  /** When its life begins; this machine's present where absent. */
  readonly at?: Date;
}

export async function signedGet(client: S3Client, order: UrlOrder): Promise<string> {
  const { GetObjectCommand } = await import('@aws-sdk/client-s3');
  const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner');
  const command = new GetObjectCommand({ Bucket: order.bucket, Key: order.key });
  return getSignedUrl(client, command, { expiresIn: checkedSeconds(order), ...dated(order) });
}

/**
 * Both conditions are signed as headers, so that the host must send them as they are: `if-none-match: *` makes the
 * result write-once, `content-length` fixes its size. The expected owner is left out, where it would be one more
 * header for the host to send; storing the script asks for it before any URL is of use.
 */
export async function signedPut(client: S3Client, order: UrlOrder, bytes: number): Promise<string> {
  const { PutObjectCommand } = await import('@aws-sdk/client-s3');
  const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner');
  const conditions = { IfNoneMatch: '*', ContentLength: bytes };
  const command = new PutObjectCommand({ Bucket: order.bucket, Key: order.key, ...conditions });
  return getSignedUrl(client, command, {
    expiresIn: checkedSeconds(order),
    ...dated(order),
    unhoistableHeaders: new Set(['if-none-match', 'content-length']),
  });
}

function dated({ at }: UrlOrder): { readonly signingDate?: Date } {
  return at === undefined ? {} : { signingDate: at };
}

function checkedSeconds({ key, seconds }: UrlOrder): number {
  if (!keyFits(key)) throw new RangeError(`the key ${key} would not stand in a URL as it is`);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > urlSecondsMax)
    throw new RangeError(`a URL may live 1 to ${urlSecondsMax} whole seconds, not ${seconds}`);
  return seconds;
}

/** How URLs of the bucket look, found by signing one: the SDK alone knows the endpoint. */
export interface BucketAddress {
  readonly urlShape: Exchange['urlShape'];
  /** A custom endpoint has no name for each bucket, so that the bucket stands in the path. */
  readonly pathStyle: boolean;
}

/** Makes no call and needs no credentials: the sample is signed with a key that is nobody's. */
export async function bucketAddress(settings: AwsSettings): Promise<BucketAddress> {
  const nobody = async () => ({ accessKeyId: 'sample', secretAccessKey: 'sample' });
  const sample = { bucket: settings.bucket.name, key: 'sample', seconds: 60 };
  const first = await bucketClient(settings, nobody, false);
  const named = await signedGet(first, sample);
  const pathStyle = first.config.isCustomEndpoint === true;
  const url = pathStyle ? await signedGet(await bucketClient(settings, nobody, true), sample) : named;
  const shape = urlShapeOf(url, sample.key);
  const form = formShapeOf(url, sample.key);
  const object = objectShapeOf(url, sample.key);
  return { pathStyle, urlShape: { script: shape, result: shape, form, object, tls: url.startsWith('https://') } };
}
