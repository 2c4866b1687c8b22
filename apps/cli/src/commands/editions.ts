// Items read through an edition: one row for each of its codes, decided by the worst of its units.
import { frameworks, frameworksFor } from '@bongsu/catalog';
import type { Framework, FrameworkItem, Importance, JudgedBy, Lang, Text, VerdictStatus } from '@bongsu/core';
import { judges } from '@bongsu/core';
import { itemStatus } from '@bongsu/engines';
import { CliError } from '../cli-error.ts';
import { isPackEdition } from '../packs/content.ts';
import type { Item } from './items.ts';

/** An item of an edition on one host. */
export interface EditionItem<I extends Item = Item> {
  readonly edition: string;
  readonly code: string;
  readonly title: Text;
  /** The edition's own: editions weigh the same subject differently. */
  readonly importance: Importance;
  readonly status: VerdictStatus;
  /** The units that decide it, the worst first; fewer than the edition names where some were not judged. */
  readonly items: readonly I[];
}

/** What is shown unless something else is asked for: the newest edition of each family. */
const shownAsRule = ['kisa-unix-2026', 'kisa-web-2026', 'kisa-dbms-2026'];

/**
 * The editions asked for by which hosts are judged, comma-separated ids; `all` for every one; unless something is asked for, those of packs too.
 * An edition for Windows is refused: on a Linux host its items would be neither judged nor N/A.
 * @throws CliError `bad-input` that lists what there is.
 */
export function editionsNamed(
  named: string | undefined,
  there: readonly Framework[] = frameworksFor('linux'),
): Framework[] {
  const other = named?.split(',').find((id) => frameworksFor('windows').some((one) => one.id === id.trim()));
  if (other !== undefined)
    throw new CliError(
      'bad-input',
      `--edition ${JSON.stringify(other)}: speaks of Windows servers, which no campaign judges yet; "bongsu items --edition ${other.trim()}" shows it`,
    );
  return editionsAmong(there, named);
}

/** The editions asked for, whatever hosts they speak of: for looking at them. @throws CliError `bad-input` that lists what there is. */
export function editionsListed(named: string | undefined, there: readonly Framework[] = frameworks): Framework[] {
  return editionsAmong(there, named);
}

function editionsAmong(there: readonly Framework[], named: string | undefined): Framework[] {
  if (named === 'all') return [...there];
  if (named === undefined) return there.filter((one) => shownAsRule.includes(one.id) || isPackEdition(one));
  return named.split(',').map((part) => {
    const id = part.trim();
    const found = there.find((one) => one.id === id);
    if (found) return found;
    const ids = there.map((one) => one.id).join(', ');
    throw new CliError('bad-input', `--edition ${JSON.stringify(id)}: there is no such edition; one or more of ${ids}`);
  });
}

/** What a score counts: a pack's items only where its edition was asked for by name, so that nobody's own items move a guide's score. */
export function scoredEditions(named: string | undefined, editions: readonly Framework[]): Framework[] {
  return named === undefined || named === 'all' ? editions.filter((one) => !isPackEdition(one)) : [...editions];
}

/** Every item of an edition on one host, in its order. What nobody judged is unknown. */
export function editionItems<I extends Item>(edition: Framework, items: readonly I[]): EditionItem<I>[] {
  const byUnit = new Map(items.map((item) => [item.unit, item]));
  return edition.items.map((item) => editionItem(edition, item, byUnit));
}

function editionItem<I extends Item>(
  edition: Framework,
  { code, title, importance, units }: FrameworkItem,
  byUnit: ReadonlyMap<string, I>,
): EditionItem<I> {
  const seen = units.flatMap((unit) => byUnit.get(unit) ?? []);
  const status = itemStatus(units, seen);
  const items = [...seen].sort((a, b) => Number(b.status === status) - Number(a.status === status));
  return { edition: edition.id, code, title, importance, status, items };
}

/** Why an item stands as it does: the sentence of the unit that decided it. */
export function editionReason(item: EditionItem): Text {
  const decided = item.items.find((one) => one.status === item.status);
  return decided?.reason ?? { ko: '이 기준의 점검 단위가 판정되지 않음', en: 'a unit of this item was not judged' };
}

/** Who judges an item: a third party where one of its units is such. */
export function editionJudge({ items }: EditionItem): JudgedBy {
  return judges.findLast((judge) => items.some((one) => one.judgedBy === judge)) ?? 'bongsu';
}

/** The JSON of an item of an edition: the units by id, whose proof stands among `items`. */
export function editionItemJson(item: EditionItem, lang: Lang): object {
  const { code, title, importance, status, items } = item;
  return {
    code,
    title: title[lang],
    importance,
    status,
    reason: editionReason(item)[lang],
    judgedBy: editionJudge(item),
    units: items.map((one) => ({ unit: one.unit, status: one.status })),
  };
}
