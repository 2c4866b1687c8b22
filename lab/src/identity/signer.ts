// The key with which the lab vouches for its instances, its certificate, and messages signed with both (RFC 5280, RFC 2315).
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { bits, field, identifier, integer, nothing, octets, pem, sequence, setOf, time, utf8 } from './der.ts';

export interface Signer {
  /** The certificate that signatures are verified with, as AWS publishes one for each Region. */
  readonly certificate: string;
  /** RSA with SHA-256 over a text, in base64. */
  signature(text: string): string;
  /** The text within a PKCS #7 message signed at a moment, in base64 without the PEM lines around it. */
  message(text: string, at: Date): string;
}

const sha256 = sequence(identifier('2.16.840.1.101.3.4.2.1'), nothing);
const rsaWithSha256 = sequence(identifier('1.2.840.113549.1.1.11'), nothing);
const rsa = sequence(identifier('1.2.840.113549.1.1.1'), nothing);
const oids = {
  commonName: '2.5.4.3',
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
} as const;

const serial = integer(Buffer.from([1]));
const name = sequence(setOf(sequence(identifier(oids.commonName), utf8('Bongsu lab instance identity'))));
const attribute = (oid: string, value: Buffer): Buffer => sequence(identifier(oid), setOf(value));

function certificateOf(privateKey: KeyObject, publicKey: KeyObject): string {
  const valid = sequence(time(new Date('2000-01-01T00:00:00Z')), time(new Date('2199-12-31T23:59:59Z')));
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const body = sequence(field(0, integer(Buffer.from([2]))), serial, rsaWithSha256, name, valid, name, key);
  return pem('CERTIFICATE', sequence(body, rsaWithSha256, bits(sign('sha256', body, privateKey))));
}

/** A new key of 2,048 bits; no two labs share one, so that no signature of a lab is worth anything elsewhere. */
export function createSigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    certificate: certificateOf(privateKey, publicKey),
    signature: (text) => sign('sha256', Buffer.from(text), privateKey).toString('base64'),
    message: (text, at) => {
      const content = Buffer.from(text);
      const attributes = setOf(
        attribute(oids.contentType, identifier(oids.data)),
        attribute(oids.signingTime, time(at)),
        attribute(oids.messageDigest, octets(createHash('sha256').update(content).digest())),
      );
      // Signed as a set, and sent as a field with the same content (RFC 2315, 9.3).
      const signed = sign('sha256', attributes, privateKey);
      const asField = Buffer.concat([Buffer.from([0xa0]), attributes.subarray(1)]);
      const who = sequence(name, serial);
      const signerInfo = sequence(integer(Buffer.from([1])), who, sha256, asField, rsa, octets(signed));
      const inner = sequence(identifier(oids.data), field(0, octets(content)));
      const data = sequence(integer(Buffer.from([1])), setOf(sha256), inner, setOf(signerInfo));
      const lines =
        sequence(identifier(oids.signedData), field(0, data))
          .toString('base64')
          .match(/.{1,64}/g) ?? [];
      return lines.join('\n');
    },
  };
}
