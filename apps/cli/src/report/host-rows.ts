// The cells that both formats show of a host's item: what was found, how to mend it there, and under which ids its proof stands.
import { fixLines } from '@bongsu/core';
import type { JudgedBy, Proof } from '@bongsu/core';
import type { EditionItem } from '../commands/editions.ts';
import { editionJudge, editionReason } from '../commands/editions.ts';
import type { HostItem } from '../commands/judged.ts';
import type { Voice } from '../language/say.ts';
import type { HostView } from './view.ts';
import { evidenceId } from './view.ts';

/** The sentence of every unit that stands as the item does; an item may rest on several. */
export function rowFinding(row: EditionItem<HostItem>, say: Voice): string {
  const deciding = row.items.filter((item) => item.status === row.status);
  if (deciding.length <= 1) return say.text(editionReason(row));
  return deciding.map((item) => `${item.unit}: ${say.text(item.reason)}`).join('\n');
}

/** Whose word a result is where it is not this program's: ` (third-party judgement)`. */
export function judgeMark(judge: JudgedBy, say: Voice): string {
  return judge === 'bongsu' ? '' : ` (${say(`judged.${judge}`)})`;
}

/** A result and, where it is another's, whose. */
export function rowResult(row: EditionItem<HostItem>, say: Voice): string {
  return `${say(`status.${row.status}`)}${judgeMark(editionJudge(row), say)}`;
}

/** The remedy of what fails with its shell lines on this distribution, or the question of what waits; empty otherwise. */
export function rowRemedy(host: HostView, row: EditionItem<HostItem>, say: Voice): string {
  return row.items
    .flatMap((item) => {
      if (item.status === 'manual') return [say.text(item.question ?? item.expects)];
      if (item.status !== 'fail') return [];
      return [say.text(item.remedy), ...fixLines(item.fix, host.family).map((line) => `  ${line}`)];
    })
    .join('\n');
}

export function rowEvidenceIds(host: HostView, row: EditionItem<HostItem>): string[] {
  return row.items.map((item) => evidenceId(host.target, item.unit));
}

export interface EvidenceRow {
  readonly id: string;
  readonly host: HostView;
  readonly item: HostItem;
  readonly proof: Proof;
}

/** Every proof of every unit of a host, each unit once though several editions show it; a unit without proof has its reason. */
export function* hostEvidence(host: HostView, say: Voice): Generator<EvidenceRow> {
  const items = new Map(host.rows.flatMap((row) => row.items.map((item) => [item.unit, item])));
  for (const item of items.values()) {
    const id = evidenceId(host.target, item.unit);
    const none: Proof = { source: item.unit, found: say.text(item.reason) };
    for (const proof of item.evidence.length > 0 ? item.evidence : [none]) yield { id, host, item, proof };
  }
}
