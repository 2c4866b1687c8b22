// How each service words the refusals that may meet any of its calls.
import { AwsError } from '../endpoint/contract.ts';
import type { Call } from '../endpoint/contract.ts';

/** What a caller is told who may not do this. `why` is the clause AWS adds about the policy that refused. */
export function accessDenied(call: Call, action: string, resource: string | undefined, why: string): AwsError {
  const text = `User: ${call.identity.arn} is not authorized to perform: ${action}${
    resource === undefined ? '' : ` on resource: ${resource}`
  }${why}`;
  switch (call.service) {
    case 'ec2':
      return new AwsError('UnauthorizedOperation', `You are not authorized to perform this operation. ${text}`, 403);
    case 's3':
    case 'sts':
    case 'sqs':
      return new AwsError('AccessDenied', text, 403);
    default:
      return new AwsError('AccessDeniedException', text, 400);
  }
}

/** What a caller is told who calls too often; the SDK retries by these codes and statuses. */
export function tooOften(call: Call): AwsError {
  switch (call.service) {
    case 'ec2':
      return new AwsError('RequestLimitExceeded', 'Request limit exceeded.', 503);
    case 's3':
      return new AwsError('SlowDown', 'Please reduce your request rate.', 503);
    case 'sqs':
      return new AwsError('RequestThrottled', 'Rate exceeded', 403);
    case 'sts':
      return new AwsError('Throttling', 'Rate exceeded', 400);
    default:
      return new AwsError('ThrottlingException', 'Rate exceeded', 400);
  }
}

/** What a caller is told who calls a Region that is not enabled. */
export function regionDisabled(call: Call): AwsError {
  switch (call.service) {
    case 'ec2':
      return new AwsError('AuthFailure', 'AWS was not able to validate the provided access credentials', 401);
    case 'sts':
      return new AwsError('InvalidClientTokenId', 'The security token included in the request is invalid', 403);
    default:
      return new AwsError('UnrecognizedClientException', 'The security token included in the request is invalid.', 400);
  }
}

/** What a caller is told whose policy breaks the grammar. */
export function malformedPolicy(message: string): AwsError {
  return new AwsError('MalformedPolicyDocument', message, 400);
}
