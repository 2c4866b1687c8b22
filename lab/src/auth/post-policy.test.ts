// Form uploads to S3: a signed policy lets exactly those uploads through that keep its conditions.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Identity, Shape } from '../endpoint/contract.ts';
import { type Rehearsal, startRehearsal, USER } from '../endpoint/rehearsal.ts';
import { signingKey, signText } from './signing-key.ts';

let lab: Rehearsal;
let stored: Shape | undefined;

beforeAll(async () => {
  lab = await startRehearsal({
    s3: {
      PostObject: (input) => {
        stored = input;
        return { ETag: '"abc"' };
      },
    },
  });
});
afterAll(() => lab.close());

const KEY = 'results/i-1.tar.gz';

interface Form {
  readonly fields?: Readonly<Record<string, string>>;
  readonly conditions?: readonly unknown[];
  readonly expiresInSeconds?: number;
  readonly body?: string;
  readonly as?: Identity;
}

/** Uploads as a browser or curl would, with a policy signed as S3's guide describes. */
async function upload({ fields = {}, conditions, expiresInSeconds = 60, body = 'result', as = USER }: Form = {}) {
  stored = undefined;
  const now = new Date(lab.clock.now());
  const dateTime = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const scope = { day: dateTime.slice(0, 8), region: 'us-east-1', service: 's3' };
  const signed: Record<string, string> = {
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': `${as.accessKeyId}/${scope.day}/us-east-1/s3/aws4_request`,
    'x-amz-date': dateTime,
    ...(as.sessionToken === undefined ? {} : { 'x-amz-security-token': as.sessionToken }),
  };
  const policy = {
    expiration: new Date(now.getTime() + expiresInSeconds * 1000).toISOString(),
    conditions: [
      { bucket: 'bucket-1' },
      ...Object.entries(signed).map(([name, value]) => ({ [name]: value })),
      ...(conditions ?? [{ key: KEY }, ['content-length-range', 1, 10]]),
    ],
  };
  const encoded = Buffer.from(JSON.stringify(policy)).toString('base64');
  const signature = signText(signingKey(as.secretAccessKey, scope), encoded);
  const form = new FormData();
  const all = { key: KEY, ...signed, policy: encoded, 'x-amz-signature': signature, ...fields };
  for (const [name, value] of Object.entries(all)) form.set(name, value);
  form.set('file', new Blob([body]), 'own name.tar.gz');
  const answer = await fetch(`${lab.url}/bucket-1`, { method: 'POST', body: form });
  const text = await answer.text();
  return { status: answer.status, code: /<Code>(\w+)<\/Code>/.exec(text)?.[1], text, etag: answer.headers.get('etag') };
}

describe('an upload that keeps its policy', () => {
  test('is stored', async () => {
    expect(await upload()).toMatchObject({ status: 204, etag: '"abc"' });
    expect(stored).toMatchObject({ Bucket: 'bucket-1', Key: KEY });
    expect(String(stored?.Body)).toBe('result');
  });

  test('may name the file and choose the answer', async () => {
    const conditions = [
      ['starts-with', '$key', 'in/'],
      { success_action_status: '201' },
      { 'Content-Type': 'text/plain' },
    ];
    const fields = { key: 'in/${filename}', success_action_status: '201', 'Content-Type': 'text/plain' };
    const { status, text } = await upload({ fields, conditions });
    expect([status, text]).toEqual([201, expect.stringContaining('<Key>in/own name.tar.gz</Key>')]);
    expect(stored).toMatchObject({ Key: 'in/own name.tar.gz', ContentType: 'text/plain' });
  });

  test('may be signed by a session', async () => {
    expect(await upload({ as: lab.session(900) })).toMatchObject({ status: 204 });
  });
});

describe('an upload that does not', () => {
  test.each<[string, Form, number, string]>([
    ['too large', { body: 'eleven char' }, 400, 'EntityTooLarge'],
    ['too small', { body: '' }, 400, 'EntityTooSmall'],
    ['another key', { fields: { key: 'results/i-2.tar.gz' } }, 403, 'AccessDenied'],
    ['a field beyond the policy', { fields: { acl: 'public-read' } }, 403, 'AccessDenied'],
    ['an expired policy', { expiresInSeconds: -1 }, 403, 'AccessDenied'],
    ['another bucket', { conditions: [{ key: KEY }, { bucket: 'bucket-2' }] }, 403, 'AccessDenied'],
    ['a forged signature', { as: { ...USER, secretAccessKey: 'guessed' } }, 403, 'SignatureDoesNotMatch'],
    ['an unknown key id', { as: { ...USER, accessKeyId: 'AKIANOBODY' } }, 403, 'InvalidAccessKeyId'],
    ['a changed policy', { fields: { policy: Buffer.from('{}').toString('base64') } }, 403, 'SignatureDoesNotMatch'],
  ])('%s', async (_, form, status, code) => {
    expect(await upload(form)).toMatchObject({ status, code });
    expect(stored).toBeUndefined();
  });

  test('an expired session', async () => {
    expect(await upload({ as: lab.session(0) })).toMatchObject({ status: 400, code: 'ExpiredToken' });
  });

  test('a form without a policy', async () => {
    const form = new FormData();
    form.set('key', KEY);
    form.set('file', new Blob(['x']));
    const answer = await fetch(`${lab.url}/bucket-1`, { method: 'POST', body: form });
    expect(answer.status).toBe(403);
  });
});
