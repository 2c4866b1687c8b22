// The counts sum in every view, and many accounts fold into one row that sums too.
import type { Tally } from '@bongsu/core';
import { expect, it } from 'vitest';
import { voiceOf } from '../language/say.ts';
import { tallyJson, tallyLine, tallyTable } from './tally-view.ts';

const row = (account: number, count: number, change: Partial<Tally> = {}): Tally => ({
  accountId: String(account).padStart(12, '0'),
  region: 'ap-northeast-2',
  ...{ ring: 0, window: null, phase: 'ended', state: 'assessed', count },
  ...{ sentFirst: null, sentLast: null, secondsMean: null, secondsSpread: null },
  ...change,
});
const open = { phase: 'sent', state: null } as const;
const english = voiceOf('en');

it('shows each account once, the one with most to do first, and sums', () => {
  const tally = [
    row(1, 5),
    row(1, 2, { region: 'us-east-1', state: 'failed' }),
    row(2, 3, open),
    row(2, 1, { phase: 'intended', state: null }),
    row(3, 4, { phase: 'planned', state: null }),
    row(3, 1, { phase: 'waiting', state: null }),
  ];
  expect(tallyTable(tally, english).map((line) => line.split(/ {2,}/))).toEqual([
    ['account', 'total', 'to be checked', 'pending', 'waiting for return', 'assessed', 'failed'],
    Array(7).fill(expect.stringContaining('─')),
    ['000000000003', '5', '4', '·', '1', '·', '·'],
    ['000000000002', '4', '·', '4', '·', '·', '·'],
    ['000000000001', '7', '·', '·', '·', '5', '2'],
    ['total', '16', '4', '4', '1', '5', '2'],
  ]);
  expect(tallyLine(tally, voiceOf('ko'))).toBe(
    '점검 예정 4 · 진행 중 4 · 복귀 대기 1 · 점검 완료 5 · 실패 2 · 합계 16',
  );
  expect(tallyJson('c1', '2026-01-01T00:00:00.000Z', tally)).toMatchObject({
    ...{ campaign: 'c1', total: 16, open: 9, states: { planned: 4, waiting: 1, assessed: 5, failed: 2, pending: 4 } },
    accounts: [
      { accountId: '000000000003', open: 5 },
      { accountId: '000000000002', open: 4 },
      { open: 0, total: 7 },
    ],
  });
});

it.each([
  [13, 13, 0],
  [14, 13, 2],
  [50, 13, 38],
])('shows %i accounts in %i rows', (accounts, rows, folded) => {
  const tally = Array.from({ length: accounts }, (_, index) => row(index + 1, 2, index === 40 ? open : {}));
  const lines = tallyTable(tally, english).slice(2);
  expect(lines).toHaveLength(rows + 1);
  const counts = lines.map((line) => Number(line.split(/ {2,}/)[1]));
  expect(counts.at(-1)).toBe(2 * accounts);
  expect(counts.slice(0, -1).reduce((sum, count) => sum + count, 0)).toBe(2 * accounts);
  expect(lines.some((line) => line.startsWith(`${folded} other accounts`))).toBe(folded > 0);
});
