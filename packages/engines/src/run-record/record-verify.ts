// Checks a run record by itself: every line against the seal, the seal against its key, and the sums; names the first thing that is wrong.
import { createHash } from 'node:crypto';
import type { Instant, RecordHead, RecordItem, RecordSeal, Signer } from '@bongsu/core';
import { recordLine } from './record-lines.ts';
import { linesFault, recordContent, type RecordFault, type RecordParts, recordParts } from './record-read.ts';
import { recordSeal, recordText, signatureFits } from './record-seal.ts';

export interface VerifiedRecord {
  readonly head: RecordHead;
  readonly items: readonly RecordItem[];
  readonly signedBy: SealKey;
}

/** The key of a seal, as a person tells it from others. */
export interface SealKey {
  /** SHA-256 of the key's DER, in hexadecimal. */
  readonly fingerprint: string;
  /** DER, base64. */
  readonly publicKey: string;
  readonly keyArn: string | null;
  readonly signedAt: Instant | null;
}

export function keyFingerprint(der: Uint8Array): string {
  return createHash('sha256').update(der).digest('hex');
}

/**
 * @param bytes the whole file. @param trusted fingerprint of the key that must have signed it; null takes the one the record names, which
 * proves only that nothing was altered since whoever holds that key signed it.
 */
export function recordVerify(bytes: Uint8Array, trusted: string | null): VerifiedRecord | RecordFault {
  const parts = recordParts(bytes);
  if ('kind' in parts) return parts;
  const signedBy = sealCheck(parts.seal, trusted);
  if ('kind' in signedBy) return signedBy;
  const altered = linesFault(parts) ?? spellingFault(parts);
  if (altered) return altered;
  const content = recordContent(parts.lines);
  if ('kind' in content) return content;
  return sumFault(content.head, content.items) ?? { ...content, signedBy };
}

function sealCheck(seal: RecordSeal, trusted: string | null): SealKey | RecordFault {
  const { algorithm, publicKey, signature, unsigned, keyArn = null, signedAt = null } = seal;
  if (algorithm === null || publicKey === null || signature === null)
    return { kind: 'not-signed', what: unsigned ?? 'the seal has no signature' };
  const der = Buffer.from(publicKey, 'base64');
  const fingerprint = keyFingerprint(der);
  if (trusted !== null && trusted !== fingerprint)
    return { kind: 'wrong-key', what: `the key of the record is SHA-256 ${fingerprint}, the one given ${trusted}` };
  const fits = signatureFits(seal, algorithm, der, Buffer.from(signature, 'base64'));
  if (fits === null) return { kind: 'seal-altered', what: `the key of the seal is no ${algorithm} key` };
  if (!fits) return { kind: 'seal-altered', what: 'the signature does not fit the hashes of the seal' };
  return { fingerprint, publicKey, keyArn, signedAt };
}

/** The signature does not hold the seal's own blanks, order and further fields; that it is spelt as we spell it does. */
function spellingFault({ seal, sealText }: RecordParts): RecordFault | null {
  const { kind, sha256, algorithm, publicKey, keyArn, signedAt, signature, unsigned } = seal;
  const known = { kind, sha256, algorithm, publicKey, signature, unsigned };
  const said = {
    ...(keyArn === undefined ? {} : { keyArn }),
    ...(signedAt === undefined ? {} : { signedAt }),
  };
  const same = unsigned === null && recordLine({ ...known, ...said }) === sealText;
  return same ? null : { kind: 'seal-altered', what: 'the seal is not written as it was sealed' };
}

/**
 * Signs a record that could not be signed when its campaign ended; gives its new text, or why it is still not signed.
 * A record whose lines are no longer those that were hashed is never signed.
 */
export async function recordSignLater(
  text: string,
  signer: Signer,
  signedAt: Instant,
): Promise<{ readonly text: string } | { readonly unsigned: string }> {
  const parts = recordParts(new TextEncoder().encode(text));
  const fault = 'kind' in parts ? parts : linesFault(parts);
  if (fault)
    return {
      unsigned: `it was altered before it was signed: ${'line' in fault ? `line ${fault.line}, ` : ''}${fault.what}`,
    };
  const lines = text.split('\n').slice(0, -2);
  const seal = await recordSeal(lines, signer, signedAt);
  return seal.unsigned === null ? { text: recordText(lines, seal) } : { unsigned: seal.unsigned };
}

function sumFault(head: RecordHead, items: readonly RecordItem[]): RecordFault | null {
  const targets = items.filter((item) => item.kind === 'target');
  if (targets.length !== head.targets)
    return { kind: 'sum', what: `the head says ${head.targets} targets, ${targets.length} are listed` };
  const counted = new Map<string, number>();
  for (const { state } of targets) counted.set(state ?? 'pending', (counted.get(state ?? 'pending') ?? 0) + 1);
  const told = new Map(Object.entries(head.states));
  for (const state of new Set([...told.keys(), ...counted.keys()]))
    if ((told.get(state) ?? 0) !== (counted.get(state) ?? 0))
      return {
        kind: 'sum',
        what: `the head says ${told.get(state) ?? 0} ${state}, ${counted.get(state) ?? 0} are listed`,
      };
  return null;
}
