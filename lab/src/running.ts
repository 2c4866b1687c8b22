// A world that runs: its roots on disk, its hosts real and simulated, and the AWS that speaks for them.
import { createAgent } from './agent/agent.ts';
import type { RunDocument } from './agent/contract.ts';
import type { Isolation } from './agent/isolation.ts';
import type { Activity } from './endpoint/activity.ts';
import type { LabClock } from './endpoint/contract.ts';
import { instanceIdentityOf } from './identity/document.ts';
import type { InstanceIdentity } from './identity/document.ts';
import { createMetadata } from './identity/metadata.ts';
import type { Metadata } from './identity/metadata.ts';
import type { Signer } from './identity/signer.ts';
import { isOfEc2 } from './services/host.ts';
import type { RateOverride, Rates } from './services/rate.ts';
import { createRealm } from './services/realm.ts';
import type { Realm } from './services/realm.ts';
import { createStretches } from './services/s3/stretches.ts';
import type { SimulationSettings } from './simulation/scene.ts';
import { createSimulation } from './simulation/simulation.ts';
import type { Simulation } from './simulation/simulation.ts';
import { createTemplates } from './simulation/templates.ts';
import { createTransfer } from './simulation/transfer.ts';
import { openDiaries, openDiary } from './simulation/truth.ts';
import { createRootShelf } from './world/root-shelf.ts';
import { createSeeded } from './world/seeded.ts';
import type { InstanceSpec, RootSpec, WorldSpec } from './world/spec.ts';

export interface LabSettings {
  /** For so long after its send an invocation is not found by GetCommandInvocation; 300 where absent. */
  readonly invocationLagMilliseconds?: number;
  /** For so long after its send a command is in no list, as lists of a service of many machines may lag; 0 where absent. */
  readonly commandLagMilliseconds?: number;
  /** Seconds from something that happens to its message in a queue; 1 where absent. */
  readonly eventSeconds?: number;
  /** Share of queue messages that come twice, drawn from the seed; none where absent. */
  readonly queueDuplicates?: number;
  /** Share of what S3 and EventBridge tell that never arrives, drawn from the seed; none where absent. */
  readonly eventLosses?: number;
  /** A message is up to so many seconds more on its way, so that they overtake each other; none where absent. */
  readonly eventSpreadSeconds?: number;
  /** Seconds from a host's start to its agent's first call; 30 where absent. */
  readonly registrationSeconds?: number;
  /** Hidden token buckets by API, such as `ssm:SendCommand`; none where absent. */
  readonly rates?: Rates;
  /** Where the buckets are others. */
  readonly rateOverrides?: readonly RateOverride[];
  /** Invocations that may be open in an account and Region; a command over it ends as Rate Exceeded, and nothing runs. */
  readonly pendingInvocationsMax?: number;
  /** Every message reaches its agent twice. */
  readonly deliverTwice?: boolean;
  /** Processes of all instances together; twice the cores where absent. */
  readonly processesMax?: number;
  /** Forces a way to set instances apart; the best that works here where absent. */
  readonly isolation?: Isolation;
  /** What simulated hosts do. */
  readonly simulation?: SimulationSettings;
}

/** A world that runs, with what must end with it. */
export interface Running {
  readonly world: WorldSpec;
  readonly realm: Realm;
  readonly simulation: Simulation;
  readonly identityOf: (instanceId: string) => InstanceIdentity;
  readonly metadata: Metadata;
  readonly launch: (accountId: string, region: string, spec: InstanceSpec) => void;
  readonly close: () => Promise<void>;
}

export interface Ground {
  readonly seed: number;
  readonly clock: LabClock;
  readonly activity: Activity;
  readonly signer: () => Signer;
  readonly isolation: Isolation;
  readonly settings: LabSettings;
  readonly roots: ReadonlyMap<string, RootSpec>;
  /** The lab's address, once it listens. */
  readonly url: () => string;
}

/** Builds a world with its hosts, agents and services. */
export async function runWorld(world: WorldSpec, ground: Ground): Promise<Running> {
  const { seed, clock, signer, activity, isolation, settings, roots } = ground;
  const shelf = await createRootShelf(world, roots);
  const agent = createAgent({
    isolation,
    clock,
    rootOf: shelf.rootOf,
    metadataOf: (instanceId) => metadata.addressOf(instanceId),
    ...(settings.processesMax === undefined ? {} : { processesMax: settings.processesMax }),
  });
  const stretches = createStretches();
  const transfer = createTransfer(activity);
  const identityOf = (instanceId: string): InstanceIdentity => {
    const host = realm.lifecycle.host(instanceId);
    if (!isOfEc2(host)) throw new RangeError(`${instanceId} has no metadata service`);
    return instanceIdentityOf(host, signer(), new Date(clock.now()));
  };
  const roleOf = (instanceId: string): ReturnType<Realm['roleIdentity']> => realm.roleIdentity(instanceId);
  const metadata = createMetadata({
    ...{ seeded: createSeeded(seed), url: ground.url, identityOf, roleOf },
    hostOf: (instanceId) => realm.lifecycle.host(instanceId),
  });
  const diaries = openDiaries(world);
  const simulation = createSimulation({
    ...{ clock, activity, transfer, diaries, identityOf, roleOf, settings: settings.simulation ?? {} },
    seeded: createSeeded(seed),
    templates: createTemplates({
      ...{ isolation, activity, rootNamed: shelf.rootNamed, recorded: settings.simulation?.recorded ?? [] },
      onTemplate: ({ packedRest }) => stretches.add(packedRest),
    }),
  });
  const run: RunDocument = (message, options) =>
    simulation.plays(message.instanceId)
      ? simulation.run(message, options)
      : agent(message, options).finally(activity.begin());
  const realm = createRealm({
    world,
    roots,
    seed,
    clock,
    activity,
    run,
    rates: settings.rates ?? {},
    rateOverrides: settings.rateOverrides ?? [],
    pendingInvocationsMax: settings.pendingInvocationsMax ?? Number.POSITIVE_INFINITY,
    invocationLagMilliseconds: settings.invocationLagMilliseconds ?? 300,
    commandLagMilliseconds: settings.commandLagMilliseconds ?? 0,
    deliverTwice: settings.deliverTwice ?? false,
    stretches,
    eventSeconds: settings.eventSeconds ?? 1,
    duplicates: settings.queueDuplicates ?? 0,
    losses: settings.eventLosses ?? 0,
    spreadSeconds: settings.eventSpreadSeconds ?? 0,
    registrationSeconds: settings.registrationSeconds ?? 30,
  });
  const launch: Running['launch'] = (accountId, region, spec) => {
    realm.lifecycle.launch(accountId, region, spec);
    shelf.add(spec);
    if (spec.simulated !== undefined) diaries.set(spec.instanceId, openDiary(accountId, region, spec));
  };
  const close = async (): Promise<void> => {
    await realm.close();
    transfer.close();
    await agent.close();
    await shelf.remove();
  };
  return { world, realm, simulation, identityOf, metadata, launch, close };
}
