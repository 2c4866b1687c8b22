// Presigned URLs as instances use them: expiry, sessions, signed headers as received, and any key there is.
import { S3Client } from '@aws-sdk/client-s3';
import { HttpRequest } from '@smithy/core/protocols';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Identity } from '../endpoint/contract.ts';
import { type Rehearsal, startRehearsal, USER } from '../endpoint/rehearsal.ts';
import { percentEncode } from './canonical.ts';

let lab: Rehearsal;
const objects = new Map<string, Buffer>();

beforeAll(async () => {
  lab = await startRehearsal({
    s3: {
      PutObject: (input) => {
        objects.set(input.Key, input.Body);
        return { ETag: '"1"' };
      },
      GetObject: (input) => ({ Body: objects.get(input.Key) }),
    },
  });
});
afterAll(() => lab.close());

interface Presigner {
  presign(request: HttpRequest, options: object): Promise<HttpRequest>;
}

interface Wish {
  readonly method: 'GET' | 'PUT';
  readonly key: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly expiresSeconds?: number;
  readonly as?: Identity;
}

/** A URL signed by the SDK's own signer. */
async function presign({ method, key, headers = {}, expiresSeconds = 60, as = USER }: Wish): Promise<URL> {
  // The resolved signer presigns too, which its declared type leaves out.
  const signer = (await new S3Client(lab.client(as)).config.signer()) as unknown as Presigner;
  const path = `/bucket-1/${key.split('/').map(percentEncode).join('/')}`;
  const host = `127.0.0.1:${lab.port}`;
  const request = new HttpRequest({
    method,
    protocol: 'http:',
    hostname: '127.0.0.1',
    port: lab.port,
    path,
    headers: { host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD', ...headers },
  });
  const options = { expiresIn: expiresSeconds, unhoistableHeaders: new Set(Object.keys(headers)) };
  const signed = await signer.presign(request, { ...options, signingDate: new Date(lab.clock.now()) });
  const url = new URL(lab.url + path);
  for (const [name, value] of Object.entries(signed.query ?? {})) url.searchParams.set(name, String(value));
  // URLSearchParams writes a space as a plus; signers never do.
  url.search = url.search.replaceAll('+', '%20');
  return url;
}

async function errorCodeOf(answer: Response): Promise<string | undefined> {
  return /<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1];
}

describe('keys', () => {
  test('any key makes the way there and back', async () => {
    const key = fc
      .array(
        fc.oneof(
          fc.constantFrom(' ', '+', '&', '"', "'", '=', '?', '#', '%', '%2F', '~', 'é', '봉수', '/', '(*)'),
          fc.string(),
        ),
        {
          minLength: 1,
          maxLength: 12,
        },
      )
      .map((parts) => parts.join(''))
      .filter((text) => text !== '' && text.isWellFormed() && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(text));
    await fc.assert(
      fc.asyncProperty(key, fc.string(), async (name, text) => {
        const put = await fetch(await presign({ method: 'PUT', key: name }), { method: 'PUT', body: text });
        expect([put.status, objects.has(name)]).toEqual([200, true]);
        const got = await fetch(await presign({ method: 'GET', key: name }));
        expect(await got.text()).toBe(text);
      }),
      { seed: 20260101, numRuns: 60 },
    );
  });
});

describe('what is enforced', () => {
  const put = (url: URL, init: RequestInit = {}) => fetch(url, { method: 'PUT', body: 'result', ...init });

  test('a header that was signed must be sent, with the value that was signed', async () => {
    const url = await presign({ method: 'PUT', key: 'once', headers: { 'if-none-match': '*' } });
    expect((await put(url)).status).toBe(403);
    expect(await errorCodeOf(await put(url, { headers: { 'if-none-match': '"x"' } }))).toBe('SignatureDoesNotMatch');
    expect((await put(url, { headers: { 'if-none-match': '*' } })).status).toBe(200);
  });

  test('a signed length binds the body', async () => {
    const url = await presign({ method: 'PUT', key: 'sized', headers: { 'content-length': '6' } });
    expect((await put(url, { body: 'longer than signed' })).status).toBe(403);
    expect((await put(url)).status).toBe(200);
  });

  test('an x-amz header that was not signed is refused', async () => {
    const url = await presign({ method: 'PUT', key: 'acl' });
    expect(await errorCodeOf(await put(url, { headers: { 'x-amz-acl': 'public-read' } }))).toBe('AccessDenied');
  });

  test('another key, method or query is refused', async () => {
    const url = await presign({ method: 'PUT', key: 'mine' });
    const other = new URL(url.href.replace('/mine?', '/theirs?'));
    expect(await errorCodeOf(await put(other))).toBe('SignatureDoesNotMatch');
    expect(await errorCodeOf(await fetch(url))).toBe('SignatureDoesNotMatch');
    expect(await errorCodeOf(await put(new URL(`${url.href}&tagging=`)))).toBe('SignatureDoesNotMatch');
  });

  test('an altered signature or expiry is refused', async () => {
    const url = await presign({ method: 'PUT', key: 'forged' });
    url.searchParams.set('X-Amz-Expires', '3600');
    expect(await errorCodeOf(await put(url))).toBe('SignatureDoesNotMatch');
    url.searchParams.set('X-Amz-Expires', '60');
    url.searchParams.set('X-Amz-Signature', 'a'.repeat(64));
    expect(await errorCodeOf(await put(url))).toBe('SignatureDoesNotMatch');
  });

  test.each([
    ['0', 'AuthorizationQueryParametersError'],
    ['604801', 'AuthorizationQueryParametersError'],
    ['soon', 'AuthorizationQueryParametersError'],
  ])('an expiry of %s is none', async (expires, code) => {
    const url = await presign({ method: 'PUT', key: 'odd' });
    url.searchParams.set('X-Amz-Expires', expires);
    const answer = await put(url);
    expect([answer.status, await errorCodeOf(answer)]).toEqual([400, code]);
  });
});

describe('time', () => {
  test('a URL dies with its expiry, by the lab clock', async () => {
    const own = lab;
    lab = await startRehearsal({ s3: { GetObject: () => ({ Body: 'x' }) } });
    const week = await presign({ method: 'GET', key: 'k', expiresSeconds: 604_800 });
    const minute = await presign({ method: 'GET', key: 'k' });
    expect((await fetch(minute)).status).toBe(200);
    lab.clock.advance(61_000);
    expect(await errorCodeOf(await fetch(minute))).toBe('AccessDenied');
    expect((await fetch(week)).status).toBe(200);
    lab.clock.advance(604_800_000);
    expect((await fetch(week)).status).toBe(403);
    await lab.close();
    lab = own;
  });

  test('a URL dies with the session that signed it, however long its own expiry', async () => {
    const session = lab.session(1);
    const url = await presign({ method: 'PUT', key: 'k', expiresSeconds: 3600, as: session });
    expect((await fetch(url, { method: 'PUT', body: 'x' })).status).toBe(200);
    lab.clock.advance(1000);
    const answer = await fetch(url, { method: 'PUT', body: 'x' });
    expect([answer.status, await errorCodeOf(answer)]).toEqual([400, 'ExpiredToken']);
  });
});
