// The calls the lab has answered, kept as evidence of who asked what and how it went.
import type { CallRecord } from '../endpoint/contract.ts';

/** Members of a record by which calls are picked; all given ones must be equal, as text. */
export const CALL_FILTERS = ['service', 'operation', 'accountId', 'region', 'arn', 'status', 'errorCode'] as const;

export type CallFilter = Readonly<Partial<Record<(typeof CALL_FILTERS)[number], string>>>;

export interface CallLog {
  record(call: CallRecord): void;
  /** Matching calls, oldest first. */
  list(filter?: CallFilter): readonly CallRecord[];
  /** Counts by API since the start, for runs of more calls than are kept. */
  tally(): Readonly<Record<string, CallTally>>;
  clear(): void;
}

export interface CallTally {
  readonly calls: number;
  /** Refused by a rate, whether hidden or by a fault rule. */
  readonly throttled: number;
  /** Refused or failed for another reason, or cut off. */
  readonly failed: number;
}

/** Calls kept; a long-running lab forgets the oldest. */
const CALLS_MAX = 100_000;

/** The words of the services for too many calls (services/refusal.ts). */
const throttleCodes: ReadonlySet<string> = new Set([
  ...[
    'ThrottlingException',
    'Throttling',
    'RequestLimitExceeded',
    'SlowDown',
    'RequestThrottled',
    'TooManyRequestsException',
  ],
]);

/** An empty log. */
export function createCallLog(): CallLog {
  let calls: CallRecord[] = [];
  const tallies = new Map<string, { calls: number; throttled: number; failed: number }>();
  return {
    record(call) {
      calls.push(call);
      const api = `${call.service}:${call.operation}`;
      const tally = tallies.get(api) ?? { calls: 0, throttled: 0, failed: 0 };
      tallies.set(api, tally);
      tally.calls += 1;
      if (throttleCodes.has(call.errorCode ?? '')) tally.throttled += 1;
      else if (call.status === 0 || call.status >= 400) tally.failed += 1;
      if (calls.length > CALLS_MAX * 1.1) calls = calls.slice(-CALLS_MAX);
    },
    list: (filter = {}) =>
      calls.filter((call) =>
        CALL_FILTERS.every((name) => filter[name] === undefined || String(call[name] ?? '') === filter[name]),
      ),
    tally: () => Object.fromEntries([...tallies].map(([api, tally]) => [api, { ...tally }])),
    clear() {
      calls = [];
      tallies.clear();
    },
  };
}
