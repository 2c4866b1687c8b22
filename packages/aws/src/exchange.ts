// Scripts out and results in, through the bucket of the central account.
import type { GetObjectCommandOutput, ListObjectsV2CommandOutput, S3Client, _Object } from '@aws-sdk/client-s3';
import type { Clock, Exchange, OpenedResult, ResultObject, Seen } from '@bongsu/core';
import { AwsError } from './aws-error.ts';
import { ask, callFailed, gapAt, gapOf, pages, translated, type Page, type Tell, type Where } from './call.ts';
import type { Clients } from './clients.ts';
import { signedForm } from './post-policy.ts';
import { signedGet, signedPut } from './presign.ts';
import { roleBinding } from './role-binding.ts';
import type { ServiceTime } from './service-time.ts';
import type { Sessions } from './session.ts';
import type { AwsSettings } from './settings.ts';
import { formUrlOf } from './url-shape.ts';

export const calls = ['s3:PutObject', 's3:GetObject', 's3:ListBucket'] as const;
type BucketCall = (typeof calls)[number];

/** The bucket, ready to be called. */
interface Bucket {
  readonly client: S3Client;
  /** Given to every call, so that a bucket of the same name in another account gets nothing from us. */
  readonly owner: { readonly Bucket: string; readonly ExpectedBucketOwner: string };
  where(call: BucketCall): Where;
}

export function openExchange(
  settings: AwsSettings,
  clients: Clients,
  sessions: Sessions,
  clock: Clock,
  time: ServiceTime,
  urlShape: Exchange['urlShape'],
): Exchange {
  const { name, region } = settings.bucket;

  /** URLs live by the clock of who looks at them. */
  const at = (): Date => time.theirs(clock.now());
  const open = async (): Promise<Bucket> => {
    const { accountId } = await sessions.identity();
    const owner = { Bucket: name, ExpectedBucketOwner: accountId };
    return { client: await clients.s3(), owner, where: (call) => ({ call, accountId, region }) };
  };

  return {
    urlShape,
    credentialSeconds: async () => {
      const where: Where = { call: 'sts:GetCallerIdentity', accountId: null, region: null };
      const { expiration } = await ask(where, sessions.central);
      return expiration === undefined ? null : Math.floor((expiration.getTime() - clock.now().getTime()) / 1_000);
    },
    scriptPut: async (key, script) => {
      const { GetObjectCommand, PutObjectCommand } = await import('@aws-sdk/client-s3');
      const { client, owner, where } = await open();
      await ask(where('s3:PutObject'), () => client.send(new PutObjectCommand({ ...owner, Key: key, Body: script })));
      // Hosts fetch it with a URL that is worth what we may do: a missing right shows here, and not on every one of them.
      await ask(where('s3:GetObject'), async () => {
        const { Body } = await client.send(new GetObjectCommand({ ...owner, Key: key, Range: 'bytes=0-0' }));
        await Body?.transformToByteArray();
      });
    },
    scriptUrl: async (key, seconds) => {
      const { client, where } = await open();
      return ask(where('s3:GetObject'), () => signedGet(client, { bucket: name, key, seconds, at: at() }));
    },
    resultUrl: async (key, bytes, seconds) => {
      const { client, where } = await open();
      return ask(where('s3:PutObject'), () => signedPut(client, { bucket: name, key, seconds, at: at() }, bytes));
    },
    resultForm: async (prefix, bytes, seconds) => {
      const { client, where } = await open();
      return ask(where('s3:PutObject'), async () => {
        const order = { bucket: name, region, prefix, bytes, seconds, at: at() };
        return signedForm(client, await sessions.central(), order);
      });
    },
    objectAddress: async () => {
      const { client, where } = await open();
      const at = clock.now();
      // Only the SDK knows where the bucket is: the address is taken from a URL that it signs.
      const sample = await ask(where('s3:PutObject'), () =>
        signedGet(client, { bucket: name, key: 'sample', seconds: 60, at }),
      );
      const { accountId, partition } = await sessions.identity();
      return { url: formUrlOf(sample, 'sample'), region, ownerId: accountId, partition };
    },
    roleBinding: () => roleBinding(settings, clients, sessions),
    results: async (prefix) => {
      try {
        return await results(await open(), prefix, time);
      } catch (error) {
        return { items: [], gaps: [gapOf(error, { call: 's3:ListBucket', accountId: null, region })] };
      }
    },
    resultRead: async (key) => {
      const { answer, at } = await objectGet(await open(), key);
      return bytesOf(answer.Body, at);
    },
    resultOpen: async (key) => {
      try {
        return openedOf(key, await objectGet(await open(), key));
      } catch (error) {
        // Nobody deletes results but the bucket's own rules: with the right to list, S3 says so.
        if (error instanceof AwsError && error.gap?.code === 'NoSuchKey') return null;
        throw error;
      }
    },
  };
}

