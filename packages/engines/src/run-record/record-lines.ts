// Writes the lines of a run record and seals them: one hash for each line, one signature over all hashes.
import { createHash } from 'node:crypto';
import type { HostVerdict, RecordHead, RecordItem, RecordSeal, Signer } from '@bongsu/core';

/** One line, the same for the same content: keys in their order, no line break inside. */
export function recordLine(content: RecordHead | RecordItem | RecordSeal): string {
  return JSON.stringify(ordered(content));
}

/** What is signed: the lines' hashes, one a line, under a heading that no other signature of ours has. */
export function sealedMessage(sha256: readonly string[]): Uint8Array {
  return new TextEncoder().encode(['bongsu-run-record 1', ...sha256, ''].join('\n'));
}

export function lineHash(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}

/** Seals lines; where the signer fails the seal says why, and the hashes stand all the same. */
export async function recordSeal(lines: readonly string[], signer: Signer | null): Promise<RecordSeal> {
  const sha256 = lines.map(lineHash);
  const unsigned = (why: string): RecordSeal => ({
    ...{ kind: 'seal', sha256, algorithm: null, publicKey: null, signature: null },
    unsigned: why,
  });
  if (signer === null) return unsigned('no signing key is configured');
  try {
    const [publicKey, signature] = await Promise.all([signer.publicKey(), signer.sign(sealedMessage(sha256))]);
    return {
      kind: 'seal',
      sha256,
      algorithm: signer.algorithm,
      publicKey: Buffer.from(publicKey).toString('base64'),
      signature: Buffer.from(signature).toString('base64'),
      unsigned: null,
    };
  } catch (fault) {
    // The hand's errors carry the gap they stand for; the campaign ended well, and says that its record is not signed.
    if (fault instanceof Error && 'gap' in fault && fault.gap) return unsigned(fault.message);
    throw fault;
  }
}

/** Over what was said of one host: units in order, every word of each verdict. Null where nothing was said. */
export function verdictsHash(verdicts: readonly HostVerdict[]): string | null {
  if (verdicts.length === 0) return null;
  const sorted = [...verdicts].sort((a, b) => (a.unit < b.unit ? -1 : 1));
  const said = sorted.map(({ unit, status, reason, evidence, gaps, basis }) => ({
    unit,
    status,
    reason,
    evidence,
    gaps,
    basis,
  }));
  return createHash('sha256')
    .update(JSON.stringify(ordered(said)))
    .digest('hex');
}

/** The same value with the keys of every object in order: databases keep JSON in an order of their own. */
export function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, held]) => [key, ordered(held)]));
}
