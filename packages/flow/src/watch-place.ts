// Looks at the instances of one account and Region that events told of: whose turn has come, who waits, and who gets none.
import type { EventEnd, HandledEvent, Place, Snapshot } from '@bongsu/core';
import { gapWords } from '@bongsu/core';
import { eventFate, type FrozenTarget, likenessOf, targetsFreeze } from '@bongsu/engines';
import { partSnapshot } from './part-snapshot.ts';
import type { WatchOrder, WatchPorts } from './watch-ports.ts';

export interface ReadyInstance {
  readonly frozen: FrozenTarget;
  readonly events: readonly HandledEvent[];
  /** Of which group it is, in words; empty where none launched it. */
  readonly likeness: string;
}

export interface LookedAt {
  readonly snapshot: Snapshot;
  readonly ready: readonly ReadyInstance[];
  readonly ends: readonly { readonly events: readonly HandledEvent[]; readonly end: EventEnd }[];
}

/** Asks EC2 and Systems Manager of these instances alone; an event is a word about an instance, and they are the truth. */
export async function placeLook(
  place: Place,
  events: readonly HandledEvent[],
  terminated: ReadonlySet<string>,
  { policy, plan }: WatchOrder,
  ports: WatchPorts,
): Promise<LookedAt> {
  const byInstance = Map.groupBy(events, (one) => one.instanceId);
  const only = [...byInstance.keys()];
  const snapshot = await partSnapshot(place, only, ports);
  const { gaps, takenAt } = snapshot;
  const frozen = new Map(targetsFreeze(snapshot, plan.exclusions).map((one) => [one.instance.instanceId, one]));
  const ready: ReadyInstance[] = [];
  const ends: { events: readonly HandledEvent[]; end: EventEnd }[] = [];
  const [gap] = gaps;
  for (const [instanceId, of] of byInstance) {
    const one = frozen.get(instanceId) ?? null;
    const receivedAt = of.map((event) => event.receivedAt).sort()[0] ?? takenAt;
    const fault = gap ? gapWords(gap) : '';
    const view = {
      ...{ frozen: one, listed: gaps.length === 0, fault, receivedAt },
      ...{ hybrid: instanceId.startsWith('mi-'), terminated: terminated.has(instanceId) },
    };
    const fate = eventFate(view, policy, ports.clock.now());
    if (fate.kind === 'check' && one) ready.push({ frozen: one, events: of, likeness: likenessWords(one) });
    if (fate.kind !== 'end') continue;
    const { outcome, campaignId, standIn, detail } = fate;
    ends.push({ events: of, end: { outcome, campaignId, standIn, detail } });
  }
  return { snapshot, ready, ends };
}

function likenessWords(frozen: FrozenTarget): string {
  const like = likenessOf(frozen);
  if (like === null) return '';
  const template = like.template === '' ? '' : `, ${like.template} version ${like.templateVersion}`;
  return `group ${like.group}${template}, ${like.imageId}`;
}