interface Got {
  readonly answer: GetObjectCommandOutput;
  readonly at: Where;
}

async function objectGet({ client, owner, where }: Bucket, key: string): Promise<Got> {
  const { GetObjectCommand } = await import('@aws-sdk/client-s3');
  const at = where('s3:GetObject');
  return { answer: await ask(at, () => client.send(new GetObjectCommand({ ...owner, Key: key }))), at };
}

function openedOf(key: string, { answer, at }: Got): OpenedResult {
  const { Body, ContentLength, LastModified, ETag } = answer;
  const body = Body as { destroy?: () => void } | undefined;
  const close = (): void => body?.destroy?.();
  if (ContentLength === undefined || LastModified === undefined || ETag === undefined) {
    close();
    throw callFailed(gapAt(at, 'MalformedAnswer', 'an object without size, time or etag'));
  }
  const object = { key, sizeBytes: ContentLength, writtenAt: LastModified.toISOString(), etag: ETag };
  return { object, source: bytesOf(Body, at), close };
}

/** The body as it arrives; a stream that breaks throws AwsError and never ends quietly. */
async function* bytesOf(body: GetObjectCommandOutput['Body'], where: Where): AsyncGenerator<Uint8Array> {
  // In Node the body is a readable stream of buffers; the SDK's type covers browsers as well.
  const stream = body as unknown as AsyncIterable<Uint8Array> | undefined;
  if (stream === undefined) throw callFailed(gapAt(where, 'MalformedAnswer', 'the object has no body'));
  try {
    for await (const part of stream) yield part;
  } catch (error) {
    throw callFailed(gapOf(error, where), error);
  }
}

async function results(
  { client, owner, where }: Bucket,
  prefix: string,
  time: ServiceTime,
): Promise<Seen<ResultObject>> {
  const { ListObjectsV2Command } = await import('@aws-sdk/client-s3');
  const at = where('s3:ListBucket');
  const raw = await pages<_Object>(at, async (token) => {
    const next = token === undefined ? {} : { ContinuationToken: token };
    return pageOf(await client.send(new ListObjectsV2Command({ ...owner, Prefix: prefix, ...next })));
  });
  return translated(raw, at, (object, tell) => resultOf(object, tell, time));
}

/** An empty listing has no list of objects, but every whole one says whether it goes on. */
function pageOf(answer: ListObjectsV2CommandOutput): Page<_Object> {
  const { IsTruncated, NextContinuationToken: next, Contents } = answer;
  const whole = IsTruncated === false || (IsTruncated === true && next !== undefined);
  return { items: whole ? (Contents ?? []) : undefined, next };
}

function resultOf(raw: _Object, tell: Tell, time: ServiceTime): ResultObject | null {
  const { Key, Size, LastModified, ETag } = raw;
  if (Key === undefined || Size === undefined || LastModified === undefined || ETag === undefined) {
    tell('MalformedItem', 'an object without key, size, time or etag');
    return null;
  }
  return { key: Key, sizeBytes: Size, writtenAt: time.ours(LastModified), etag: ETag };
}
