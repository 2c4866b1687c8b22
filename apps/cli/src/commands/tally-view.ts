// Live counts: how many targets of each account stand in which state while a campaign runs.
import type { AccountId, Tally } from '@bongsu/core';
import { ledgerStates } from '@bongsu/engines';
import type { Voice } from '../language/say.ts';
import { tableLines } from '../screen/table.ts';

/** What a target shows as: before its turn, while it is out, and how it ended; a narrow terminal cuts from the end. */
const liveStates = ['planned', 'pending', 'waiting', ...ledgerStates.filter((state) => state !== 'pending')] as const;
type LiveState = (typeof liveStates)[number];

/** Between two looks at the counts. */
export const lookMilliseconds = 2_000;

/** Rows of accounts that a person takes in at a look; the rest stands in one. */
const accountsMax = 12;

interface Counts {
  readonly total: number;
  /** Those that have not ended. */
  readonly open: number;
  /** Those states that occur; they sum to `total`. */
  readonly states: Readonly<Partial<Record<LiveState, number>>>;
}

function liveStateOf({ phase, state }: Tally): LiveState {
  return state ?? (phase === 'planned' || phase === 'waiting' ? phase : 'pending');
}

export function countsOf(tally: readonly Tally[]): Counts {
  const states: Partial<Record<LiveState, number>> = {};
  for (const row of tally) states[liveStateOf(row)] = (states[liveStateOf(row)] ?? 0) + row.count;
  const sum = (rows: readonly Tally[]): number => rows.reduce((total, { count }) => total + count, 0);
  return { total: sum(tally), open: sum(tally.filter(({ phase }) => phase !== 'ended')), states };
}

/** By account; those with the most left to do first. */
function byAccount(tally: readonly Tally[]): { accountId: AccountId; rows: readonly Tally[] }[] {
  return [...Map.groupBy(tally, ({ accountId }) => accountId)]
    .map(([accountId, rows]) => ({ accountId, rows, open: countsOf(rows).open }))
    .sort((a, b) => b.open - a.open || (a.accountId < b.accountId ? -1 : 1));
}

/** A table of a few lines, for a terminal. */
export function tallyTable(tally: readonly Tally[], say: Voice): string[] {
  const all = countsOf(tally);
  const used = liveStates.filter((state) => all.states[state]);
  const accounts = byAccount(tally);
  const rest = accounts.length > accountsMax + 1 ? accounts.splice(accountsMax) : [];
  const row = (name: string, { states, total }: Counts): string[] => [
    name,
    String(total),
    ...used.map((state) => String(states[state] ?? '·')),
  ];
  const rows = accounts.map((one) => row(one.accountId, countsOf(one.rows)));
  if (rest.length > 0)
    rows.push(row(say('live.others', { count: rest.length }), countsOf(rest.flatMap((one) => one.rows))));
  const columns = [say('head.total'), ...used.map((state) => say(`state.${state}`))];
  return tableLines(
    [{ head: say('head.account') }, ...columns.map((head) => ({ head, right: true }))],
    [...rows, row(say('head.total'), all)],
  );
}

/** The totals in one line, for a log. */
export function tallyLine(tally: readonly Tally[], say: Voice): string {
  const { states, total } = countsOf(tally);
  const parts = liveStates.flatMap((state) => (states[state] ? [`${say(`state.${state}`)} ${states[state]}`] : []));
  return [...parts, `${say('head.total')} ${total}`].join(' · ');
}

/** For a program: `total`, `open`, `states`, and `accounts` with the same of each. */
export function tallyJson(campaign: string, at: string, tally: readonly Tally[]): object {
  const accounts = byAccount(tally).map(({ accountId, rows }) => ({ accountId, ...countsOf(rows) }));
  return { campaign, at, ...countsOf(tally), accounts };
}
