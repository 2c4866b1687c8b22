// The roots of a world's instances on disk: built when first needed, in one folder that goes with the lab.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootBuild } from './roots/build.ts';
import type { BuiltRoot } from './roots/build.ts';
import type { InstanceSpec, RootSpec, WorldSpec } from './spec.ts';

export interface RootShelf {
  /** The built root of an instance of the world. */
  rootOf(instanceId: string): Promise<BuiltRoot>;
  /** A root of that kind that is no instance's. */
  rootNamed(name: string): Promise<BuiltRoot>;
  /** An instance that was not of the world from the start. */
  add(instance: InstanceSpec): void;
  remove(): Promise<void>;
}

/** A shelf for the instances of `world`; the folder is made at once, the roots are not. Refuses unknown roots. */
export async function createRootShelf(world: WorldSpec, roots: ReadonlyMap<string, RootSpec>): Promise<RootShelf> {
  const instances = new Map<string, InstanceSpec>(
    world.accounts.flatMap((account) =>
      Object.values(account.regions).flatMap((specs) => specs.map((spec) => [spec.instanceId, spec] as const)),
    ),
  );
  for (const { instanceId, root, platform } of instances.values()) {
    if (platform !== 'Windows' && !roots.has(root))
      throw new RangeError(`${instanceId} names the unknown root ${root}`);
  }
  const folder = await mkdtemp(join(tmpdir(), 'bongsu-lab-'));
  const built = new Map<string, Promise<BuiltRoot>>();

  const kept = (place: string, build: () => Promise<BuiltRoot>): Promise<BuiltRoot> => {
    const found = built.get(place) ?? build();
    built.set(place, found);
    return found;
  };
  const rootOf = (instanceId: string): Promise<BuiltRoot> => {
    const instance = instances.get(instanceId);
    const root = instance && roots.get(instance.root);
    if (!instance || !root) throw new Error(`no root for the instance ${instanceId}`);
    const place = instance.sharedRoot ? `shared-${root.name}` : instanceId;
    return kept(place, () => rootBuild(root, instance.changes ?? {}, instance.tools ?? {}, join(folder, place)));
  };

  return {
    rootOf,
    add: (instance) => void instances.set(instance.instanceId, instance),
    rootNamed: (name) => {
      const root = roots.get(name);
      if (!root) throw new RangeError(`no root is called ${name}`);
      return kept(`kind-${name}`, () => rootBuild(root, {}, {}, join(folder, `kind-${name}`)));
    },
    remove: async () => {
      await Promise.allSettled(built.values());
      await rm(folder, { recursive: true, force: true });
    },
  };
}
