// The auditor's workbook: results by host and item, and the coverage that says what is not in it. Written as a stream.
import type { Writable } from 'node:stream';
import type { Target } from '@bongsu/core';
import type { Coverage } from '@bongsu/engines';
import { ledgerStates } from '@bongsu/engines';
import { detailIn } from '../language/said-in.ts';
import type { Voice } from '../language/say.ts';
import { forSpreadsheet } from '../screen/harmless.ts';
import type { ExportRow } from './rows.ts';
import { sheetColumns } from './sheet.ts';

/** Excel takes 32,767 characters a cell (Microsoft, "Excel specifications and limits"). */
const cellCharsMax = 32_000;

/** Writes the workbook to `stream` and waits until it is out. */
export async function xlsxWrite(
  stream: Writable,
  rows: readonly ExportRow[],
  targets: readonly Target[],
  coverage: Coverage,
  say: Voice,
): Promise<void> {
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const sheet = (name: string, columns: readonly { head: string; width: number }[]) => {
    const made = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    made.columns = columns.map(({ head, width }) => ({ header: head, width }));
    made.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
    const top = made.getRow(1);
    top.font = { bold: true };
    top.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } };
    top.commit();
    return made;
  };
  const columns = sheetColumns(say);
  const results = sheet(say('sheet.results'), columns);
  for (const row of rows) {
    const line = results.addRow(columns.map((column) => column.cell(row).slice(0, cellCharsMax)));
    line.alignment = { vertical: 'top', wrapText: true };
    line.commit();
  }
  results.commit();
  const heads = (['account', 'region', 'instance', 'name', 'state', 'detail'] as const).map((name) => ({
    head: say(`head.${name}`),
    width: name === 'detail' ? 60 : 20,
  }));
  const ledger = sheet(say('sheet.coverage'), heads);
  const line = (cells: readonly string[]): void => ledger.addRow(cells.map(forSpreadsheet)).commit();
  for (const one of targets)
    line([
      one.accountId,
      one.region,
      one.instanceId,
      one.name,
      say(`state.${one.state ?? 'pending'}`),
      detailIn(one.detail, say),
    ]);
  for (const place of coverage.unreadable)
    for (const gap of place.faults)
      line([gap.accountId ?? '', gap.region ?? '', '', '', say('doctor.unread'), `${gap.call}: ${gap.code}`]);
  for (const state of ledgerStates)
    if (coverage.states[state] > 0) line(['', '', '', '', say(`state.${state}`), String(coverage.states[state])]);
  line(['', '', '', '', say('head.total'), String(coverage.total)]);
  ledger.commit();
  await book.commit();
}
