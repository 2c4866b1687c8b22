// ECDSA on P-256 over a hash that the caller made: Node signs only what it hashes itself.
import { createECDH } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** Order of the curve's base point (FIPS 186-5 by way of SP 800-186, P-256). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, base % order];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % order;
    square = (square * square) % order;
  }
  return result;
}

/** A signature in DER over 32 bytes (FIPS 186-5, 6.4.1). Not for keys worth a secret: its time depends on them. */
export function ecdsaOverDigest(digest: Uint8Array, privateKey: KeyObject): Buffer {
  const secret = numberOf(Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url'));
  for (;;) {
    // The nonce and its point, made as a key pair is.
    const nonce = createECDH('prime256v1');
    const point = nonce.generateKeys();
    const r = numberOf(point.subarray(1, 33)) % order;
    const inverse = power(numberOf(nonce.getPrivateKey()), order - 2n);
    const s = (inverse * (numberOf(digest) + r * secret)) % order;
    if (r !== 0n && s !== 0n) return sequence(integer(r), integer(s));
  }
}

function integer(value: bigint): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  // A first bit that is set would make it negative.
  const signed = (bytes[0] ?? 0) < 0x80 ? bytes : Buffer.concat([Buffer.from([0]), bytes]);
  return Buffer.concat([Buffer.from([0x02, signed.length]), signed]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
}
