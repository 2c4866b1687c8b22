// Starts a whole lab: a world, its hosts and agents, and the AWS-shaped endpoint that speaks for them.
import { isolationDetect } from './agent/isolation.ts';
import type { Isolation } from './agent/isolation.ts';
import { createCallLog } from './control/call-log.ts';
import type { CallFilter, CallTally } from './control/call-log.ts';
import { createControl } from './control/control.ts';
import { createActivity } from './endpoint/activity.ts';
import type { Activity } from './endpoint/activity.ts';
import { createLabClock, createVirtualClock } from './endpoint/clock.ts';
import type { CallRecord, Handlers, Identity, LabApi, LabClock } from './endpoint/contract.ts';
import { createEndpoint } from './endpoint/server.ts';
import { createFaults } from './fault/engine.ts';
import type { Faults } from './fault/engine.ts';
import type { InstanceIdentity } from './identity/document.ts';
import { createSigner } from './identity/signer.ts';
import type { Signer } from './identity/signer.ts';
import { runWorld } from './running.ts';
import type { Ground, LabSettings, Running } from './running.ts';
import type { Asked, Grants, Holder } from './services/grant.ts';
import { organizationIdOf } from './services/organizations.ts';
import { serviceNames } from './services/realm.ts';
import type { ServiceName } from './services/realm.ts';
import type { AssociationHand } from './services/ssm/association/by-hand.ts';
import type { HostChange } from './services/lifecycle.ts';
import type { KeyState } from './world/key-spec.ts';
import type { HostTruth } from './simulation/truth.ts';
import { createSeeded } from './world/seeded.ts';
import { labRoles } from './world/member-role.ts';
import { rootsByName } from './world/roots-by-name.ts';
import type { InstanceSpec, RootSpec, WorldSpec } from './world/spec.ts';
import { worldNamed } from './world/worlds.ts';

export interface LabOptions {
  /** A free one where absent. */
  readonly port?: number;
  /** A world, or the name of one of ours. */
  readonly world?: 'demo' | 'tidy' | 'empty' | WorldSpec;
  /** Keys, ids and faults are drawn from it; 1 where absent. */
  readonly seed?: number;
  readonly settings?: LabSettings;
  /** Virtual time from this moment on, which only advancing moves; real time where absent. */
  readonly virtualFrom?: Date;
  /** Kinds of host beside the lab's own, for worlds that name them. */
  readonly roots?: readonly RootSpec[];
}

export interface LabCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface Lab {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** The world as it was built. */
  readonly world: WorldSpec;
  readonly centralAccountId: string;
  /** A key of the central account that does not expire. */
  readonly centralCredentials: LabCredentials;
  readonly accounts: readonly { readonly accountId: string; readonly name: string }[];
  readonly regions: readonly string[];
  readonly bucket: { readonly name: string; readonly region: string };
  readonly roleName: string;
  readonly externalId: string;
  readonly isolation: Isolation;
  readonly clock: LabClock;
  /** What the lab is busy with in real time. */
  readonly activity: Activity;
  readonly faults: Faults;
  /** Calls answered so far, oldest first. */
  calls(filter?: CallFilter): readonly CallRecord[];
  /** Calls so far by API, such as `ssm:SendCommand`: how many, how many throttled, how many failed otherwise. */
  tally(): Readonly<Record<string, CallTally>>;
  /** Gives the central principal, the members' roles and those of instances these policies, and nothing beyond them. */
  grant(grants: Grants): void;
  /** What was asked for under the granted policies since they were granted. */
  asked(): Readonly<Record<Holder, Readonly<Record<keyof Asked, readonly string[]>>>>;
  readonly organizationId: string;
  /** Gives the world's bucket a policy, or takes it away; an AwsError where S3 would not take it. */
  bucketPolicy(policy: object | null): void;
  /** What stands for `http://169.254.169.254` on an instance. */
  metadataAddress(instanceId: string): string;
  /** Starts a new host, which EC2 knows at once and Systems Manager when its agent has registered. */
  launch(accountId: string, region: string, spec: InstanceSpec): void;
  terminate(instanceId: string): void;
  /** Address of a queue of the world; a RangeError where there is none of that name. */
  queueUrl(name: string): string;
  /** Puts a message into a queue, as whoever may send to it; a RangeError where there is none of that name. */
  message(queue: string, body: string): void;
  /** ARN of a key of the world; a RangeError where there is none of that name. */
  keyArn(name: string): string;
  /** Disables a key of the world, enables it, or has it wait for its deletion. */
  changeKey(name: string, state: KeyState): void;
  /** Removes or changes an association, as somebody with every right in its account. */
  readonly associations: AssociationHand;
  /** Stops, starts, silences or wakes an instance. */
  changeHost(instanceId: string, change: HostChange): void;
  /** What was planned for each simulated host, and what it really did. */
  truth(): readonly HostTruth[];
  /** What an instance's metadata service would answer to prove who it is; a RangeError for a hybrid node, which has none. */
  instanceIdentity(instanceId: string): InstanceIdentity;
  /** The certificate that such proofs are verified with, in PEM. */
  readonly identityCertificate: string;
  /** Credentials for a real agent that stands in for the instance's own. */
  agentCredentials(instanceId: string): LabCredentials;
  close(): Promise<void>;
}

