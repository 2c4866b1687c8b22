// Which targets may be sent to now, by place.
import { type Place, placeKey, type Tally } from '@bongsu/core';

/** Planned targets up to a ring whose window is open, counted by account and Region. */
export function stillToSend(
  tally: readonly Tally[],
  ringMax: number,
  windows: readonly string[],
): Map<string, { readonly place: Place; count: number }> {
  const left = new Map<string, { readonly place: Place; count: number }>();
  for (const { accountId, region, phase, ring, window, count } of tally) {
    if (phase !== 'planned' || ring > ringMax || (window !== null && !windows.includes(window))) continue;
    const key = placeKey({ accountId, region });
    const held = left.get(key) ?? { place: { accountId, region }, count: 0 };
    held.count += count;
    left.set(key, held);
  }
  return left;
}
