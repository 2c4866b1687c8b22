// A picture of some instances of one account and Region alone: asked of EC2 and Systems Manager by their ids.
import type { Clock, Estate, Ids, InstanceId, Place, Snapshot } from '@bongsu/core';
import { inventoryMerge } from '@bongsu/engines';
import { stamp } from './collect.ts';

export interface PartPorts {
  readonly estate: Pick<Estate, 'instances' | 'nodes'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

export async function partSnapshot(
  place: Place,
  only: readonly InstanceId[],
  { estate, clock, ids }: PartPorts,
): Promise<Snapshot> {
  const [listed, nodes] = await Promise.all([estate.instances(place, only), estate.nodes(place, only)]);
  const takenAt = clock.now().toISOString();
  return {
    snapshotId: `s${stamp(takenAt)}-${ids.random(6)}`,
    takenAt,
    accounts: [{ accountId: place.accountId, name: '', status: 'ACTIVE' }],
    places: [place],
    instances: inventoryMerge(listed.items, nodes.items, nodes.gaps.length === 0),
    gaps: [...listed.gaps, ...nodes.gaps],
    part: true,
  };
}
