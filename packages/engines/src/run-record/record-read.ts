// Takes a run record apart without trusting it: its lines as bytes, its seal, its head and items, each held to its shape.
import type { RecordHead, RecordItem, RecordSeal } from '@bongsu/core';
import { signatureAlgorithms } from '@bongsu/core';
import { lineHash } from './record-lines.ts';

/** `line` counts from 1. */
export type RecordFault =
  | { readonly kind: 'not-a-record'; readonly what: string }
  | { readonly kind: 'unknown-format'; readonly line: number; readonly what: string }
  | { readonly kind: 'not-signed'; readonly what: string }
  | { readonly kind: 'wrong-key'; readonly what: string }
  | { readonly kind: 'seal-altered'; readonly what: string }
  | { readonly kind: 'line-altered'; readonly line: number; readonly what: string }
  | { readonly kind: 'lines-missing'; readonly what: string }
  | { readonly kind: 'lines-added'; readonly line: number; readonly what: string }
  | { readonly kind: 'sum'; readonly what: string };

export interface RecordParts {
  /** All before the seal, as they lie in the file. */
  readonly lines: readonly Uint8Array[];
  readonly seal: RecordSeal;
  /** The seal as it lies in the file; null where that is no UTF-8. */
  readonly sealText: string | null;
}

/** The last line of a record is its seal; one line break after it is as good as none. */
export function recordParts(bytes: Uint8Array): RecordParts | RecordFault {
  const all = linesOf(bytes);
  const sealText = textOf(all.at(-1));
  const seal = sealOf(sealText);
  if (seal !== null) return { lines: all.slice(0, -1), seal, sealText };
  const first = parsed<RecordHead>(textOf(all[0]), 'bongsu-run-record');
  if (first === null) return { kind: 'not-a-record', what: 'it has no head, or no seal' };
  if (first.format !== 1) return unknownFormat(1, `format ${JSON.stringify(first.format)?.slice(0, 40)}`);
  if (parsed(sealText, 'seal') !== null) return { kind: 'seal-altered', what: 'its fields are not those of a seal' };
  const sealed = all.findIndex((line) => sealOf(textOf(line)) !== null);
  const added = all[sealed + 1];
  if (sealed >= 0 && added) return { kind: 'lines-added', line: sealed + 2, what: `after the seal: ${nameOf(added)}` };
  return { kind: 'lines-missing', what: `the file ends in line ${all.length}, before its seal` };
}

/** The first line that is not the one that was sealed. */
export function linesFault({ lines, seal: { sha256 } }: RecordParts): RecordFault | null {
  for (const [index, line] of lines.entries()) {
    const expected = sha256[index];
    if (expected === undefined) return { kind: 'lines-added', line: index + 1, what: nameOf(line) };
    if (lineHash(line) !== expected) return { kind: 'line-altered', line: index + 1, what: nameOf(line) };
  }
  const missing = sha256.length - lines.length;
  return missing > 0 ? { kind: 'lines-missing', what: `${missing} lines after line ${lines.length}` } : null;
}

/** Whoever signed it may have written anything: what is read is held to what this version knows. */
export function recordContent(
  lines: readonly Uint8Array[],
): { readonly head: RecordHead; readonly items: readonly RecordItem[] } | RecordFault {
  const [first, ...rest] = lines;
  const head = parsed<RecordHead>(textOf(first), 'bongsu-run-record');
  if (head === null) return { kind: 'not-a-record', what: 'the first line is no head' };
  if (head.format !== 1) return unknownFormat(1, `format ${JSON.stringify(head.format)?.slice(0, 40)}`);
  if (!headFits(head)) return unknownFormat(1, 'a head of another shape');
  const items: RecordItem[] = [];
  for (const [index, line] of rest.entries()) {
    const item = parsed<RecordItem>(textOf(line));
    if (item === null || !itemFits(item)) return unknownFormat(index + 2, nameOf(line));
    items.push(item);
  }
  return { head, items };
}

function unknownFormat(line: number, what: string): RecordFault {
  return { kind: 'unknown-format', line, what };
}

const hash = /^[0-9a-f]{64}$/;
const hashOrNull = (value: unknown): boolean => value === null || (typeof value === 'string' && hash.test(value));

function headFits(head: RecordHead): boolean {
  const words = [head.campaignId, head.by, head.version, head.endedAt].every((one) => typeof one === 'string');
  const { states, targets } = head;
  const counted = typeof states === 'object' && states !== null && Object.values(states).every(Number.isSafeInteger);
  return words && counted && Number.isSafeInteger(targets);
}

/** An object, so that a kind which records are written with cannot be forgotten here. */
const kinds = {
  target: true,
  attempt: true,
  refusal: true,
  newcomer: true,
  unreadable: true,
} satisfies Record<RecordItem['kind'], true>;

function itemFits(item: RecordItem): boolean {
  if (!Object.hasOwn(kinds, item.kind)) return false;
  if (item.kind !== 'target') return true;
  const words = [item.accountId, item.region, item.instanceId, item.runId].every((one) => typeof one === 'string');
  const state = item.state === null || typeof item.state === 'string';
  return words && state && hashOrNull(item.evidenceSha256) && hashOrNull(item.verdictsSha256);
}

/** Base64 as we write it: other spellings of the same bytes would let a seal be changed unseen. */
const canonical = (text: unknown): boolean =>
  typeof text === 'string' && Buffer.from(text, 'base64').toString('base64') === text;

function sealOf(text: string | null): RecordSeal | null {
  const seal = parsed<RecordSeal>(text, 'seal');
  if (seal === null || !Array.isArray(seal.sha256)) return null;
  const { sha256, algorithm, publicKey, signature, keyArn, signedAt, unsigned } = seal;
  const fits =
    sha256.every((one) => typeof one === 'string' && hash.test(one)) &&
    (algorithm === null || signatureAlgorithms.includes(algorithm)) &&
    [publicKey, signature].every((one) => one === null || canonical(one)) &&
    // They are lines of what is signed.
    (keyArn === undefined || /^arn:[!-~]{1,300}$/.test(keyArn)) &&
    (signedAt === undefined || /^[0-9T:.Z-]{1,40}$/.test(signedAt)) &&
    (unsigned === null || typeof unsigned === 'string');
  return fits ? seal : null;
}

/** What a line speaks of, for a person; its content may be anything. */
export function nameOf(line: Uint8Array): string {
  const text = textOf(line);
  if (text === null) return 'not readable: no UTF-8';
  const item = parsed<Record<string, unknown>>(text);
  const named = [item?.['instanceId'], item?.['runId'], item?.['key'], item?.['campaignId']].find(
    (one): one is string => typeof one === 'string',
  );
  const kind = typeof item?.['kind'] === 'string' ? item['kind'] : 'not readable';
  const ends = text.endsWith('\r') ? ' (it ends in CR LF)' : '';
  return `${kind.slice(0, 40)}${named ? ` ${named.slice(0, 200)}` : ''}${ends}`;
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  if (start < bytes.length) lines.push(bytes.subarray(start));
  return lines;
}

/** Bytes that are no UTF-8 would all read as the same sign, so that one could stand for another. */
function textOf(line: Uint8Array | undefined): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line);
  } catch {
    // Said by whoever asked.
    return null;
  }
}

function parsed<T>(text: string | null, kind?: string): T | null {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (typeof value !== 'object' || value === null) return null;
    return kind === undefined || ('kind' in value && value.kind === kind) ? (value as T) : null;
  } catch {
    // Whoever asked says what it means that this is no JSON.
    return null;
  }
}
