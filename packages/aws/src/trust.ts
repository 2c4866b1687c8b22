// Whom a policy of ours names: the principal that runs Bongsu, with the external id and from its organisation.
import type { Condition } from './policy.ts';
import type { AwsSettings } from './settings.ts';

export interface TrustPolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly [
    {
      readonly Effect: 'Allow';
      readonly Principal: { readonly AWS: string };
      readonly Action: 'sts:AssumeRole';
      readonly Condition: {
        readonly StringEquals: Readonly<Record<string, string>>;
        readonly ArnLike?: Readonly<Record<string, readonly string[]>>;
      };
    },
  ];
}

/**
 * Who may assume the role: the caller `arn` of the central account (as `identity()` gives it), with the external id,
 * and from this organisation where its id is given.
 */
export function trustMember(settings: AwsSettings, arn: string, organizationId?: string): TrustPolicy {
  const { principal, ArnLike } = trusted(arn);
  const StringEquals = { 'sts:ExternalId': settings.externalId, ...inOrganization(organizationId) };
  const Condition = ArnLike === undefined ? { StringEquals } : { StringEquals, ArnLike };
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole', Condition }],
  };
}

/** The same caller in the policy of a resource of another account. */
export function callerOf(
  arn: string,
  organizationId: string | undefined,
): { readonly Principal: { readonly AWS: string }; readonly Condition?: Condition } {
  const { principal, ArnLike } = trusted(arn);
  const Condition = {
    ...(organizationId === undefined ? {} : { StringEquals: inOrganization(organizationId) }),
    ...(ArnLike === undefined ? {} : { ArnLike }),
  };
  return { Principal: { AWS: principal }, ...(Object.keys(Condition).length === 0 ? {} : { Condition }) };
}

/** The principal that holds policies: of a session its role, whose path nobody says. */
export function principalOf(arn: string): string {
  return trusted(arn).ArnLike?.['aws:PrincipalArn']?.[0] ?? arn;
}

const inOrganization = (id: string | undefined): Readonly<Record<string, string>> =>
  id === undefined ? {} : { 'aws:PrincipalOrgID': id };

/**
 * A session's ARN names one session and not its role's path, so that a role is trusted by name through its account:
 * `aws:PrincipalArn` is the role's ARN (IAM User Guide, global condition keys).
 */
function trusted(arn: string): { principal: string; ArnLike?: Readonly<Record<string, readonly string[]>> } {
  const session = /^arn:([a-z-]+):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn);
  if (session === null) return { principal: arn };
  const [, partition, accountId, role] = session;
  const account = `arn:${partition}:iam::${accountId}`;
  return {
    principal: `${account}:root`,
    ArnLike: { 'aws:PrincipalArn': [`${account}:role/${role}`, `${account}:role/*/${role}`] },
  };
}
