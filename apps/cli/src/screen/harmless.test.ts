// Hostile text in a terminal, a spreadsheet and a table.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { forSpreadsheet, forTerminal } from './harmless.ts';
import { cellWidth, tableLines } from './table.ts';

it('lets no escape sequence, override or line break reach a terminal', () => {
  expect(forTerminal('\u001b[31mred\u001b[0m')).toBe('\\x1b[31mred\\x1b[0m');
  expect(forTerminal('a\r\nb\u202ec\u009b1m')).toBe('a b\\u202ec\\x9b1m');
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      (text) => !/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/.test(forTerminal(text)),
    ),
  );
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n-2', '＝1'])(
  'makes %j a text in a spreadsheet',
  (text) => expect(forSpreadsheet(text)).toMatch(/^'/),
);
it('leaves ordinary text alone', () => expect(forSpreadsheet('PermitRootLogin = no')).toBe('PermitRootLogin = no'));

it('counts Korean as two cells and keeps columns straight', () => {
  expect(cellWidth('점검 abc')).toBe(8);
  const lines = tableLines(
    [{ head: '항목' }, { head: 'n', right: true }],
    [
      ['a', '1'],
      ['점검항목', '22'],
    ],
  );
  expect(new Set(lines.map(cellWidth)).size).toBe(1);
});

it('cuts a cell that would push the others off the screen', () => {
  const lines = tableLines([{ head: 'a' }, { head: 'b' }], [['점'.repeat(500), 'end']]);
  expect(lines[2]).toMatch(/… +end$/);
  expect(cellWidth(lines[2] ?? '')).toBeLessThan(110);
});
