// One lab's AWS: all services over one estate, each call behind the guard.
import type { RunDocument } from '../agent/contract.ts';
import type { Activity } from '../endpoint/activity.ts';
import type { Handlers, Identity, LabClock } from '../endpoint/contract.ts';
import { createSeeded } from '../world/seeded.ts';
import type { RootSpec, WorldSpec } from '../world/spec.ts';
import { ec2Handlers } from './ec2/index.ts';
import { createEstate } from './estate.ts';
import { createGrantBook, type GrantBook } from './grant.ts';
import { guarded } from './guard.ts';
import { createIdentities } from './identities.ts';
import { organizationIdOf, organizationsHandlers } from './organizations.ts';
import { objectCreated } from './events.ts';
import { kmsHandlers } from './kms/index.ts';
import { createKeyRing } from './kms/keys.ts';
import type { KeyRing } from './kms/keys.ts';
import { createLifecycle } from './lifecycle.ts';
import type { Lifecycle } from './lifecycle.ts';
import { createRateTake } from './rate.ts';
import type { RateOverride, Rates } from './rate.ts';
import type { OnCreated } from './s3/bucket.ts';
import { s3Handlers } from './s3/index.ts';
import type { Stretches } from './s3/stretches.ts';
import { sqsHandlers } from './sqs/index.ts';
import { createPost } from './sqs/post.ts';
import { createSsm } from './ssm/index.ts';
import { instanceIdentity, roleIdentity } from './ssm/instance-identity.ts';
import { stsHandlers } from './sts.ts';

export const serviceNames = ['sts', 'organizations', 'ec2', 'ssm', 'ec2messages', 's3', 'sqs', 'kms'] as const;
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
  readonly commandLagMilliseconds: number;
  readonly pendingInvocationsMax: number;
  readonly deliverTwice: boolean;
  /** Seconds from something that happens to its message in a queue. */
  readonly eventSeconds: number;
  /** Share of messages that come twice. */
  readonly duplicates: number;
  /** Seconds from a host's start to its agent's first call. */
  readonly registrationSeconds: number;
  /** Bytes that many uploads share. */
  readonly stretches: Stretches;
}

export interface Realm {
  readonly handlers: Readonly<Record<ServiceName, Handlers>>;
  /** Long-lived key of the central account, drawn from the seed. */
  readonly central: Identity;
  readonly grants: GrantBook;
  readonly keys: KeyRing;
  identityOf(accessKeyId: string): Identity | undefined;
  /** Credentials for an agent from outside; from then on only it takes this instance's commands. */
  agentIdentity(instanceId: string): Identity;
  /** New credentials of an instance's role, as its metadata service gives them; null where it has none. */
  roleIdentity(instanceId: string): Identity | null;
  /** Gives the world's bucket this policy in place of what it had, whoever may do that; none where null. */
  bucketPolicy(policy: string | null): void;
  readonly lifecycle: Lifecycle;
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
  const post = createPost(estate, options);
  const onCreated: OnCreated = (bucket, version, call) => {
    if (bucket.name === world.bucket.name) post.object(version.key, objectCreated(bucket, version, call));
  };
  const ssm = createSsm(estate, options);
  const grants = createGrantBook(world.centralAccountId, organizationIdOf(seeded));
  const s3 = s3Handlers(estate, options.stretches, onCreated);
  const take = createRateTake(options.rates, options.rateOverrides, clock);
  const guard = { regions: world.regions, take, grants };
  const keys = createKeyRing(estate);
  const lifecycle = createLifecycle({ ...options, estate, post, nudge: ssm.nudge });
  return {
    handlers: {
      sts: guarded(stsHandlers(estate, identities, grants), guard),
      organizations: guarded(organizationsHandlers(estate), guard),
      ec2: guarded(ec2Handlers(estate), guard),
      ssm: guarded(ssm.ssm, guard),
      ec2messages: guarded(ssm.ec2messages, guard),
      s3: guarded(s3, guard),
      sqs: guarded(sqsHandlers(estate, post), guard),
      kms: guarded(kmsHandlers(estate, keys), guard),
    },
    central,
    grants,
    keys,
    identityOf: identities.find,
    agentIdentity: (instanceId) => {
      const host = lifecycle.host(instanceId);
      host.outsideAgent = true;
      return identities.add(instanceIdentity(estate, host));
    },
    roleIdentity: (instanceId) => {
      const identity = roleIdentity(estate, lifecycle.host(instanceId));
      return identity === null ? null : identities.add(identity);
    },
    bucketPolicy: (policy) => {
      const operation = policy === null ? 'DeleteBucketPolicy' : 'PutBucketPolicy';
      const { name: Bucket, region } = world.bucket;
      const call = { identity: central, accountId: central.accountId, region, service: 's3', operation };
      const more = { requestId: 'lab', headers: {}, presigned: false, body: Buffer.alloc(0) };
      void s3[operation]?.({ Bucket, Policy: policy }, { ...call, ...more });
    },
    lifecycle,
    close: async () => {
      post.close();
      await ssm.close();
    },
  };
}
