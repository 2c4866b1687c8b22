// One lab's AWS: all services over one estate, each call behind the guard.
import type { RunDocument } from '../agent/contract.ts';
import type { Activity } from '../endpoint/activity.ts';
import type { Handlers, Identity, LabClock } from '../endpoint/contract.ts';
import { createSeeded } from '../world/seeded.ts';
import type { RootSpec, WorldSpec } from '../world/spec.ts';
import { ec2Handlers } from './ec2/index.ts';
import { createEstate } from './estate.ts';
import { createGrantBook, type GrantBook, type Grants } from './grant.ts';
import { type Guard, guarded, permitted } from './guard.ts';
import { createIdentities } from './identities.ts';
import { organizationIdOf, organizationsHandlers } from './organizations.ts';
import { objectCreated, objectCreatedEvent } from './events.ts';
import type { Holdings } from './needs.ts';
import { kmsHandlers } from './kms/index.ts';
import { createKeyRing } from './kms/keys.ts';
import type { KeyRing } from './kms/keys.ts';
import { createLifecycle } from './lifecycle.ts';
import type { Lifecycle } from './lifecycle.ts';
import { createRateTake } from './rate.ts';
import type { RateOverride, Rates } from './rate.ts';
import type { Bucket, OnCreated } from './s3/bucket.ts';
import { bucketPolicyRead } from './s3/bucket-policy.ts';
import { createS3 } from './s3/index.ts';
import type { Stretches } from './s3/stretches.ts';
import { sqsHandlers } from './sqs/index.ts';
import { createPost } from './sqs/post.ts';
import type { AssociationHand } from './ssm/association/by-hand.ts';
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
  /** Share of what S3 and EventBridge tell that never arrives. */
  readonly losses: number;
  /** Seconds that a message may be on its way beyond those. */
  readonly spreadSeconds: number;
  /** Seconds from a host's start to its agent's first call. */
  readonly registrationSeconds: number;
  /** Bytes that many uploads share. */
  readonly stretches: Stretches;
}

export interface Realm {
  readonly handlers: Readonly<Record<ServiceName, Handlers>>;
  /** Long-lived key of the central account, drawn from the seed. */
  readonly central: Identity;
  /** What was asked for under what was granted. */
  readonly asked: GrantBook['asked'];
  /** In place of what was granted before. */
  grant(grants: Grants): void;
  readonly keys: KeyRing;
  identityOf(accessKeyId: string): Identity | undefined;
  /** Credentials for an agent from outside; from then on only it takes this instance's commands. */
  agentIdentity(instanceId: string): Identity;
  /** New credentials of an instance's role, as its metadata service gives them; null where it has none. */
  roleIdentity(instanceId: string): Identity | null;
  /** Gives the world's bucket this policy in place of what it had, whoever may do that; none where null. */
  bucketPolicy(policy: string | null): void;
  readonly lifecycle: Lifecycle;
  /** Puts a message into a queue of the world, as whoever may send to it. */
  message(queue: string, body: string): void;
  /** What somebody does to associations by hand. */
  readonly associations: AssociationHand;
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
  const grants = createGrantBook(world.centralAccountId);
  const post = createPost(estate, options, (arn) => grants.queuePolicy(arn));
  const onCreated: OnCreated = (bucket, version, call) => {
    if (bucket.name !== world.bucket.name) return;
    post.object(version.key, {
      s3: () => objectCreated(bucket, version, call),
      eventBridge: () => objectCreatedEvent(estate, bucket, version, call),
    });
  };
  const ssm = createSsm(estate, options);
  const s3 = createS3(estate, options.stretches, onCreated, (...asked) => permitted(...asked, guard));
  /** Buckets that have the policy they were granted. */
  let granted: readonly string[] = [];
  const bucketNamed = (name: string): Bucket => {
    const bucket = s3.bucket(name);
    if (bucket === undefined) throw new RangeError(`no bucket ${name} in this world`);
    return bucket;
  };
  const take = createRateTake(options.rates, options.rateOverrides, clock);
  const holdings: Holdings = {
    ...{ estate, organizationId: organizationIdOf(seeded) },
    objectAt: s3.object,
    heldAt: (arn) => {
      const [, , service, , , named = ''] = arn.split(':');
      const name = named.split('/')[0] ?? '';
      const queue = service === 'sqs' ? post.queues.find((one) => one.arn === arn) : undefined;
      if (queue) return { ownerId: queue.accountId, policy: grants.queuePolicy(arn) ?? queue.rules };
      const bucket = service === 's3' ? s3.bucket(name) : undefined;
      return bucket && { ownerId: bucket.ownerId, policy: bucket.policy?.rules ?? null };
    },
  };
  const guard: Guard = { regions: world.regions, take, grants, holdings };
  const keys = createKeyRing(estate);
  const lifecycle = createLifecycle({ ...options, estate, post, nudge: ssm.nudge });
  return {
    handlers: {
      sts: guarded(stsHandlers(estate, identities, grants, holdings), guard),
      organizations: guarded(organizationsHandlers(estate), guard),
      ec2: guarded(ec2Handlers(estate), guard),
      ssm: guarded(ssm.ssm, guard),
      ec2messages: guarded(ssm.ec2messages, guard),
      s3: guarded(s3.handlers, guard),
      sqs: guarded(sqsHandlers(estate, post), guard),
      kms: guarded(kmsHandlers(estate, keys), guard),
    },
    central,
    keys,
    asked: grants.asked,
    grant: (given) => {
      const policies = Object.entries(given.buckets ?? {}).map(
        ([name, text]) => [name, bucketPolicyRead(text, name)] as const,
      );
      grants.set(given);
      for (const name of granted) bucketNamed(name).policy = undefined;
      for (const [name, policy] of policies) bucketNamed(name).policy = policy;
      granted = policies.map(([name]) => name);
    },
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
      void s3.handlers[operation]?.({ Bucket, Policy: policy }, { ...call, ...more });
    },
    lifecycle,
    message: (name, body) => {
      const placed = post.queues.find(({ spec }) => spec.name === name);
      if (!placed) throw new RangeError(`no queue ${name} in this world`);
      placed.queue.send(body, central.accessKeyId);
    },
    associations: ssm.associations,
    close: async () => {
      post.close();
      await ssm.close();
    },
  };
}
