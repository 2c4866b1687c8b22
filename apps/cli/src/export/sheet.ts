// The columns that CSV and Excel show, in the words of Korean host reports.
import { forSpreadsheet } from '../screen/harmless.ts';
import type { Voice } from '../language/say.ts';
import { voiceOf } from '../language/say.ts';
import { editionsNamed } from '../commands/editions.ts';
import { editionCodes, shownCodes } from '../commands/items.ts';
import type { ExportRow } from './rows.ts';
import { findingText } from './rows.ts';

export interface SheetColumn {
  readonly head: string;
  /** Width in characters. */
  readonly width: number;
  cell(row: ExportRow): string;
}

/** KISA's own form: these heads are Korean in every language, because auditors and their macros look for them. */
const form = voiceOf('ko');

/** A pack's codes stand in its own edition alone. */
function packCodes(item: ExportRow['item']): string {
  return item.judgedBy === 'bongsu' ? '' : editionCodes(item);
}

/** 점검코드, 점검항목, 중요도, 결과, 현황, 조치방안, then where. Every cell is made harmless for spreadsheets. */
export function sheetColumns(say: Voice): SheetColumn[] {
  const editions = editionsNamed(undefined);
  const columns: SheetColumn[] = [
    { head: form('head.code'), width: 24, cell: ({ item }) => shownCodes(item, editions) || packCodes(item) },
    { head: form('head.item'), width: 34, cell: ({ item }) => say.text(item.title) },
    { head: form('head.importance'), width: 8, cell: ({ item }) => say(`importance.${item.importance}`) },
    { head: form('head.result'), width: 10, cell: ({ item }) => say(`status.${item.status}`) },
    { head: form('head.reason'), width: 70, cell: ({ item }) => findingText(item, say.lang) },
    { head: form('head.remedy'), width: 60, cell: ({ item }) => say.text(item.remedy) },
    { head: say('head.account'), width: 15, cell: ({ target }) => target.accountId },
    { head: say('head.region'), width: 16, cell: ({ target }) => target.region },
    { head: say('head.instance'), width: 22, cell: ({ target }) => target.instanceId },
    { head: say('head.name'), width: 24, cell: ({ target }) => target.name },
    { head: say('head.unit'), width: 26, cell: ({ item }) => item.unit },
    { head: say('head.editions'), width: 40, cell: ({ item }) => editionCodes(item) },
    { head: say('head.judged-by'), width: 18, cell: ({ item }) => say(`judged.${item.judgedBy}`) },
  ];
  return columns.map((column) => ({ ...column, cell: (row) => forSpreadsheet(column.cell(row)) }));
}
