// The items of one host as tables, one for each edition asked for, and what was judged by other values than the guide's.
import type { Framework } from '@bongsu/core';
import { tableLines } from '../screen/table.ts';
import type { EditionItem } from './editions.ts';
import { editionItems, editionJudge, editionReason } from './editions.ts';
import type { Item } from './items.ts';
import { countOf } from './items.ts';
import type { Session } from './session.ts';

/** A table of each edition with its counts; an edition of which nothing applies is one line. */
export function itemsShow(items: readonly Item[], editions: readonly Framework[], session: Session): void {
  const { screen, say } = session;
  for (const edition of editions) {
    const rows = editionItems(edition, items);
    screen.out('');
    if (rows.every((row) => row.status === 'notApplicable')) {
      screen.out(say('items.none-applies', { edition: edition.id, count: rows.length }));
      continue;
    }
    screen.out(screen.bold(say('items.edition', { edition: edition.id, title: say.text(edition.title) })));
    editionShow(rows, session);
    screen.out(say('results.counts', countOf(rows)));
  }
  basisShow(items, session);
}

function editionShow(rows: readonly EditionItem[], { screen, say }: Session): void {
  const foreign = rows.some((row) => editionJudge(row) !== 'bongsu');
  const columns = [
    { head: say('head.code') },
    { head: say('head.importance') },
    { head: say('head.result') },
    { head: say('head.unit') },
    ...(foreign ? [{ head: say('head.judged-by') }] : []),
    { head: say('head.reason') },
  ];
  const cells = rows.map((row) => [
    row.code,
    say(`importance.${row.importance}`),
    say(`status.${row.status}`),
    row.items[0]?.unit ?? '',
    ...(foreign ? [say(`judged.${editionJudge(row)}`)] : []),
    say.text(editionReason(row)),
  ]);
  const paint = (cell: string, column: number, row: number): string => {
    const item = rows[row];
    return column === 2 && item ? screen.status(item.status, cell) : cell;
  };
  for (const line of tableLines(columns, cells, paint)) screen.out(line);
}

/** Every value that was not the guide's, so that nobody reads a verdict by other rules for the guide's. */
function basisShow(items: readonly Item[], { screen, say }: Session): void {
  const profile = items[0]?.basis.profile ?? 'strict';
  const rows = items.flatMap((item) =>
    item.basis.changed.map((one) => [
      item.unit,
      one.name,
      one.value,
      one.guide,
      say(`basis.${one.by}`),
      say.text(one.why),
    ]),
  );
  if (profile === 'strict' && rows.length === 0) return;
  screen.out('');
  screen.out(screen.bold(say('basis.title', { profile })));
  if (rows.length === 0) return;
  const heads = ['head.unit', 'basis.parameter', 'basis.value', 'basis.guide', 'basis.by', 'basis.why'] as const;
  for (const line of tableLines(
    heads.map((head) => ({ head: say(head) })),
    rows,
  ))
    screen.out(line);
}
