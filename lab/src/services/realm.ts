// One lab's AWS: all services over one estate, each call behind the guard.
import type { RunDocument } from '../agent/contract.ts';
import type { Activity } from '../endpoint/activity.ts';
import type { Handlers, Identity, LabClock } from '../endpoint/contract.ts';
import { createSeeded } from '../world/seeded.ts';
import type { RootSpec, WorldSpec } from '../world/spec.ts';
import { ec2Handlers } from './ec2/index.ts';
import { createEstate } from './estate.ts';
import { guarded } from './guard.ts';
import { createIdentities } from './identities.ts';
import { organizationsHandlers } from './organizations.ts';
import { createRateTake } from './rate.ts';
import type { RateOverride, Rates } from './rate.ts';
import { s3Handlers } from './s3/index.ts';
import type { Stretches } from './s3/stretches.ts';
import { createSsm } from './ssm/index.ts';
import { instanceIdentity } from './ssm/instance-identity.ts';
import { stsHandlers } from './sts.ts';

export const serviceNames = ['sts', 'organizations', 'ec2', 'ssm', 'ec2messages', 's3'] as const;
export type ServiceName = (typeof serviceNames)[number];

export interface RealmOptions {
  readonly world: WorldSpec;
  readonly roots: ReadonlyMap<string, RootSpec>;
  readonly seed: number;
  readonly clock: LabClock;
  readonly activity: Activity;
  readonly run: RunDocument;
  readonly rates: Rates;
  readonly rateOverrides: readonly RateOverride[];
  readonly invocationLagMilliseconds: number;
  readonly pendingInvocationsMax: number;
  readonly deliverTwice: boolean;
  /** Bytes that many uploads share. */
  readonly stretches: Stretches;
}

export interface HostChange {
  readonly state?: 'running' | 'stopped' | 'terminated';
  readonly agent?: 'online' | 'offline';
}

export interface Realm {
  readonly handlers: Readonly<Record<ServiceName, Handlers>>;
  /** Long-lived key of the central account, drawn from the seed. */
  readonly central: Identity;
  identityOf(accessKeyId: string): Identity | undefined;
  /** Credentials for an agent from outside; from then on only it takes this instance's commands. */
  agentIdentity(instanceId: string): Identity;
  /** What happens to an instance while the lab runs; a RangeError where there is none of that id. */
  changeHost(instanceId: string, change: HostChange): void;
  close(): Promise<void>;
}

/** Builds the world and the services over it. */
export function createRealm(options: RealmOptions): Realm {
  const { world, clock } = options;
  const seeded = createSeeded(options.seed);
  const estate = createEstate({ ...options, seeded });
  const identities = createIdentities();
  const central = identities.add({
    accessKeyId: `AKIA${seeded.upper('central key', 16)}`,
    secretAccessKey: seeded.secret('central key'),
    accountId: world.centralAccountId,
    arn: `arn:aws:iam::${world.centralAccountId}:user/bongsu`,
  });
  const ssm = createSsm(estate, options);
  const guard = { regions: world.regions, take: createRateTake(options.rates, options.rateOverrides, clock) };
  const hostOf = (instanceId: string) => {
    const host = estate.host(instanceId);
    if (!host) throw new RangeError(`no instance ${instanceId} in this world`);
    return host;
  };
  return {
    handlers: {
      sts: guarded(stsHandlers(estate, identities), guard),
      organizations: guarded(organizationsHandlers(estate), guard),
      ec2: guarded(ec2Handlers(estate), guard),
      ssm: guarded(ssm.ssm, guard),
      ec2messages: guarded(ssm.ec2messages, guard),
      s3: guarded(s3Handlers(estate, options.stretches), guard),
    },
    central,
    identityOf: identities.find,
    agentIdentity: (instanceId) => {
      const host = hostOf(instanceId);
      host.outsideAgent = true;
      return identities.add(instanceIdentity(estate, host));
    },
    changeHost: (instanceId, change) => {
      const host = hostOf(instanceId);
      if (change.agent === 'offline' && host.agent === 'online') host.lastPingAt = clock.now();
      host.state = change.state ?? host.state;
      host.agent = change.agent ?? host.agent;
      ssm.nudge(host);
    },
    close: ssm.close,
  };
}
