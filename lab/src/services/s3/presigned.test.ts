// Uploads by URL and by form: exactly the size that was signed, once, in time, and under no other name.
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLab } from '../../lab.ts';
import type { Lab } from '../../lab.ts';
import { bareRoot, clientsOf, seoul, smallWorld } from '../lab-fixture.ts';
import { presignedPut } from '../signing-fixture.ts';

let lab: Lab;
const Bucket = 'exchange';
beforeAll(async () => {
  lab = await startLab({ world: smallWorld, roots: [bareRoot] });
});
afterAll(() => lab.close());

const read = async (Key: string) =>
  (
    await clientsOf(lab, lab.centralCredentials).s3.send(new GetObjectCommand({ Bucket, Key }))
  ).Body?.transformToString();

describe('a presigned PUT', () => {
  const urlFor = (key: string, length: number, seconds = 300) =>
    presignedPut(lab, `/${Bucket}/${key}`, { 'content-length': String(length), 'if-none-match': '*' }, seconds);
  const upload = (url: string, body: string, headers: Record<string, string> = { 'if-none-match': '*' }) =>
    fetch(url, { method: 'PUT', body, headers });

  test('takes exactly the length that was signed', async () => {
    const url = await urlFor('exact', 10);
    expect((await upload(url, '123456789')).status).toBe(403);
    expect((await upload(url, '12345678901')).status).toBe(403);
    expect((await upload(url, '1234567890')).status).toBe(200);
    expect(await read('exact')).toBe('1234567890');
  });

  test('takes one write', async () => {
    const url = await urlFor('single', 5);
    expect((await upload(url, 'first', {})).status).toBe(403);
    expect((await upload(url, 'first')).status).toBe(200);
    const second = await upload(url, 'other');
    expect(second.status).toBe(412);
    expect(await second.text()).toContain('<Code>PreconditionFailed</Code>');
    expect(await read('single')).toBe('first');
  });

  test('takes no other key, and ends in time', async () => {
    const url = await urlFor('mine', 5, 60);
    expect((await upload(url.replace('/mine?', '/yours?'), 'other')).status).toBe(403);
    lab.clock.advance(61_000);
    expect((await upload(url, 'first')).status).toBe(403);
  });
});

test('a form upload is bound to the size range of its policy', async () => {
  const { accessKeyId, secretAccessKey } = lab.centralCredentials;
  const date = new Date(lab.clock.now()).toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = [date.slice(0, 8), seoul, 's3', 'aws4_request'];
  const fields = {
    key: 'form/result',
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': [accessKeyId, ...scope].join('/'),
    'x-amz-date': date,
  };
  const conditions = [{ bucket: Bucket }, ...Object.entries(fields).map(([name, value]) => ({ [name]: value }))];
  const policy = Buffer.from(
    JSON.stringify({
      expiration: new Date(lab.clock.now() + 600_000).toISOString(),
      conditions: [...conditions, ['content-length-range', 5, 10]],
    }),
  ).toString('base64');
  const hmac = (key: string | Buffer, message: string) => createHmac('sha256', key).update(message).digest();
  const signature = hmac(scope.reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`), policy).toString('hex');
  const post = async (body: string) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, policy, 'x-amz-signature': signature })) {
      form.append(name, value);
    }
    form.append('file', new Blob([body]));
    const answer = await fetch(`${lab.url}/${Bucket}`, { method: 'POST', body: form });
    return { status: answer.status, text: await answer.text() };
  };
  expect((await post('1234')).text).toContain('<Code>EntityTooSmall</Code>');
  expect((await post('12345678901')).text).toContain('<Code>EntityTooLarge</Code>');
  expect((await post('1234567')).status).toBe(204);
  expect(await read('form/result')).toBe('1234567');
});
