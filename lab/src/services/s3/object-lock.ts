// Object Lock: until when a version of an object may not be deleted, in buckets that were made with it.
import { AwsError } from '../../endpoint/contract.ts';
import type { Shape } from '../../endpoint/contract.ts';
import { refuseUnread } from '../constraint.ts';
import type { Bucket, ObjectLock, ObjectVersion } from './bucket.ts';

const invalid = (message: string): AwsError => new AwsError('InvalidArgument', message, 400);

/** What a PutObject asks for (S3 API reference, PutObject: both members or neither). */
export function lockAsked(bucket: Bucket, input: Shape, now: number): ObjectLock | undefined {
  refuseUnread(input, ['ObjectLockLegalHoldStatus']);
  const { ObjectLockMode: mode, ObjectLockRetainUntilDate: until } = input;
  if (mode === undefined && until === undefined) return undefined;
  if (!bucket.objectLock) throw new AwsError('InvalidRequest', 'Bucket is missing Object Lock Configuration', 400);
  if (mode === undefined || !(until instanceof Date))
    throw invalid('x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied');
  if (mode !== 'GOVERNANCE' && mode !== 'COMPLIANCE') throw invalid('Unknown wormMode directive.');
  if (until.getTime() <= now) throw invalid('The retain until date must be in the future!');
  return { mode, until };
}

export function lockShown({ lock }: ObjectVersion): Shape {
  return lock === undefined ? {} : { ObjectLockMode: lock.mode, ObjectLockRetainUntilDate: lock.until };
}

/** A version that is locked is not deleted; a mark of deletion over it may be set (S3 user guide, Object Lock). */
export function requireUnlocked(version: ObjectVersion | undefined, now: number, bypass: unknown): void {
  if (bypass === true) throw new AwsError('NotImplementedInLab', 'The lab lets nobody bypass governance.', 501);
  if (version?.lock === undefined || version.lock.until.getTime() <= now) return;
  throw new AwsError('AccessDenied', 'Access Denied because object protected by object lock.', 403);
}

export function lockConfiguration({ objectLock }: Bucket): Shape {
  if (objectLock) return { ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled' } };
  const message = 'Object Lock configuration does not exist for this bucket';
  throw new AwsError('ObjectLockConfigurationNotFoundError', message, 404);
}
