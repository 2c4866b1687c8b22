// S3 in the lab: buckets owned by one account each, objects in memory.
import type { Handlers, Shape } from '../../endpoint/contract.ts';
import type { BucketSpec, WorldSpec } from '../../world/spec.ts';
import type { Estate } from '../estate.ts';
import { bucketHandlers } from './bucket-handlers.ts';
import { currentOf, newBucket } from './bucket.ts';
import type { Bucket, ObjectVersion, OnCreated, Permits, S3State } from './bucket.ts';
import { listingHandlers } from './listing.ts';
import { objectReadHandlers } from './object-read.ts';
import { objectWriteHandlers } from './object-write.ts';
import type { Stretches } from './stretches.ts';

/** What the bucket of a world with queues must have been told by its owner. */
function notificationsOf({ queues = [], centralAccountId }: WorldSpec): Shape {
  const told = queues.flatMap(({ receives, ...queue }) => (typeof receives === 'object' ? [{ receives, queue }] : []));
  const own = told.filter(({ receives }) => receives.through === undefined);
  const configured = own.map(
    ({ receives: { objectsBelow }, queue: { region, accountId = centralAccountId, name } }) => ({
      Id: name,
      QueueArn: `arn:aws:sqs:${region}:${accountId}:${name}`,
      Events: ['s3:ObjectCreated:*'],
      // S3 gives the names of rules back with a capital.
      Filter: { Key: { FilterRules: [{ Name: 'Prefix', Value: objectsBelow }] } },
    }),
  );
  return {
    QueueConfigurations: configured.length > 0 ? configured : undefined,
    EventBridgeConfiguration: own.length < told.length ? {} : undefined,
  };
}

export interface S3 {
  readonly handlers: Handlers;
  /** undefined where there is none of that name. */
  bucket(name: string): Bucket | undefined;
  /** What a plain read finds, or the version asked for; undefined where there is none. */
  object(bucket: string, key: string, versionId: unknown): ObjectVersion | undefined;
}

/** S3 with the world's buckets, which exist from the start. */
export function createS3(estate: Estate, stretches: Stretches, onCreated: OnCreated, permits: Permits): S3 {
  const { clock, seeded, world } = estate;
  const specs: readonly BucketSpec[] = [world.bucket, ...(world.buckets ?? [])];
  const made = specs.map((spec) => {
    const { name, accountId = world.centralAccountId, region, objectLock } = spec;
    const bucket = newBucket(name, accountId, region, clock.now(), objectLock);
    // As `bongsu doctor` wants an exchange to be: an overwritten result would leave its first version.
    bucket.versioning = 'Enabled';
    if (spec === world.bucket) bucket.notifications = notificationsOf(world);
    return bucket;
  });
  const buckets = new Map(made.map((bucket) => [bucket.name, bucket]));
  const state: S3State = { clock, seeded, stretches, onCreated, permits, buckets };
  return {
    handlers: {
      ...bucketHandlers(state),
      ...objectWriteHandlers(state),
      ...objectReadHandlers(state),
      ...listingHandlers(state),
    },
    bucket: (name) => buckets.get(name),
    object: (name, key, versionId) => {
      const bucket = buckets.get(name);
      if (bucket === undefined) return undefined;
      if (versionId === undefined) return currentOf(bucket, key);
      return bucket.objects.get(key)?.find((one) => one.versionId === versionId);
    },
  };
}
