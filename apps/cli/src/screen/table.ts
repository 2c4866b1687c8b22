// Tables for people: columns as wide as their text is shown, Korean counted as two cells.
import { forTerminal } from './harmless.ts';

export interface Column {
  readonly head: string;
  readonly right?: boolean;
}

/** Cells a text takes in a terminal: East Asian wide and full-width characters take two, combining marks none. */
export function cellWidth(text: string): number {
  let width = 0;
  for (const char of text) {
    if (/\p{Mark}/u.test(char)) continue;
    width += isWide(char.codePointAt(0) ?? 0) ? 2 : 1;
  }
  return width;
}

/** Unicode 16, EastAsianWidth W and F, in ranges. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

/** A cell that is wider is cut: the whole text stands in `--json`, CSV and XLSX. */
const cellWidthMax = 96;

/** Lines of a table; cells are made harmless and cut here. `paint` may colour a padded cell. */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  paint: (cell: string, column: number, row: number) => string = (cell) => cell,
): string[] {
  const clean = rows.map((row) => columns.map((_, index) => cut(forTerminal(row[index] ?? ''))));
  const widths = columns.map((column, index) =>
    Math.max(cellWidth(column.head), ...clean.map((row) => cellWidth(row[index] ?? ''))),
  );
  const pad = (text: string, index: number): string => {
    const space = ' '.repeat((widths[index] ?? 0) - cellWidth(text));
    return columns[index]?.right ? space + text : text + space;
  };
  const head = columns
    .map((column, index) => pad(column.head, index))
    .join('  ')
    .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  const body = clean.map((row, line) =>
    row
      .map((cell, index) => paint(pad(cell, index), index, line))
      .join('  ')
      .trimEnd(),
  );
  return [head, rule, ...body];
}

function cut(text: string): string {
  if (cellWidth(text) <= cellWidthMax) return text;
  let kept = '';
  for (const char of text) {
    if (cellWidth(kept + char) >= cellWidthMax) break;
    kept += char;
  }
  return `${kept}…`;
}
