// What really happened to each simulated host, for tests to hold a ledger against.
import type { SimulatedFate } from '../world/fate.ts';
import type { WorldSpec } from '../world/spec.ts';

export interface HostTruth {
  readonly accountId: string;
  readonly region: string;
  readonly instanceId: string;
  /** What was planned for it. */
  readonly fate: SimulatedFate;
  /** Ids of the commands its agent took, in order. */
  readonly commands: readonly string[];
  /** Run ids whose script it began, each as often as it did. */
  readonly runs: readonly string[];
  /** What S3 answered to each of its uploads; 0 where nothing. */
  readonly uploads: readonly number[];
}

/** A host's truth while it happens. */
export interface HostDiary extends HostTruth {
  readonly root: string;
  readonly commands: string[];
  readonly runs: string[];
  readonly uploads: number[];
}

/** An empty diary for each simulated host of a world, by instance id. */
export function openDiaries(world: WorldSpec): ReadonlyMap<string, HostDiary> {
  const diaries = new Map<string, HostDiary>();
  for (const { accountId, regions } of world.accounts) {
    for (const [region, specs] of Object.entries(regions)) {
      for (const { instanceId, root, simulated } of specs) {
        if (simulated === undefined) continue;
        const nothing = { commands: [], runs: [], uploads: [] };
        diaries.set(instanceId, { accountId, region, instanceId, root, fate: simulated, ...nothing });
      }
    }
  }
  return diaries;
}
