// The state of the lab's AWS: what stands in each account and Region while calls change it.
import type { Activity } from '../endpoint/activity.ts';
import type { LabClock } from '../endpoint/contract.ts';
import type { Seeded } from '../world/seeded.ts';
import type { AccountSpec, InstanceSpec, RootSpec, WorldSpec } from '../world/spec.ts';
import { bootHost } from './host.ts';
import type { Host } from './host.ts';
import type { Association } from './ssm/association/association.ts';
import type { Command } from './ssm/command.ts';
import type { SsmDocument } from './ssm/document.ts';

export interface PlaceState {
  readonly hosts: Map<string, Host>;
  readonly documents: Map<string, SsmDocument>;
  /** By command id, oldest first. */
  readonly commands: Map<string, Command>;
  readonly associations: Map<string, Association>;
  /** Commands by which associations ran, by id: found by it, and listed nowhere. */
  readonly associationCommands: Map<string, Command>;
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
  /** A host that has just been started; a RangeError where it cannot stand there. */
  add(accountId: string, region: string, spec: InstanceSpec): Host;
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
    const found = places.get(key) ?? {
      hosts: new Map(),
      documents: new Map(),
      commands: new Map(),
      associations: new Map(),
      associationCommands: new Map(),
    };
    places.set(key, found);
    return found;
  };
  const boot = (accountId: string, region: string, spec: InstanceSpec, launchedAt?: Date): Host => {
    if (hosts.has(spec.instanceId)) throw new RangeError(`two instances are called ${spec.instanceId}`);
    const neighbours = place(accountId, region).hosts;
    const started = launchedAt === undefined ? {} : { launchedAt };
    const host = bootHost({ accountId, region, index: neighbours.size, spec, roots, clock, seeded, ...started });
    hosts.set(spec.instanceId, host);
    neighbours.set(spec.instanceId, host);
    return host;
  };
  for (const account of world.accounts) {
    for (const [region, specs] of Object.entries(account.regions)) {
      for (const spec of specs) boot(account.accountId, region, spec);
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
    add: (accountId, region, spec) => {
      const known = world.accounts.some((account) => account.accountId === accountId) && world.regions.includes(region);
      if (!known) throw new RangeError(`this world has no account ${accountId} with the Region ${region}`);
      return boot(accountId, region, spec, new Date(clock.now()));
    },
  };
}
