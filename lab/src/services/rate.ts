// Token buckets that AWS does not publish: one for each account, Region and API.
import type { LabClock } from '../endpoint/contract.ts';

export interface Rate {
  /** Calls that may come at once. */
  readonly burst: number;
  /** Calls a second in the long run. */
  readonly perSecond: number;
}

/** Rates by API, such as `ssm:SendCommand`; an API without one is not limited. */
export type Rates = Readonly<Record<string, Rate>>;

/** Other rates for one account, one Region, or both; of several that fit, the first that names the API counts. */
export interface RateOverride {
  readonly accountId?: string;
  readonly region?: string;
  readonly rates: Rates;
}

/** Takes one token for a call; false where the bucket is empty. */
export type RateTake = (accountId: string, region: string, api: string) => boolean;

/** Buckets that start full and refill on the lab's clock. */
export function createRateTake(rates: Rates, overrides: readonly RateOverride[], clock: LabClock): RateTake {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (accountId, region, api) => {
    const own = overrides.find(
      (one) =>
        Object.hasOwn(one.rates, api) &&
        (one.accountId ?? accountId) === accountId &&
        (one.region ?? region) === region,
    );
    const rate = own?.rates[api] ?? rates[api];
    if (!rate) return true;
    const key = `${accountId} ${region} ${api}`;
    const now = clock.now();
    const bucket = buckets.get(key) ?? { tokens: rate.burst, at: now };
    const tokens = Math.min(rate.burst, bucket.tokens + ((now - bucket.at) / 1000) * rate.perSecond);
    const taken = tokens >= 1;
    buckets.set(key, { tokens: taken ? tokens - 1 : tokens, at: now });
    return taken;
  };
}
