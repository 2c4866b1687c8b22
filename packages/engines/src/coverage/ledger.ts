// The coverage ledger: every instance in exactly one state, by account and Region, with a sum that must equal the inventory.
import type { CoverageState, Gap, Snapshot, Target } from '@bongsu/core';
import { coverageStates, hostKey, placeKey } from '@bongsu/core';

/** `pending` only while a campaign runs. */
export type LedgerState = CoverageState | 'pending';
export type StateCounts = Readonly<Record<LedgerState, number>>;

export interface CoverageRow {
  readonly accountId: string;
  readonly region: string;
  readonly total: number;
  readonly states: StateCounts;
}

/** An account or Region whose number of instances is not known; counted apart from the sum. */
export interface Unreadable {
  readonly accountId: string | null;
  readonly region: string | null;
  readonly faults: readonly Gap[];
}

export interface Coverage {
  readonly total: number;
  readonly states: StateCounts;
  readonly rows: readonly CoverageRow[];
  readonly unreadable: readonly Unreadable[];
}

/** What is counted of a target. */
export type LedgerTarget = Pick<Target, 'accountId' | 'region' | 'instanceId' | 'state'>;

/** A ledger that does not add up is a bug of ours, and is never shown. */
export class CoverageFault extends Error {
  override readonly name = 'CoverageFault';
}

/**
 * Counts the targets of a campaign against the inventory it froze.
 * @throws CoverageFault where an instance is missing, counted twice, or not part of the inventory.
 */
export function coverageLedger(snapshot: Snapshot, targets: readonly LedgerTarget[]): Coverage {
  const left = new Set(snapshot.instances.map((one) => hostKey(one)));
  if (left.size !== snapshot.instances.length) throw new CoverageFault('the inventory lists an instance twice');
  const rows = new Map<string, { accountId: string; region: string; states: Record<LedgerState, number> }>();
  for (const target of targets) {
    if (!left.delete(hostKey(target)))
      throw new CoverageFault(`${hostKey(target)} is counted twice or not in the inventory`);
    const place = placeKey(target);
    const row = rows.get(place) ?? { accountId: target.accountId, region: target.region, states: emptyCounts() };
    row.states[target.state ?? 'pending'] += 1;
    rows.set(place, row);
  }
  if (left.size > 0) throw new CoverageFault(`${left.size} instances of the inventory are in no state`);
  const sorted = [...rows.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => ({ ...row, total: sum(row.states) }));
  const states = emptyCounts();
  for (const row of sorted) for (const state of ledgerStates) states[state] += row.states[state];
  return { total: sum(states), states, rows: sorted, unreadable: unreadablePlaces(snapshot.gaps) };
}

export const ledgerStates: readonly LedgerState[] = [...coverageStates, 'pending'];

function emptyCounts(): Record<LedgerState, number> {
  return Object.fromEntries(ledgerStates.map((state) => [state, 0])) as Record<LedgerState, number>;
}

function sum(states: StateCounts): number {
  return ledgerStates.reduce((total, state) => total + states[state], 0);
}

/** Gaps grouped by place. */
export function unreadablePlaces(gaps: readonly Gap[]): Unreadable[] {
  const places = new Map<string, { accountId: string | null; region: string | null; faults: Gap[] }>();
  for (const gap of gaps) {
    const key = `${gap.accountId ?? ''}/${gap.region ?? ''}`;
    const place = places.get(key) ?? { accountId: gap.accountId, region: gap.region, faults: [] };
    place.faults.push(gap);
    places.set(key, place);
  }
  return [...places.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place);
}
