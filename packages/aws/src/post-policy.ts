// Signs a form that lets its holders write objects below one prefix, of at most so many bytes, for a short time.
import { createHmac } from 'node:crypto';
import type { S3Client } from '@aws-sdk/client-s3';
import type { UploadForm } from '@bongsu/core';
import { signedGet } from './presign.ts';
import { formUrlOf, keyFits } from './url-shape.ts';

/** What a form gives access to, and for how long. */
export interface FormOrder {
  readonly bucket: string;
  readonly region: string;
  readonly prefix: string;
  /** The most bytes of an object. */
  readonly bytes: number;
  readonly seconds: number;
  readonly at: Date;
}

interface Key {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/**
 * The policy names every field that the host may send, so that nothing else (an ACL, a redirection, metadata) can be added to the form.
 * The signature is SigV4's over the policy's base64 (Amazon S3 API Reference, "Authenticating requests: browser-based uploads using POST").
 */
export async function signedForm(client: S3Client, key: Key, order: FormOrder): Promise<UploadForm> {
  const { bucket, region, prefix, bytes, seconds, at } = order;
  if (!keyFits(prefix)) throw new RangeError(`the prefix ${prefix} would not stand in a form as it is`);
  const date = `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  const day = date.slice(0, 8);
  const credential = `${key.accessKeyId}/${day}/${region}/s3/aws4_request`;
  const token = key.sessionToken ?? '';
  const fields = {
    bucket,
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': credential,
    'x-amz-date': date,
    ...(token === '' ? {} : { 'x-amz-security-token': token }),
  };
  const conditions = [
    ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
    ['starts-with', '$key', prefix],
    ['content-length-range', 1, bytes],
  ];
  const expiration = new Date(at.getTime() + seconds * 1_000).toISOString();
  const policy = Buffer.from(JSON.stringify({ expiration, conditions })).toString('base64');
  const steps = [day, region, 's3', 'aws4_request', policy];
  const signature = steps.reduce<Buffer>(hmac, Buffer.from(`AWS4${key.secretAccessKey}`)).toString('hex');
  // Only the SDK knows where the bucket is: the address is taken from a URL that it signs.
  const sample = await signedGet(client, { bucket, key: 'sample', seconds: 60, at });
  return { url: formUrlOf(sample, 'sample'), policy, credential, date, signature, token };
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
