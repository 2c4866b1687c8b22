// Writes the lines of a run record and what is said over them: one line of JSON each, one hash for each host's verdicts.
import { createHash } from 'node:crypto';
import type { HostVerdict, RecordHead, RecordItem, RecordSeal } from '@bongsu/core';

/** One line, the same for the same content: keys in their order, no line break inside. */
export function recordLine(content: RecordHead | RecordItem | RecordSeal): string {
  return JSON.stringify(ordered(content));
}

export function lineHash(line: string | Uint8Array): string {
  return createHash('sha256').update(line).digest('hex');
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
