// Whether a text of the configuration is a certificate that identities of instances can be verified with.
import { X509Certificate } from 'node:crypto';

/** An RSA key of 2,048 bits or more, in PEM: with anything else every result would be refused after it was made. */
export function certificateFits(text: string): boolean {
  if (!text.trimStart().startsWith('-----BEGIN CERTIFICATE-----')) return false;
  try {
    const { publicKey } = new X509Certificate(text);
    return publicKey.asymmetricKeyType === 'rsa' && (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
  } catch {
    // Not readable, which is what was asked.
    return false;
  }
}
