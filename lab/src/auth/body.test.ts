// Bodies held to what was signed for them: hashes, aws-chunked streams with trailers, and checksums.
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Shape } from '../endpoint/contract.ts';
import { type Rehearsal, startRehearsal, USER } from '../endpoint/rehearsal.ts';
import { decodeChunkedBody } from './aws-chunked.ts';
import { checkBodyChecksums } from './checksum.ts';
import { scopeText, sha256Hex, signingKey, signText } from './signing-key.ts';
import type { Verified } from './sigv4.ts';

let lab: Rehearsal;
let stored: Shape = {};

beforeAll(async () => {
  lab = await startRehearsal({
    s3: {
      PutObject: (input) => {
        stored = input;
        return { ETag: '"1"' };
      },
    },
  });
});
afterAll(() => lab.close());

describe('real clients', () => {
  test.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const)(
    'a stream with a %s trailer arrives plain',
    async (algorithm) => {
      const text = '봉수 '.repeat(50_000);
      const command = new PutObjectCommand({
        Bucket: 'bucket-1',
        Key: 'k',
        Body: Readable.from([Buffer.from(text)]),
        ContentLength: Buffer.byteLength(text),
        ContentEncoding: 'gzip',
        ChecksumAlgorithm: algorithm,
      });
      await new S3Client(lab.client()).send(command);
      expect(String(stored.Body)).toBe(text);
      expect([stored.ContentEncoding, stored[`Checksum${algorithm}`]]).toEqual(['gzip', expect.any(String)]);
    },
  );

  test('a body changed after it was signed is refused', async () => {
    const s3 = new S3Client(lab.client());
    s3.middlewareStack.add(
      (next) => (args) => {
        (args.request as { body: unknown }).body = 'changed';
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    const put = s3.send(new PutObjectCommand({ Bucket: 'bucket-1', Key: 'k', Body: 'as sent' }));
    await expect(put).rejects.toMatchObject({ name: 'XAmzContentSHA256Mismatch' });
  });

  test('a checksum that does not fit is refused', async () => {
    const input = { Bucket: 'bucket-1', Key: 'k', Body: 'text', ChecksumCRC32: 'AAAAAA==' };
    const put = new S3Client(lab.client()).send(new PutObjectCommand(input));
    await expect(put).rejects.toMatchObject({ name: 'BadDigest' });
  });
});

describe('checksums', () => {
  /** The check values of "123456789" in the published catalogues of CRC algorithms, and its digests. */
  const text = Buffer.from('123456789');
  test.each([
    ['x-amz-checksum-crc32', Buffer.from('cbf43926', 'hex')],
    ['x-amz-checksum-crc32c', Buffer.from('e3069283', 'hex')],
    ['x-amz-checksum-crc64nvme', Buffer.from('ae8b14860a799888', 'hex')],
    ['x-amz-checksum-sha1', Buffer.from('f7c3bc1d808e04732adf679965ccc34ca7ae3441', 'hex')],
    ['content-md5', Buffer.from('25f9e794323b453885f5181f1b624d0b', 'hex')],
  ])('%s', (name, expected) => {
    expect(() => checkBodyChecksums({ [name]: expected.toString('base64') }, text)).not.toThrow();
    const other = () => checkBodyChecksums({ [name]: expected.toString('base64') }, Buffer.from('12345678'));
    expect(other).toThrow(expect.objectContaining({ code: 'BadDigest' }));
  });
});

describe('signed chunks', () => {
  const scope = { day: '20260101', region: 'us-east-1', service: 's3' };
  const verified: Verified = {
    identity: USER,
    scope,
    presigned: false,
    dateTime: '20260101T000000Z',
    signature: 'a'.repeat(64),
    key: signingKey(USER.secretAccessKey, scope),
    payloadHash: 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
  };
  const chunked = (parts: readonly string[]): Buffer => {
    let previous = verified.signature;
    const chunks = [...parts, ''].map((part) => {
      const head = ['AWS4-HMAC-SHA256-PAYLOAD', verified.dateTime, scopeText(scope), previous, sha256Hex('')];
      previous = signText(verified.key, [...head, sha256Hex(part)].join('\n'));
      return `${Buffer.byteLength(part).toString(16)};chunk-signature=${previous}\r\n${part}\r\n`;
    });
    return Buffer.from(chunks.join(''));
  };
  const headers = { 'x-amz-decoded-content-length': '8' };

  test('are joined', () => {
    expect(decodeChunkedBody(chunked(['one ', 'two ']), verified, headers).body.toString()).toBe('one two ');
  });

  test('cannot be changed, exchanged or cut', () => {
    const changed = Buffer.from(chunked(['one ', 'two ']).toString().replace('two ', 'six '));
    const code = (raw: Buffer) => () => decodeChunkedBody(raw, verified, headers);
    expect(code(changed)).toThrow(expect.objectContaining({ code: 'SignatureDoesNotMatch' }));
    expect(code(chunked(['two ', 'one ']).subarray(0, 120))).toThrow(
      expect.objectContaining({ code: 'IncompleteBody' }),
    );
    expect(code(chunked(['one ']))).toThrow(expect.objectContaining({ code: 'IncompleteBody' }));
  });
});
