// Proven uploads: what another implementation signed is read, and nothing that is forged, foreign, weak or cut short.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vectorCertificates, vectorDocument, vectorMessages } from './identity.vectors.ts';
import { provenUpload } from './upload.ts';

const trusted = [vectorCertificates.signer];
const archive = Buffer.from([0x1f, 0x8b, 10, 13, 0, 10]);

async function* bytesOf(...parts: readonly Buffer[]): AsyncIterable<Uint8Array> {
  yield* parts;
}
const upload = (message: string): Buffer => Buffer.concat([Buffer.from(`bongsu-identity 1\n${message}\n`), archive]);
const proven = (message: string, expected: object = {}, certificates: readonly string[] = trusted) =>
  provenUpload(bytesOf(upload(message)), 20_000, { ...vectorDocument, ...expected }, certificates);

describe('what OpenSSL signed', () => {
  it.each(['plain', 'stream', 'noAttributes'] as const)('is read: %s', async (name) => {
    expect(await proven(vectorMessages[name])).toEqual({ archive });
  });

  it('is read in PEM as well, and beside certificates that do not fit', async () => {
    const pem = `-----BEGIN CERTIFICATE-----\n${vectorCertificates.signer}\n-----END CERTIFICATE-----\n`;
    expect(await proven(vectorMessages.plain, {}, ['nonsense', vectorCertificates.other, pem])).toEqual({ archive });
  });

  it.each([
    ['sha1', 'the signature of the identity is not that of its Region'],
    ['other', 'the signature of the identity is not that of its Region'],
    ['detached', 'the signed identity holds no document'],
  ] as const)('is refused: %s', async (name, refused) => {
    expect(await proven(vectorMessages[name])).toMatchObject({ refused });
  });

  it('is refused of a key of 1,024 bits, be its certificate trusted or not', async () => {
    expect(await proven(vectorMessages.weak, {}, [vectorCertificates.weak])).toHaveProperty('refused');
  });
});

it.each([
  [{ instanceId: 'i-0123456789abcdef1' }, 'the identity is another instance’s'],
  [{ accountId: '200000000001' }, 'the identity is another account’s'],
  [{ region: 'us-east-1' }, 'the identity is another Region’s'],
])('refuses what is not of %j', async (expected, refused) => {
  expect(await proven(vectorMessages.stream, expected)).toMatchObject({ refused });
});

it('trusts nobody where no certificate is known', async () => {
  expect(await proven(vectorMessages.plain, {}, [])).toMatchObject({
    refused: 'no certificate is known for identities of ap-northeast-2',
  });
});

it('refuses any message of which one bit was changed', { timeout: 60_000 }, async () => {
  expect.hasAssertions();
  for (const name of ['plain', 'stream'] as const) {
    const bytes = Buffer.from(vectorMessages[name], 'base64');
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        const end = await proven(changed.toString('base64'));
        // What names the signer and the version is not signed; the document that is taken is.
        if ('archive' in end) expect(changed.includes('"instanceId" : "i-0123456789abcdef0"')).toBe(true);
      }),
    );
  }
});

it('never throws, whatever comes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const message = Buffer.from(bytes).toString('base64');
      expect(await proven(message)).toHaveProperty('refused');
      expect(await provenUpload(bytesOf(Buffer.from(bytes)), 20_000, vectorDocument, trusted)).toHaveProperty(
        'refused',
      );
    }),
  );
});

it('takes a message cut short at any place for none', async () => {
  const bytes = Buffer.from(vectorMessages.stream, 'base64');
  for (let length = 0; length < bytes.length; length += 1)
    expect(await proven(bytes.subarray(0, length).toString('base64'))).toHaveProperty('refused');
});

it('reads no further than it needs to refuse what is too large', async () => {
  let given = 0;
  const endless = async function* (): AsyncIterable<Uint8Array> {
    for (;;) {
      given += 1;
      yield Buffer.alloc(1_000);
    }
  };
  expect(await provenUpload(endless(), 20_000, vectorDocument, trusted)).toMatchObject({
    refused: 'larger than 20000 bytes',
  });
  expect(given).toBe(21);
});

it('is not drowned by depth or by many elements', async () => {
  const deep = Buffer.concat([Buffer.alloc(4_000, Buffer.from([0x30, 0x80])), Buffer.alloc(100)]);
  const wide = Buffer.concat([Buffer.from([0x30, 0x82, 0x0f, 0xa0]), Buffer.alloc(4_000, Buffer.from([0x05, 0x00]))]);
  for (const bytes of [deep, wide]) expect(await proven(bytes.toString('base64'))).toHaveProperty('refused');
});
