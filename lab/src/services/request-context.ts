// What a policy may ask of a request: who makes it, in which organisation, from which instance, and how it writes.
import type { Call } from '../endpoint/contract.ts';
import type { RequestContext } from './condition.ts';

/** The role a caller has put on, as IAM names it; users are themselves. */
export function principalArn(arn: string): string {
  const session = /^arn:aws:sts::(\d{12}):assumed-role\/([^/]+)\/.+$/.exec(arn);
  return session ? `arn:aws:iam::${session[1]}:role/${session[2]}` : arn;
}

/** `organizationId` is that of every account of the world. */
export function requestContext(
  { identity, headers }: Pick<Call, 'identity' | 'headers'>,
  organizationId: string,
): RequestContext {
  return {
    'aws:PrincipalAccount': identity.accountId,
    'aws:PrincipalArn': principalArn(identity.arn),
    'aws:PrincipalOrgID': organizationId,
    'aws:userid': identity.userId,
    'ec2:SourceInstanceARN': identity.instanceArn,
    's3:if-none-match': headers['if-none-match'],
  };
}
