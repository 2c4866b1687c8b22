// The rows that every export writes: one for each host and item, with who the host is.
import { hostKey, type Lang, type Proof, type Target } from '@bongsu/core';
import type { HostItem } from '../commands/judged.ts';

export interface ExportRow {
  readonly target: Target;
  readonly item: HostItem;
}

/** Rows of a campaign; an item whose host is not among the targets would be a bug and is not invented a host. */
export function exportRows(targets: readonly Target[], items: readonly HostItem[]): ExportRow[] {
  const byKey = new Map(targets.map((target) => [hostKey(target), target]));
  return items.flatMap((item) => {
    const target = byKey.get(hostKey(item.verdict));
    return target ? [{ target, item }] : [];
  });
}

/** Proof on one line each: `source: found (expected)`. */
function proofLines(evidence: readonly Proof[]): string {
  return evidence
    .map((proof) => `${proof.source}: ${proof.found}${proof.expected === undefined ? '' : ` (${proof.expected})`}`)
    .join('\n');
}

/** What was found, as an auditor reads it: the reason, then its proof. */
export function findingText(item: HostItem, lang: Lang): string {
  const proofs = proofLines(item.evidence.slice(0, 20));
  return proofs === '' ? item.reason[lang] : `${item.reason[lang]}\n${proofs}`;
}
