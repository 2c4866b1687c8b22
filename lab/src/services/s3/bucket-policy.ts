// A bucket's policy as S3 takes it: whole, about this bucket alone, and not for everybody.
import { AwsError } from '../../endpoint/contract.ts';
import { type Policy, policyRead, type Statement } from '../policy/statement.ts';

export interface BucketPolicy {
  readonly text: string;
  /** The policy, read. */
  readonly rules: Policy;
}

const malformed = (message: string): AwsError => new AwsError('MalformedPolicy', message, 400);

/** Keys whose fixed values keep a policy from being public (S3 user guide, "The meaning of public"). */
const fixing = /^aws:principal(?:orgid|account|arn)$/;

function isPublic({ effect, principals, conditions }: Statement): boolean {
  const fixed = conditions.some(({ key, values }) => fixing.test(key) && !values.some((one) => /[*$]/.test(one)));
  return effect === 'Allow' && (principals?.aws.includes('*') ?? false) && !fixed;
}

/** Reads a policy as PutBucketPolicy does; public ones are blocked on every bucket of the lab. */
export function bucketPolicyRead(text: string, bucketName: string): BucketPolicy {
  const arn = `arn:aws:s3:::${bucketName}`;
  let rules: Policy;
  try {
    rules = policyRead(text, 'resource');
  } catch (error) {
    if (!(error instanceof AwsError) || error.code !== 'MalformedPolicyDocument') throw error;
    throw malformed(error.message);
  }
  if (!rules.every((one) => one.resources.every((resource) => resource === arn || resource.startsWith(`${arn}/`))))
    throw malformed('Policy has invalid resource');
  if (rules.some(isPublic))
    throw new AwsError('AccessDenied', 'Access Denied: public policies are blocked by BlockPublicPolicy', 403);
  return { text, rules };
}
