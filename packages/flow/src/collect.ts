// collect: reads every selected account and Region into a snapshot, with everything that could not be read.
import type {
  Account,
  Clock,
  Estate,
  Gap,
  Ids,
  Instance,
  Place,
  Progress,
  Snapshot,
  SnapshotStore,
} from '@bongsu/core';
import { placeKey } from '@bongsu/core';
import { inventoryMerge } from '@bongsu/engines';
import { forEachLimited } from './limited.ts';

export interface CollectPorts {
  readonly estate: Estate;
  readonly snapshots: SnapshotStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly progress: Progress;
}

/** Accounts read at a time: each has rates of its own, so the bound is this process, not AWS. */
const accountsAtATime = 8;

/** Takes a snapshot and stores it. A place that cannot be read is a gap in it, never an absence. */
export async function collect(ports: CollectPorts): Promise<Snapshot> {
  const { clock, estate, ids, snapshots, progress } = ports;
  const takenAt = clock.now().toISOString();
  const { items: accounts, gaps: accountGaps } = await estate.accounts();
  const gaps: Gap[] = [...accountGaps];
  const places: Place[] = [];
  const instances: Instance[] = [];
  const readable = accounts.filter((account) => account.status === 'ACTIVE');
  let done = 0;
  await forEachLimited(readable, accountsAtATime, async (account) => {
    const seen = await collectAccount(account, estate);
    gaps.push(...seen.gaps);
    places.push(...seen.places);
    instances.push(...seen.instances);
    done += 1;
    progress({ what: 'collect', done, left: readable.length - done, place: account.accountId });
  });
  const snapshot: Snapshot = {
    snapshotId: `s${stamp(takenAt)}-${ids.random(6)}`,
    takenAt,
    accounts,
    places: places.sort(byPlace),
    instances: instances.sort((a, b) => byPlace(a, b) || (a.instanceId < b.instanceId ? -1 : 1)),
    gaps,
  };
  await snapshots.snapshotPut(snapshot);
  return snapshot;
}

async function collectAccount(
  { accountId }: Account,
  estate: Estate,
): Promise<{ gaps: Gap[]; places: Place[]; instances: Instance[] }> {
  const regions = await estate.regions(accountId);
  const gaps: Gap[] = [...regions.gaps];
  const places = regions.items.map((region) => ({ accountId, region }));
  const instances: Instance[] = [];
  await forEachLimited(places, 4, async (place) => {
    const [listed, nodes] = await Promise.all([estate.instances(place), estate.nodes(place)]);
    gaps.push(...listed.gaps, ...nodes.gaps);
    instances.push(...inventoryMerge(listed.items, nodes.items, nodes.gaps.length === 0));
  });
  return { gaps, places, instances };
}

function byPlace(a: Place, b: Place): number {
  const [x, y] = [placeKey(a), placeKey(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** `20261122T001502` of an instant, for ids that sort by time. */
export function stamp(at: string): string {
  return at.slice(0, 19).replaceAll(/[-:]/g, '').toLowerCase();
}
