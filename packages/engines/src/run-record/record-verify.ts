// Checks a run record by itself: every line against the seal, the seal against its key, and the sums; names the first thing that is wrong.
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { RecordHead, RecordItem, RecordSeal, SignatureAlgorithm } from '@bongsu/core';
import { signatureAlgorithms } from '@bongsu/core';
import { lineHash, sealedMessage } from './record-lines.ts';

export type RecordFault =
  | { readonly kind: 'not-a-record'; readonly what: string }
  | { readonly kind: 'not-signed'; readonly what: string }
  | { readonly kind: 'wrong-key'; readonly what: string }
  | { readonly kind: 'seal-altered'; readonly what: string }
  /** `line` counts from 1. */
  | { readonly kind: 'line-altered'; readonly line: number; readonly what: string }
  | { readonly kind: 'lines-missing'; readonly what: string }
  | { readonly kind: 'lines-added'; readonly line: number; readonly what: string }
  | { readonly kind: 'sum'; readonly what: string };

export interface VerifiedRecord {
  readonly head: RecordHead;
  readonly items: readonly RecordItem[];
  /** DER of the key that signed it, base64. */
  readonly publicKey: string;
}

/**
 * @param text the whole file. @param trusted the key that must have signed it (DER, base64); null takes the one the record names, which
 * proves only that nothing was altered since whoever holds that key signed it.
 */
export function recordVerify(text: string, trusted: string | null): VerifiedRecord | RecordFault {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const seal = parsed<RecordSeal>(lines.at(-1), 'seal');
  if (seal === null || !sealFits(seal)) return { kind: 'not-a-record', what: 'the last line is no seal' };
  const content = lines.slice(0, -1);
  const fault = signatureFault(seal, trusted) ?? linesFault(content, seal.sha256);
  if (fault) return fault;
  const head = parsed<RecordHead>(content[0], 'bongsu-run-record');
  if (head === null || head.format !== 1)
    return { kind: 'not-a-record', what: 'the first line is no head of format 1' };
  const items = content.slice(1).map((line) => JSON.parse(line) as RecordItem);
  return sumFault(head, items) ?? { head, items, publicKey: seal.publicKey ?? '' };
}

function signatureFault(
  { sha256, algorithm, publicKey, signature, unsigned }: RecordSeal,
  trusted: string | null,
): RecordFault | null {
  if (algorithm === null || publicKey === null || signature === null)
    return { kind: 'not-signed', what: unsigned ?? 'the seal has no signature' };
  if (trusted !== null && trusted !== publicKey)
    return { kind: 'wrong-key', what: 'it is signed by another key than the one given' };
  const key = keyOf(publicKey, algorithm);
  if (key === null) return { kind: 'seal-altered', what: `the key of the seal is no ${algorithm} key` };
  const given = Buffer.from(signature, 'base64');
  const good =
    algorithm === 'Ed25519'
      ? verify(null, sealedMessage(sha256), key, given)
      : verify('sha256', sealedMessage(sha256), key, given);
  return good ? null : { kind: 'seal-altered', what: 'the signature does not fit the hashes of the seal' };
}

function keyOf(publicKey: string, algorithm: SignatureAlgorithm): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === (algorithm === 'Ed25519' ? 'ed25519' : 'ec') ? key : null;
  } catch {
    // No key at all: said by the caller.
    return null;
  }
}

function linesFault(lines: readonly string[], sha256: readonly string[]): RecordFault | null {
  for (const [index, line] of lines.entries()) {
    const expected = sha256[index];
    if (expected === undefined) return { kind: 'lines-added', line: index + 1, what: nameOf(line) };
    if (lineHash(line) !== expected) return { kind: 'line-altered', line: index + 1, what: nameOf(line) };
  }
  const missing = sha256.length - lines.length;
  return missing > 0 ? { kind: 'lines-missing', what: `${missing} lines after line ${lines.length}` } : null;
}

/** What a line speaks of, for a person; its content may be anything. */
function nameOf(line: string): string {
  const item = parsed<Record<string, unknown>>(line);
  const named = [item?.['instanceId'], item?.['runId'], item?.['key'], item?.['campaignId']].find(
    (one): one is string => typeof one === 'string',
  );
  const kind = typeof item?.['kind'] === 'string' ? item['kind'] : 'not readable';
  return `${kind.slice(0, 40)}${named ? ` ${named.slice(0, 200)}` : ''}`;
}

function sumFault(head: RecordHead, items: readonly RecordItem[]): RecordFault | null {
  const targets = items.filter((item) => item.kind === 'target');
  if (targets.length !== head.targets)
    return { kind: 'sum', what: `the head says ${head.targets} targets, ${targets.length} are listed` };
  const counted = new Map<string, number>();
  for (const { state } of targets) counted.set(state ?? 'pending', (counted.get(state ?? 'pending') ?? 0) + 1);
  for (const state of new Set([...Object.keys(head.states), ...counted.keys()]))
    if ((head.states[state] ?? 0) !== (counted.get(state) ?? 0))
      return {
        kind: 'sum',
        what: `the head says ${head.states[state] ?? 0} ${state}, ${counted.get(state) ?? 0} are listed`,
      };
  return null;
}

function sealFits(seal: RecordSeal): boolean {
  const hashes = Array.isArray(seal.sha256) && seal.sha256.every((one) => /^[0-9a-f]{64}$/.test(String(one)));
  const known = seal.algorithm === null || signatureAlgorithms.includes(seal.algorithm);
  return hashes && known && [seal.publicKey, seal.signature].every((one) => one === null || typeof one === 'string');
}

function parsed<T>(line: string | undefined, kind?: string): T | null {
  try {
    const value: unknown = JSON.parse(line ?? '');
    if (typeof value !== 'object' || value === null) return null;
    return kind === undefined || ('kind' in value && value.kind === kind) ? (value as T) : null;
  } catch {
    // Whoever asked says what it means that this is no JSON.
    return null;
  }
}
