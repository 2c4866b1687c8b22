// Verifies a PKCS #7 signed message (RFC 2315) against certificates that the caller trusts; those in the message count for nothing.
import { createHash, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { berRead, type Element, identifierOf, octetsOf } from './ber.ts';

/** Object identifiers as their octets in hex. */
const oid = {
  data: '2a864886f70d010701',
  signedData: '2a864886f70d010702',
  contentType: '2a864886f70d010903',
  messageDigest: '2a864886f70d010904',
  sha256: '608648016503040201',
} as const;
const [sequence, set, field0] = [0x30, 0x31, 0xa0];

export type Opened = { readonly content: Buffer } | { readonly fault: string };

/** The signed content; or why the message proves nothing. `certificates` are PEM, or base64 of DER. */
export function signedMessageOpen(message: Buffer, certificates: readonly string[]): Opened {
  const read = berRead(message);
  const outer = read?.tag === sequence && identifierOf(read.parts[0]) === oid.signedData ? read.parts[1] : undefined;
  const signedData = outer?.tag === field0 ? outer.parts[0] : undefined;
  if (signedData?.tag !== sequence) return { fault: 'the identity is no signed message' };
  const [, , inner] = signedData.parts;
  const held = identifierOf(inner?.parts[0]) === oid.data ? inner?.parts[1] : undefined;
  const content = held?.tag === field0 ? octetsOf(held.parts[0]) : null;
  if (content === null) return { fault: 'the signed identity holds no document' };
  const signers = signedData.parts.at(-1);
  if (signers?.tag !== set || signers.parts.length === 0) return { fault: 'the identity is not signed' };
  const keys = certificates.map(keyOf).filter((key) => key !== null);
  const good = signers.parts.some((signer) => keys.some((key) => signedBy(signer, content, key)));
  return good ? { content } : { fault: 'the signature of the identity is not that of its Region' };
}

function signedBy(signer: Element, content: Buffer, key: KeyObject): boolean {
  const [, , digest, ...rest] = signer.parts;
  // SHA-256 alone: with a weaker digest other content could be found for the same signature.
  if (identifierOf(digest?.parts[0]) !== oid.sha256) return false;
  const attributes = rest[0]?.tag === field0 ? rest[0] : null;
  const signature = octetsOf(rest[attributes === null ? 1 : 2]);
  if (signature === null) return false;
  if (attributes === null) return verify('sha256', content, key, signature);
  const own = createHash('sha256').update(content).digest();
  const said = octetsOf(attributeOf(attributes, oid.messageDigest));
  if (said === null || !said.equals(own)) return false;
  if (identifierOf(attributeOf(attributes, oid.contentType)) !== oid.data || attributes.whole === null) return false;
  // Signed as a set, though sent as a field with the same content (RFC 2315, 9.3).
  const signed = Buffer.concat([Buffer.from([set]), attributes.whole.subarray(1)]);
  return verify('sha256', signed, key, signature);
}

/** The one value of an attribute that stands once. */
function attributeOf(attributes: Element, name: string): Element | undefined {
  const found = attributes.parts.filter((one) => identifierOf(one.parts[0]) === name);
  const values = found[0]?.parts[1];
  return found.length === 1 && values?.tag === set && values.parts.length === 1 ? values.parts[0] : undefined;
}

/** An RSA key of 2,048 bits or more; a certificate that is none trusts nobody. */
function keyOf(certificate: string): KeyObject | null {
  try {
    const pem = certificate.includes('-----BEGIN');
    const { publicKey } = new X509Certificate(pem ? certificate : Buffer.from(certificate, 'base64'));
    const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0;
    return publicKey.asymmetricKeyType === 'rsa' && bits >= 2048 ? publicKey : null;
  } catch {
    // Said by the caller: no key fits.
    return null;
  }
}
