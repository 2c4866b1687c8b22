// The foot stands once, below what is said, whatever was drawn before, and never wraps.
import { expect, it } from 'vitest';
import { footOf } from './live.ts';

function terminalOf(columns: number, rows: number) {
  const written: string[] = [];
  const write = (text: string): true => written.push(text) > 0 || true;
  return { columns, rows, written, write };
}

it('goes back over what it drew before it draws again', () => {
  const terminal = terminalOf(40, 10);
  const foot = footOf(terminal);
  foot.table(['one', 'two']);
  foot.line('three');
  foot.above('said');
  foot.clear();
  foot.clear();
  expect(terminal.written).toEqual([
    'one\ntwo\n',
    '\u001b[2A\r\u001b[Jone\ntwo\nthree\n',
    '\u001b[3A\r\u001b[Jsaid\none\ntwo\n',
    '\u001b[2A\r\u001b[J',
    '',
  ]);
});

it('cuts what is wider or higher than the terminal, Korean counted as two cells; the progress is the last to go', () => {
  const terminal = terminalOf(8, 3);
  const foot = footOf(terminal);
  foot.table(['never seen', '점검 완료 대기']);
  foot.line('abcdefg');
  expect(terminal.written.at(-1)).toMatch(/J점검 …\nabcdefg\n$/);
});

it('lets no control character of a host through', () => {
  const terminal = terminalOf(40, 10);
  footOf(terminal).table(['name \u001b[2Jgone']);
  expect(terminal.written.join('')).not.toContain('\u001b');
});