const sdkPackages: Readonly<Record<ServiceName, LabApi['sdkPackage'] | undefined>> = {
  sts: '@aws-sdk/client-sts',
  organizations: '@aws-sdk/client-organizations',
  ec2: '@aws-sdk/client-ec2',
  ssm: '@aws-sdk/client-ssm',
  s3: '@aws-sdk/client-s3',
  sqs: '@aws-sdk/client-sqs',
  kms: '@aws-sdk/client-kms',
  // The agent's message delivery has no public model.
  ec2messages: undefined,
};

function credentialsOf({ accessKeyId, secretAccessKey, sessionToken }: Identity): LabCredentials {
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
}

/** Handlers that stay the same while the world behind them is exchanged. */
function standing(service: ServiceName, handlers: Handlers, current: () => Running): Handlers {
  return Object.fromEntries(
    Object.keys(handlers).map((name) => [
      name,
      (input, call) => {
        const handler = current().realm.handlers[service][name];
        if (!handler) throw new Error(`${service} has lost ${name}`);
        return handler(input, call);
      },
    ]),
  );
}

/** Starts a lab on loopback. Everything it writes stands in one temporary folder, which `close` removes. */
export async function startLab(options: LabOptions = {}): Promise<Lab> {
  const { port = 0, seed = 1, settings = {} } = options;
  const isolation = settings.isolation ?? (await isolationDetect());
  const clock =
    options.virtualFrom === undefined ? createLabClock() : createVirtualClock(options.virtualFrom.getTime());
  const activity = createActivity();
  const faults = createFaults(seed);
  const log = createCallLog();
  const first = typeof options.world === 'object' ? options.world : worldNamed(options.world ?? 'demo');
  // A key takes a moment, and few need one.
  let made: Signer | undefined;
  const signer = (): Signer => {
    made ??= createSigner();
    return made;
  };
  let address = '';
  const ground: Ground = {
    seed,
    clock,
    signer,
    activity,
    isolation,
    settings,
    roots: rootsByName(options.roots),
    url: () => address,
  };
  let running = await runWorld(first, ground);

  const services = serviceNames.map((name): LabApi => {
    const sdkPackage = sdkPackages[name];
    const handlers = standing(name, running.realm.handlers[name], () => running);
    return { name, handlers, ...(sdkPackage === undefined ? {} : { sdkPackage }) };
  });
  const control = createControl({
    clock,
    faults,
    calls: log,
    world: () => running.world,
    onSeed: async (name) => {
      const next = await runWorld(name === undefined ? running.world : worldNamed(name), ground);
      const before = running;
      running = next;
      await before.close();
    },
  });
  const endpoint = createEndpoint({
    clock,
    faults,
    activity,
    virtual: options.virtualFrom !== undefined,
    services,
    control,
    metadata: (...asked) => running.metadata.answer(...asked),
    identityOf: (accessKeyId) => running.realm.identityOf(accessKeyId),
    onCall: (record) => log.record(record),
  });
  const listening = await endpoint.listen(port).catch(async (error: unknown) => {
    await running.close();
    throw error;
  });

  address = listening.url;

  return {
    url: listening.url,
    ...labRoles,
    isolation,
    clock,
    activity,
    faults,
    get world() {
      return running.world;
    },
    get centralAccountId() {
      return running.world.centralAccountId;
    },
    get centralCredentials() {
      return credentialsOf(running.realm.central);
    },
    get accounts() {
      return running.world.accounts.map(({ accountId, name }) => ({ accountId, name }));
    },
    get regions() {
      return running.world.regions;
    },
    grant: (grants) => running.realm.grant(grants),
    asked: () => {
      const { central, member, instance } = running.realm.asked;
      const shown = ({ allowed, refused, needs }: Asked) => ({
        allowed: [...allowed].sort(),
        refused: [...refused].sort(),
        needs: [...needs].sort(),
      });
      return { central: shown(central), member: shown(member), instance: shown(instance) };
    },
    bucketPolicy: (policy) => running.realm.bucketPolicy(policy === null ? null : JSON.stringify(policy)),
    metadataAddress: (instanceId) => running.metadata.addressOf(instanceId),
    organizationId: organizationIdOf(createSeeded(seed)),
    get bucket() {
      return running.world.bucket;
    },
    calls: (filter) => log.list(filter),
    tally: () => log.tally(),
    launch: (accountId, region, spec) => running.launch(accountId, region, spec),
    terminate: (instanceId) => running.realm.lifecycle.change(instanceId, { state: 'terminated' }),
    queueUrl: (name) => {
      const queue = running.world.queues?.find((one) => one.name === name);
      if (!queue) throw new RangeError(`no queue ${name} in this world`);
      return `${listening.url}/${queue.accountId ?? running.world.centralAccountId}/${name}`;
    },
    message: (queue, body) => running.realm.message(queue, body),
    keyArn: (name) => running.realm.keys.named(name).arn,
    changeKey: (name, state) => {
      running.realm.keys.named(name).state = state;
    },
    get associations() {
      return running.realm.associations;
    },
    changeHost: (instanceId, change) => running.realm.lifecycle.change(instanceId, change),
    truth: () => running.simulation.truth(),
    instanceIdentity: (instanceId) => running.identityOf(instanceId),
    get identityCertificate() {
      return signer().certificate;
    },
    agentCredentials: (instanceId) => credentialsOf(running.realm.agentIdentity(instanceId)),
    close: async () => {
      await running.close();
      await listening.close();
    },
  };
}
