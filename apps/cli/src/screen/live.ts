// The foot of a terminal: a table and a line of progress that are drawn anew, below whatever is said for good.
import { cellWidth } from './table.ts';
import { forTerminal } from './harmless.ts';

export interface Foot {
  table(lines: readonly string[]): void;
  line(line: string): void;
  /** Says a line for good; it stands above the foot, and what was being done is over. */
  above(line: string): void;
  /** Takes the foot away, for other words to stand there. */
  clear(): void;
}

type Terminal = Pick<NodeJS.WriteStream, 'write' | 'columns' | 'rows'>;

export function footOf(terminal: Terminal): Foot {
  let shown = 0;
  let table: readonly string[] = [];
  let progress = '';
  const draw = (above: string): void => {
    // Up to the first of the foot's lines, and everything from there is erased (ECMA-48: CUU, ED).
    const home = shown === 0 ? '' : `\u001b[${shown}A\r\u001b[J`;
    const lines = [...table, ...(progress === '' ? [] : [progress])].slice(1 - (terminal.rows || 24));
    shown = lines.length;
    terminal.write(
      home + above + lines.map((line) => `${cutTo(forTerminal(line), terminal.columns || 80)}\n`).join(''),
    );
  };
  return {
    table: (lines) => {
      table = lines;
      draw('');
    },
    line: (line) => {
      progress = line;
      draw('');
    },
    above: (line) => {
      progress = '';
      draw(`${line}\n`);
    },
    clear: () => {
      [table, progress] = [[], ''];
      draw('');
    },
  };
}

/** A line that wraps would take two, and be left behind. */
function cutTo(line: string, width: number): string {
  if (cellWidth(line) < width) return line;
  let kept = '';
  for (const char of line) {
    if (cellWidth(kept + char) >= width - 1) break;
    kept += char;
  }
  return `${kept}…`;
}
