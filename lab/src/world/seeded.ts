// Names, keys and ids drawn from a seed, so that the same world and the same calls give the same answers.
import { createHash } from 'node:crypto';

const lowerAndDigits = '0123456789abcdefghijklmnopqrstuvwxyz';
const upperAndDigits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const secretAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export interface Seeded {
  /** The same for the same seed and label: lower-case hex digits. */
  hex(label: string, length: number): string;
  /** The same for the same seed and label: lower-case letters and digits. */
  word(label: string, length: number): string;
  /** The same for the same seed and label: upper-case letters and digits, as in access key ids. */
  upper(label: string, length: number): string;
  /** The same for the same seed and label: 40 characters of the base64 alphabet, as in secret keys. */
  secret(label: string): string;
  /** The same for the same seed and label: a whole number from 0 to below `limit`. */
  number(label: string, limit: number): number;
  /** A label that no call before has had. */
  fresh(kind: string): string;
}

/** Bytes that follow from a text, as many as asked for. */
function stretch(text: string, length: number): Buffer {
  const parts: Buffer[] = [];
  for (let block = 0; parts.length * 32 < length; block += 1) {
    parts.push(createHash('sha256').update(`${text}\n${block}`).digest());
  }
  return Buffer.concat(parts).subarray(0, length);
}

/** Draws everything from `seed`; two labs with one seed draw alike. */
export function createSeeded(seed: number): Seeded {
  const counts = new Map<string, number>();
  const letters = (alphabet: string, label: string, length: number): string =>
    Array.from(stretch(`${seed}\n${label}`, length), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
  return {
    hex: (label, length) => letters('0123456789abcdef', label, length),
    word: (label, length) => letters(lowerAndDigits, label, length),
    upper: (label, length) => letters(upperAndDigits, label, length),
    secret: (label) => letters(secretAlphabet, label, 40),
    number: (label, limit) => stretch(`${seed}\n${label}`, 4).readUInt32BE() % limit,
    fresh: (kind) => {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return `${kind} ${count}`;
    },
  };
}

/** A version 4 UUID drawn from the seed, different on every call. */
export function freshUuid(seeded: Seeded, kind: string): string {
  const digits = seeded.hex(seeded.fresh(kind), 30);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(12, 15)}-a${digits.slice(15, 18)}-${digits.slice(18, 30)}`;
}
