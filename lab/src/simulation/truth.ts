// What really happened to each simulated host, for tests to hold a ledger against.
import type { SimulatedFate } from '../world/fate.ts';
import type { InstanceSpec, WorldSpec } from '../world/spec.ts';

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
  /** Run ids that left their mark on the host, so that it refuses them from then on. */
  readonly begun: Set<string>;
  readonly commands: string[];
  readonly runs: string[];
  readonly uploads: number[];
}

/** An empty diary. */
export function openDiary(accountId: string, region: string, spec: InstanceSpec): HostDiary {
  const { instanceId, root, simulated: fate = 'well' } = spec;
  return { accountId, region, instanceId, root, fate, begun: new Set(), commands: [], runs: [], uploads: [] };
}

/** One for each simulated host of a world, by instance id. */
export function openDiaries(world: WorldSpec): Map<string, HostDiary> {
  const diaries = new Map<string, HostDiary>();
  for (const { accountId, regions } of world.accounts) {
    for (const [region, specs] of Object.entries(regions)) {
      for (const spec of specs) {
        if (spec.simulated !== undefined) diaries.set(spec.instanceId, openDiary(accountId, region, spec));
      }
    }
  }
  return diaries;
}
