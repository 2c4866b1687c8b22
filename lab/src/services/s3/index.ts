// S3 in the lab: buckets owned by one account each, objects in memory.
import type { Handlers } from '../../endpoint/contract.ts';
import type { Estate } from '../estate.ts';
import { bucketHandlers } from './bucket-handlers.ts';
import { newBucket } from './bucket.ts';
import type { OnCreated, S3State } from './bucket.ts';
import { listingHandlers } from './listing.ts';
import { objectReadHandlers } from './object-read.ts';
import { objectWriteHandlers } from './object-write.ts';
import type { Stretches } from './stretches.ts';

/** The handlers of S3; the world's bucket exists from the start. */
export function s3Handlers(estate: Estate, stretches: Stretches, onCreated: OnCreated): Handlers {
  const { clock, seeded, world } = estate;
  const { name, region, objectLock = false } = world.bucket;
  const first = newBucket(name, world.centralAccountId, region, clock.now(), objectLock);
  // As `bongsu doctor` wants an exchange to be: an overwritten result would leave its first version.
  first.versioning = 'Enabled';
  const state: S3State = { clock, seeded, stretches, onCreated, buckets: new Map([[name, first]]) };
  return {
    ...bucketHandlers(state),
    ...objectWriteHandlers(state),
    ...objectReadHandlers(state),
    ...listingHandlers(state),
  };
}
