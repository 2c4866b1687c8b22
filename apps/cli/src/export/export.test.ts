// Hostile text from a host or a tag through every export: no formula, no line break that makes an event, no control character.
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Campaign, HostVerdict, Target } from '@bongsu/core';
import { strictBasis, neverSent } from '@bongsu/core';
import exceljs from 'exceljs';
import { expect, it } from 'vitest';
import { hostItems } from '../commands/judged.ts';
import { voiceOf } from '../language/say.ts';
import { jsonlEvents } from './jsonl.ts';
import { exportRows } from './rows.ts';
import { sheetColumns } from './sheet.ts';
import { xlsxWrite } from './xlsx.ts';

const hostile = '=HYPERLINK("http://x","y")\r\n\u001b[31m\u0000+1';
const place = { campaignId: 'c', accountId: '111111111111', region: 'us-east-1', instanceId: 'i-1' };
const target: Target = {
  ...neverSent,
  ...place,
  name: hostile,
  runId: 'r',
  phase: 'ended',
  state: 'assessed',
  detail: hostile,
  commandId: 'c',
  evidenceSha256: '0'.repeat(64),
};
const verdict: HostVerdict = {
  ...place,
  unit: 'ssh.root-login',
  status: 'fail',
  reason: { ko: hostile, en: hostile },
  evidence: [{ source: hostile, found: hostile }],
  gaps: [],
  basis: strictBasis,
};
const rows = exportRows([target], hostItems([verdict]));
const none = { total: 1, states: {} as never, rows: [], unreadable: [] };

it('makes no cell a formula, in either language', () => {
  for (const lang of ['ko', 'en'] as const) {
    const cells = sheetColumns(voiceOf(lang)).flatMap((column) => rows.map((row) => column.cell(row)));
    expect(cells.length).toBeGreaterThan(10);
    for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@]|[\u0000-\u0008\u000e-\u001f]/);
  }
});

it('heads the form in Korean whatever the language', () => {
  const heads = sheetColumns(voiceOf('en')).map((column) => column.head);
  expect(heads.slice(0, 6)).toEqual(['점검코드', '점검항목', '중요도', '결과', '현황', '조치방안']);
});

it('writes a workbook that opens and holds text, not formulas', async () => {
  const stream = new PassThrough();
  const [bytes] = await Promise.all([buffer(stream), xlsxWrite(stream, rows, [target], none, voiceOf('ko'))]);
  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0]);
  const types = new Set<exceljs.ValueType>();
  book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => types.add(cell.type))));
  expect(types).not.toContain(exceljs.ValueType.Formula);
  expect(types).toContain(exceljs.ValueType.String);
});

it('keeps an event on its line', () => {
  const campaign = { campaignId: 'c', createdAt: 't', endedAt: null } as Campaign;
  const lines = [...jsonlEvents(campaign, rows, [target], none)].map((event) => JSON.stringify(event));
  expect(lines.length).toBe(2);
  for (const line of lines) expect(line).not.toMatch(/[\u0000-\u001f]/);
});
