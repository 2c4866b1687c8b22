// The state of the lab's AWS: what stands in each account and Region while calls change it.
import type { Activity } from '../endpoint/activity.ts';
import type { LabClock } from '../endpoint/contract.ts';
import type { Seeded } from '../world/seeded.ts';
import type { AccountSpec, RootSpec, WorldSpec } from '../world/spec.ts';
import { bootHost } from './host.ts';
import type { Host } from './host.ts';
import type { Command } from './ssm/command.ts';
import type { SsmDocument } from './ssm/document.ts';

export interface PlaceState {
  readonly hosts: Map<string, Host>;
  readonly documents: Map<string, SsmDocument>;
  /** By command id, oldest first. */
  readonly commands: Map<string, Command>;
}

export interface Estate {
  readonly world: WorldSpec;
  readonly clock: LabClock;
  readonly activity: Activity;
  readonly seeded: Seeded;
  account(accountId: string): AccountSpec | undefined;
  /** What stands in an account and Region; empty where nothing was built. */
  place(accountId: string, region: string): PlaceState;
  hosts(): readonly Host[];
  host(instanceId: string): Host | undefined;
}

export interface EstateGround {
  readonly world: WorldSpec;
  readonly roots: ReadonlyMap<string, RootSpec>;
  readonly clock: LabClock;
  readonly activity: Activity;
  readonly seeded: Seeded;
}

/** Boots every instance of the world. */
export function createEstate({ world, roots, clock, activity, seeded }: EstateGround): Estate {
  const places = new Map<string, PlaceState>();
  const hosts = new Map<string, Host>();
  const place = (accountId: string, region: string): PlaceState => {
    const key = `${accountId} ${region}`;
    const found = places.get(key) ?? { hosts: new Map(), documents: new Map(), commands: new Map() };
    places.set(key, found);
    return found;
  };
  for (const account of world.accounts) {
    for (const [region, specs] of Object.entries(account.regions)) {
      for (const [index, spec] of specs.entries()) {
        if (hosts.has(spec.instanceId)) throw new Error(`two instances are called ${spec.instanceId}`);
        const host = bootHost({ accountId: account.accountId, region, index, spec, roots, clock, seeded });
        hosts.set(spec.instanceId, host);
        place(account.accountId, region).hosts.set(spec.instanceId, host);
      }
    }
  }
  return {
    world,
    clock,
    activity,
    seeded,
    account: (accountId) => world.accounts.find((account) => account.accountId === accountId),
    place,
    hosts: () => [...hosts.values()],
    host: (instanceId) => hosts.get(instanceId),
  };
}
