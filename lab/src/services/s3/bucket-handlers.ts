// S3's operations on buckets.
import { AwsError } from '../../endpoint/contract.ts';
import type { Call, Handlers, Shape } from '../../endpoint/contract.ts';
import { bucketOf, newBucket } from './bucket.ts';
import type { Bucket, S3State } from './bucket.ts';
import { bucketPolicyRead } from './bucket-policy.ts';
import { lockConfiguration } from './object-lock.ts';

/** Bucket names: 3 to 63 lower-case letters, digits, hyphens and dots (S3 user guide). */
const namePattern = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** A bucket's policy is its owner's affair, whatever it says of others (S3 API reference, PutBucketPolicy: 405). */
function ownBucket(state: S3State, input: Shape, call: Call): Bucket {
  const bucket = bucketOf(state, input, call);
  if (bucket.ownerId === call.accountId) return bucket;
  throw new AwsError('MethodNotAllowed', 'The specified method is not allowed against this resource.', 405);
}

/** The handlers. */
export function bucketHandlers(state: S3State): Handlers {
  return {
    CreateBucket: (input, call) => {
      const name = String(input.Bucket);
      if (!namePattern.test(name)) throw new AwsError('InvalidBucketName', 'The specified bucket is not valid.', 400);
      const found = state.buckets.get(name);
      if (found) {
        const own = found.ownerId === call.accountId;
        throw own
          ? new AwsError('BucketAlreadyOwnedByYou', 'Your previous request to create the bucket succeeded.', 409)
          : new AwsError('BucketAlreadyExists', 'The requested bucket name is not available.', 409);
      }
      // us-east-1 takes no constraint; every other Region must be named, and be the one that is called.
      const asked: string = input.CreateBucketConfiguration?.LocationConstraint ?? 'us-east-1';
      if (asked !== call.region) {
        throw new AwsError(
          'IllegalLocationConstraintException',
          `The ${asked} location constraint is incompatible for the region specific endpoint this request was sent to.`,
          400,
        );
      }
      state.buckets.set(
        name,
        newBucket(name, call.accountId, call.region, state.clock.now(), input.ObjectLockEnabledForBucket === true),
      );
      return { Location: `/${name}` };
    },

    ListBuckets: (_input, call) => ({
      Buckets: [...state.buckets.values()]
        .filter((bucket) => bucket.ownerId === call.accountId)
        .map((bucket) => ({ Name: bucket.name, CreationDate: bucket.createdAt, BucketRegion: bucket.region })),
      Owner: { ID: call.accountId.padStart(64, '0') },
    }),

    HeadBucket: (input, call) => ({ BucketRegion: bucketOf(state, input, call).region }),

    GetBucketLocation: (input, call) => {
      const { region } = bucketOf(state, input, call);
      return { LocationConstraint: region === 'us-east-1' ? undefined : region };
    },

    // What every new bucket has (Amazon S3 user guide: block public access since April 2023, SSE-S3 since January 2023).
    GetPublicAccessBlock: (input, call) => {
      bucketOf(state, input, call);
      const on = {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: true,
        RestrictPublicBuckets: true,
      };
      return { PublicAccessBlockConfiguration: on };
    },

    GetBucketEncryption: (input, call) => {
      bucketOf(state, input, call);
      const rule = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false };
      return { ServerSideEncryptionConfiguration: { Rules: [rule] } };
    },

    // What every new bucket has since April 2023 (Amazon S3 user guide, controlling ownership of objects).
    GetBucketOwnershipControls: (input, call) => {
      bucketOf(state, input, call);
      return { OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } };
    },

    GetBucketPolicy: (input, call) => {
      const { policy } = ownBucket(state, input, call);
      if (policy) return { Policy: policy.text };
      throw new AwsError('NoSuchBucketPolicy', 'The bucket policy does not exist', 404, { BucketName: input.Bucket });
    },

    PutBucketPolicy: (input, call) => {
      const bucket = ownBucket(state, input, call);
      bucket.policy = bucketPolicyRead(String(input.Policy), bucket.name);
    },

    DeleteBucketPolicy: (input, call) => {
      ownBucket(state, input, call).policy = undefined;
    },

    GetBucketVersioning: (input, call) => ({ Status: bucketOf(state, input, call).versioning }),

    GetBucketNotificationConfiguration: (input, call) => bucketOf(state, input, call).notifications,

    GetObjectLockConfiguration: (input, call) => lockConfiguration(bucketOf(state, input, call)),

    PutBucketVersioning: (input, call) => {
      const status = input.VersioningConfiguration?.Status;
      if (status !== 'Enabled' && status !== 'Suspended') {
        throw new AwsError('IllegalVersioningConfigurationException', 'The Versioning element must be specified', 400);
      }
      const bucket = bucketOf(state, input, call);
      if (bucket.objectLock && status !== 'Enabled')
        throw new AwsError('InvalidBucketState', 'An Object Lock configuration is present on this bucket', 409);
      bucket.versioning = status;
    },
  };
}
