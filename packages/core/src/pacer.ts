// How often an API may be called: one bucket for each account, Region and API, shared by all workers through the store.
import type { AccountId, Region } from './language.ts';

/** Whose rate it is. `api` is an IAM action, such as `ssm:SendCommand`; `*` stands for the account as a whole (its circuit breaker). */
export interface PaceKey {
  readonly accountId: AccountId;
  readonly region: Region;
  readonly api: string;
}

/** What has been learnt of a rate that AWS does not publish. Times are milliseconds since 1970. */
export interface Bucket {
  /** Calls a second that are tried now. */
  readonly rate: number;
  /** Calls that may be begun at once; below 0 after interactive calls took ahead. */
  readonly tokens: number;
  readonly filledAt: number;
  /** When the service's own bucket was last known to be empty (a throttle), and the calls taken since; null before the first. */
  readonly emptyAt: number | null;
  readonly takenSince: number;
  /** The last throttle that was reacted to: those of calls begun before it say nothing new. */
  readonly reactedAt: number;
  /** Calls taken since the last throttle: the longer without one, the faster the rate grows. */
  readonly quiet: number;
  /** Throttles since the last call that was taken. */
  readonly throttlesInRow: number;
}

/** Stops calls to an account that keeps failing. */
export interface Breaker {
  readonly failuresInRow: number;
  /** No call before this; 0 where it is closed. */
  readonly openUntil: number;
}

export interface PacerStore {
  /**
   * Reads these buckets (undefined where nothing is known), changes them and writes them back while no other worker can.
   * `change` is pure and may be called again.
   */
  bucketChange<T>(
    keys: readonly PaceKey[],
    change: (buckets: readonly (Bucket | undefined)[]) => { readonly buckets: readonly Bucket[]; readonly result: T },
  ): Promise<T>;
  /** Only looks; undefined where nothing is known. */
  breakerList(accountIds: readonly AccountId[]): Promise<readonly (Breaker | undefined)[]>;
  breakerChange<T>(
    accountIds: readonly AccountId[],
    change: (breakers: readonly (Breaker | undefined)[]) => {
      readonly breakers: readonly Breaker[];
      readonly result: T;
    },
  ): Promise<T>;
}
