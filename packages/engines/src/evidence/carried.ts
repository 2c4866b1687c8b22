// Reads a result that was carried by hand: an archive as hosts upload it, with a seal behind it.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { HostEvidence } from '@bongsu/core';
import { type EvidenceLimits, evidenceLimits, evidenceUnpack } from './read.ts';

export type CarriedRead =
  | {
      readonly kind: 'accepted';
      readonly evidence: HostEvidence;
      /** The archive without its seal, and its SHA-256. */
      readonly bytes: Uint8Array;
      readonly sha256: string;
      readonly seal: string;
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** `bongsu-seal 1 `, 64 hex digits and a newline. */
const sealBytes = 79;

/** Never throws for what the bytes hold. Whether the seal is right is for `sealHolds` to say, once the build is known. */
export async function carriedRead(
  source: AsyncIterable<Uint8Array>,
  limits: EvidenceLimits = evidenceLimits,
): Promise<CarriedRead> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    size += chunk.byteLength;
    if (size > limits.compressedBytesMax + sealBytes)
      return { kind: 'refused', reason: `larger than ${limits.compressedBytesMax} bytes` };
    chunks.push(chunk);
  }
  const all = Buffer.concat(chunks);
  const [, seal] = /^bongsu-seal 1 ([0-9a-f]{64})\n$/.exec(all.subarray(-sealBytes).toString('latin1')) ?? [];
  if (seal === undefined)
    return { kind: 'refused', reason: 'no seal at its end: cut short, or not made by such a script' };
  const bytes = all.subarray(0, -sealBytes);
  const unpacked = await evidenceUnpack(bytes, limits);
  if (unpacked.kind === 'refused') return unpacked;
  return { ...unpacked, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), seal };
}

/** The two keys of the seal, each a block of SHA-256 long; the script has these alone. */
export function sealKeys(sealKey: string): { readonly inner: string; readonly outer: string } {
  const of = (side: string): string => createHash('sha256').update(`bongsu seal ${side} ${sealKey}`).digest('hex');
  return { inner: of('inner'), outer: of('outer') };
}

/** True where the seal is that of these bytes under this build's key. */
export function sealHolds(sealKey: string, bytes: Uint8Array, seal: string): boolean {
  const { inner, outer } = sealKeys(sealKey);
  const first = createHash('sha256').update(inner).update(bytes).digest('hex');
  const right = createHash('sha256').update(outer).update(first).digest();
  return timingSafeEqual(right, Buffer.from(seal, 'hex'));
}
