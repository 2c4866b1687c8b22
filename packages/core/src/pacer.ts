// How often an API may be called: one bucket for each account, Region and API, shared by all workers through the store.
import type { AccountId, Region } from './language.ts';

/** Whose rate it is. `api` is an IAM action, such as `ssm:SendCommand`; `*` stands for the account as a whole (its circuit breaker). */
export interface PaceKey {
  readonly accountId: AccountId;
  readonly region: Region;
  readonly api: string;
}

/** What has been learnt of a rate that AWS does not publish, and when the next call may begin. Times are milliseconds since 1970. */
export interface Bucket {
  /** Calls a second that are tried now. */
  readonly rate: number;
  /** Moments are given to calls one after the other, whoever makes them: the next that is free. */
  readonly nextAt: number;
  /** They are given for so many milliseconds ahead, for senders look only now and then. */
  readonly ahead: number;
  /** More moments were free than calls were wanted: what was taken says nothing of a higher rate. */
  readonly spare: boolean;
  /** Grows with each throttle that was learnt from: one of a call that was granted under an older number says nothing new. */
  readonly era: number;
  /** Calls taken since the last throttle: the longer without one, the faster the rate grows. */
  readonly quiet: number;
  /** Calls before the first throttle, and the rate at which it came; null before. */
  readonly search: { readonly calls: number; readonly rate: number } | null;
  /** The true rate is hardly higher: that of the last throttle. */
  readonly peak: number;
  /** Calls since the service's own bucket was last known to be empty, at the last throttle. */
  readonly latest: Since;
  /** The same since an earlier throttle, for as long as both tell of the same rate: more calls measure better. */
  readonly pool: Since;
}

export interface Since {
  readonly at: number;
  /** Granted since then, without those that turned out to be throttled or never made. */
  readonly calls: number;
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
