// Deals instances of auto-scaling groups: so many of a kind are checked, the others name the one that stands for them.
import type { EventPolicy, Likeness } from '@bongsu/core';
import type { ReadyInstance } from './watch-place.ts';
import type { WatchPorts } from './watch-ports.ts';

export interface Spared {
  readonly of: ReadyInstance;
  /** `campaignId` null: chosen at the same time, its campaign comes now. */
  readonly standIn: { readonly instanceId: string; readonly campaignId: string | null };
}

/** Instances that no group launched are all chosen. */
export async function sampleDeal(
  ready: readonly ReadyInstance[],
  { groups, sinceDays }: EventPolicy,
  { events, clock }: Pick<WatchPorts, 'events' | 'clock'>,
  likenessOf: (one: ReadyInstance) => Likeness | null,
): Promise<{ chosen: readonly ReadyInstance[]; spared: readonly Spared[] }> {
  if (groups === 'all') return { chosen: ready, spared: [] };
  const since = new Date(clock.now().getTime() - sinceDays * 86_400_000).toISOString();
  const chosen: ReadyInstance[] = [];
  const spared: Spared[] = [];
  const kinds = Map.groupBy(ready, (one) => JSON.stringify(likenessOf(one)));
  for (const some of kinds.values()) {
    const [first] = some;
    const likeness = first ? likenessOf(first) : null;
    if (likeness === null) {
      chosen.push(...some);
      continue;
    }
    const standing: Spared['standIn'][] = [...(await events.likeChecked(likeness, since))];
    for (const one of some) {
      const { instanceId } = one.frozen.instance;
      const standIn = standing[0];
      if (standing.length < groups.sample || standIn === undefined) {
        chosen.push(one);
        standing.push({ instanceId, campaignId: null });
      } else spared.push({ of: one, standIn });
    }
  }
  return { chosen, spared };
}
