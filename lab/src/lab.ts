// Starts a whole lab: a world, its hosts and agents, and the AWS-shaped endpoint that speaks for them.
import { isolationDetect } from './agent/isolation.ts';
import { createCallLog } from './control/call-log.ts';
import { createControl } from './control/control.ts';
import { createActivity } from './endpoint/activity.ts';
import { createLabClock, createVirtualClock } from './endpoint/clock.ts';
import type { Handlers, Identity, LabApi } from './endpoint/contract.ts';
import { createEndpoint } from './endpoint/server.ts';
import { createFaults } from './fault/engine.ts';
import { createSigner } from './identity/signer.ts';
import type { Signer } from './identity/signer.ts';
import type { Lab, LabCredentials, LabOptions } from './lab-shape.ts';
import { runWorld } from './running.ts';
import type { Ground, Running } from './running.ts';
import type { Asked } from './services/grant.ts';
import { organizationIdOf } from './services/organizations.ts';
import { serviceNames } from './services/realm.ts';
import type { ServiceName } from './services/realm.ts';
import { createSeeded } from './world/seeded.ts';
import { labRoles } from './world/member-role.ts';
import { rootsByName } from './world/roots-by-name.ts';
import { worldNamed } from './world/worlds.ts';

export type { Lab, LabCredentials, LabOptions };

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
