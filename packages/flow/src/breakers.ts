// The circuit breakers of accounts as a sending step knows them: read once a look, written only where an answer changes one.
import type { AccountId, Breaker, PacerStore } from '@bongsu/core';
import { breakerAllows, breakerClosed } from '@bongsu/engines';

export interface Breakers {
  /** Reads what all workers have learnt of these accounts. */
  look(accountIds: readonly AccountId[]): Promise<void>;
  /** How many calls may be begun. An account that is tried again has one call until the next look. */
  allows(accountId: AccountId, want: number, now: number): number;
  /** An answer of the account: almost all are of one that is well, and change nothing. */
  learn(accountId: AccountId, change: (before: Breaker) => Breaker): Promise<void>;
}

export function openBreakers(pacer: Pick<PacerStore, 'breakerList' | 'breakerChange'>): Breakers {
  const known = new Map<AccountId, Breaker>();
  const tried = new Set<AccountId>();
  return {
    async look(accountIds) {
      const held = await pacer.breakerList(accountIds);
      tried.clear();
      accountIds.forEach((accountId, index) => known.set(accountId, held[index] ?? breakerClosed));
    },
    allows(accountId, want, now) {
      const breaker = known.get(accountId) ?? breakerClosed;
      if (breaker.openUntil === 0) return breakerAllows(breaker, want, now);
      const allowed = tried.has(accountId) ? 0 : breakerAllows(breaker, want, now);
      if (allowed > 0) tried.add(accountId);
      return allowed;
    },
    async learn(accountId, change) {
      const before = known.get(accountId);
      if (before !== undefined && isSame(before, change(before))) return;
      const after = await pacer.breakerChange([accountId], ([held]) => {
        const changed = change(held ?? breakerClosed);
        return { breakers: [changed], result: changed };
      });
      known.set(accountId, after);
    },
  };
}

function isSame(one: Breaker, other: Breaker): boolean {
  return one.failuresInRow === other.failuresInRow && one.openUntil === other.openUntil;
}
