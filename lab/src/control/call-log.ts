// The calls the lab has answered, kept as evidence of who asked what and how it went.
import type { CallRecord } from '../endpoint/contract.ts';

/** Members of a record by which calls are picked; all given ones must be equal, as text. */
export const CALL_FILTERS = ['service', 'operation', 'accountId', 'region', 'arn', 'status', 'errorCode'] as const;

export type CallFilter = Readonly<Partial<Record<(typeof CALL_FILTERS)[number], string>>>;

export interface CallLog {
  record(call: CallRecord): void;
  /** Matching calls, oldest first. */
  list(filter?: CallFilter): readonly CallRecord[];
  clear(): void;
}

/** Calls kept; a long-running lab forgets the oldest. */
const CALLS_MAX = 100_000;

/** An empty log. */
export function createCallLog(): CallLog {
  let calls: CallRecord[] = [];
  return {
    record(call) {
      calls.push(call);
      if (calls.length > CALLS_MAX * 1.1) calls = calls.slice(-CALLS_MAX);
    },
    list: (filter = {}) =>
      calls.filter((call) =>
        CALL_FILTERS.every((name) => filter[name] === undefined || String(call[name] ?? '') === filter[name]),
      ),
    clear() {
      calls = [];
    },
  };
}
