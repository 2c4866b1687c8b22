// HTTP statuses of the error codes that no model names, because retries depend on code and status together.

/** Sources: S3's list of error codes, EC2's error codes, STS's common errors. */
const STATUSES: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  BucketAlreadyExists: 409,
  BucketAlreadyOwnedByYou: 409,
  BucketNotEmpty: 409,
  ConditionalRequestConflict: 409,
  InternalError: 500,
  InternalFailure: 500,
  InternalServerError: 500,
  InvalidRange: 416,
  MethodNotAllowed: 405,
  NoSuchBucket: 404,
  NoSuchBucketPolicy: 404,
  NoSuchKey: 404,
  NoSuchLifecycleConfiguration: 404,
  NoSuchPublicAccessBlockConfiguration: 404,
  NoSuchUpload: 404,
  NoSuchVersion: 404,
  NotFound: 404,
  NotImplemented: 501,
  NotModified: 304,
  OperationAborted: 409,
  OptInRequired: 403,
  PermanentRedirect: 301,
  PreconditionFailed: 412,
  RequestLimitExceeded: 503,
  ServerSideEncryptionConfigurationNotFoundError: 404,
  ServiceUnavailable: 503,
  SlowDown: 503,
  Unavailable: 503,
  UnauthorizedOperation: 403,
};

/** The status that goes with a code; 400 for those not listed. */
export function statusOfCode(code: string): number {
  return STATUSES[code] ?? 400;
}
