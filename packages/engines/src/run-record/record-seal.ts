// Seals the lines of a run record: one signature over all their hashes, at once or, where the signer could not, later.
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { Instant, RecordSeal, SignatureAlgorithm, Signer } from '@bongsu/core';
import { lineHash, recordLine } from './record-lines.ts';

/** What a signature of a seal stands for: the lines' hashes, and who signed when, where that is said. */
export type Sealed = Pick<RecordSeal, 'sha256' | 'keyArn' | 'signedAt'>;

/** One fact a line, under a heading that no other signature of ours has. */
export function sealedMessage({ sha256, keyArn, signedAt }: Sealed, algorithm: SignatureAlgorithm): Uint8Array {
  const key = keyArn === undefined ? [] : [`key ${keyArn}`];
  const at = signedAt === undefined ? [] : [`signed-at ${signedAt}`];
  const message = ['bongsu-run-record 1', ...key, ...at, ...sha256, ''].join('\n');
  if (algorithm !== 'Ed25519-SHA256') return new TextEncoder().encode(message);
  const digest = createHash('sha256').update(message).digest('hex');
  return new TextEncoder().encode(`bongsu-run-record-sha256 1\n${digest}\n`);
}

/** Whether a signature is this key's over what is sealed; null where the bytes are no key of the algorithm. */
export function signatureFits(
  sealed: Sealed,
  algorithm: SignatureAlgorithm,
  publicKey: Uint8Array,
  signature: Uint8Array,
): boolean | null {
  const key = keyOf(publicKey, algorithm);
  if (key === null) return null;
  const digest = algorithm === 'ECDSA-P256-SHA256' ? 'sha256' : null;
  return verify(digest, sealedMessage(sealed, algorithm), key, signature);
}

function keyOf(publicKey: Uint8Array, algorithm: SignatureAlgorithm): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
    if (algorithm !== 'ECDSA-P256-SHA256') return key.asymmetricKeyType === 'ed25519' ? key : null;
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : null;
  } catch {
    // No key at all: said by the caller.
    return null;
  }
}

/**
 * Seals lines; where the signer cannot, the seal says why, and the hashes stand all the same.
 * `signedAt`: where it is not the end of the campaign.
 */
export async function recordSeal(
  lines: readonly string[],
  signer: Signer | null,
  signedAt?: Instant,
): Promise<RecordSeal> {
  return seal(lines.map(lineHash), signer, signedAt);
}

async function seal(sha256: readonly string[], signer: Signer | null, signedAt?: Instant): Promise<RecordSeal> {
  const unsigned = (why: string): RecordSeal => ({
    ...{ kind: 'seal', sha256, algorithm: null, publicKey: null, signature: null },
    unsigned: why,
  });
  if (signer === null) return unsigned('no signing key is configured');
  const key = await signer.key();
  if ('fault' in key) return unsigned(key.fault);
  const { algorithm, publicKey, keyArn } = key;
  const sealed: Sealed = {
    sha256,
    ...(keyArn === null ? {} : { keyArn }),
    ...(signedAt === undefined ? {} : { signedAt }),
  };
  const signature = await signer.sign(sealedMessage(sealed, algorithm));
  if ('fault' in signature) return unsigned(signature.fault);
  // A seal that nobody could verify must not pass for one: it could never be mended.
  if (!signatureFits(sealed, algorithm, publicKey, signature))
    return unsigned('the signer gave a signature that its own public key does not verify');
  return {
    ...{ kind: 'seal', ...sealed, algorithm },
    publicKey: Buffer.from(publicKey).toString('base64'),
    signature: Buffer.from(signature).toString('base64'),
    unsigned: null,
  };
}

/** The whole text of a record, its seal included. */
export function recordText(lines: readonly string[], last: RecordSeal): string {
  return [...lines, recordLine(last), ''].join('\n');
}
