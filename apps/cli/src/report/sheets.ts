// Sheets of a workbook that is written as it is made: heads that stay in view, filters, harmless cells, and no sheet longer than Excel takes.
import type { Writable } from 'node:stream';
import { forSpreadsheet } from '../screen/harmless.ts';

/** Excel takes 32,767 characters a cell and 1,048,576 rows a sheet (Microsoft, "Excel specifications and limits"). */
const cellCharsMax = 32_000;
const rowsMax = 1_000_000;

/** Text, a number, or a link to the top of another sheet. */
export type Cell = string | number | { readonly sheet: string };

export interface Sheet {
  row(cells: readonly Cell[]): void;
  end(): void;
}

export interface Sheets {
  /** The next sheet; one that grows too long goes on as `name (2)`. End it before the next is opened. */
  sheet(name: string, columns: readonly { readonly head: string; readonly width: number }[]): Sheet;
  close(): Promise<void>;
}

export async function sheetsOpen(stream: Writable): Promise<Sheets> {
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const open = (name: string, columns: readonly { head: string; width: number }[]) => {
    const made = book.addWorksheet(name, {
      views: [{ state: 'frozen', ySplit: 1 }],
      pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    });
    made.columns = columns.map(({ head, width }) => ({ header: cellText(head), width }));
    made.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
    const top = made.getRow(1);
    top.font = { bold: true };
    top.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } };
    top.commit();
    return made;
  };
  return {
    sheet: (name, columns) => {
      let [part, rows] = [1, 0];
      let made = open(name, columns);
      return {
        row: (cells) => {
          if (rows === rowsMax) {
            made.commit();
            [part, rows] = [part + 1, 0];
            made = open(`${name} (${part})`, columns);
          }
          const line = made.addRow(cells.map(cellValue));
          line.alignment = { vertical: 'top', wrapText: true };
          line.commit();
          rows += 1;
        },
        end: () => made.commit(),
      };
    },
    close: () => book.commit(),
  };
}

function cellValue(cell: Cell): string | number | { text: string; hyperlink: string } {
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'string') return cellText(cell);
  return { text: cell.sheet, hyperlink: `#'${cell.sheet}'!A1` };
}

function cellText(text: string): string {
  return forSpreadsheet(text).slice(0, cellCharsMax);
}
