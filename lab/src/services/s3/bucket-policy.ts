// A bucket's policy: who it lets in from other accounts, and what it refuses to everybody.
import { AwsError } from '../../endpoint/contract.ts';
import type { Identity } from '../../endpoint/contract.ts';
import { type RequestContext, conditionsHold, variablesFilled } from '../condition.ts';
import { globMatches } from '../glob.ts';
import type { PolicyDecision } from '../policy.ts';
import { principalArn } from '../request-context.ts';

interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly principals: readonly string[];
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly notResources: boolean;
  readonly condition: unknown;
}

export interface BucketPolicy {
  readonly text: string;
  readonly statements: readonly Statement[];
}

const malformed = (message: string): AwsError => new AwsError('MalformedPolicy', message, 400);

function listOf(value: unknown, what: string): string[] {
  const values = Array.isArray(value) ? value : [value];
  if (values.length === 0 || !values.every((one) => typeof one === 'string'))
    throw malformed(`Policy has invalid ${what}`);
  return values;
}

function statementOf(raw: unknown, bucketArn: string): Statement {
  if (typeof raw !== 'object' || raw === null) throw malformed('Policies must be valid JSON objects');
  const {
    Effect,
    Principal,
    Action,
    Resource,
    NotResource,
    Condition,
    Sid: _,
    ...others
  } = raw as Record<string, unknown>;
  const [other] = Object.keys(others);
  if (other !== undefined)
    throw new AwsError('NotImplementedInLab', `The lab does not know ${other} in a bucket's policy.`, 501);
  if (Effect !== 'Allow' && Effect !== 'Deny') throw malformed('Policy has invalid effect');
  const resources = listOf(Resource ?? NotResource, 'resource');
  if (!resources.every((one) => one === bucketArn || one.startsWith(`${bucketArn}/`)))
    throw malformed('Policy has invalid resource');
  const named = Principal === '*' ? { AWS: '*' } : (Principal as { AWS?: unknown } | undefined);
  return {
    effect: Effect,
    principals: listOf(named?.AWS, 'principal'),
    actions: listOf(Action, 'action'),
    resources,
    notResources: Resource === undefined,
    condition: Condition,
  };
}

/** Keys whose fixed values keep a policy from being public (S3 user guide, "The meaning of public"). */
const fixing = /^(?:aws:PrincipalOrgID|aws:PrincipalAccount|aws:PrincipalArn)$/i;

function isPublic({ effect, principals, condition }: Statement): boolean {
  const tests = Object.values((condition ?? {}) as Record<string, Record<string, unknown>>);
  const fixed = tests.some((one) =>
    Object.entries(one).some(([key, value]) => fixing.test(key) && !/[*$]/.test(JSON.stringify(value))),
  );
  return effect === 'Allow' && principals.includes('*') && !fixed;
}

/** Reads a policy as PutBucketPolicy does; public ones are blocked on every bucket of the lab. */
export function bucketPolicyRead(text: string, bucketName: string): BucketPolicy {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw malformed("Policies must be valid JSON and the first byte must be '{'");
  }
  const { Statement: held } = (raw ?? {}) as { Statement?: unknown };
  const statements = (Array.isArray(held) ? held : [held]).map((one) => statementOf(one, `arn:aws:s3:::${bucketName}`));
  if (statements.some(isPublic))
    throw new AwsError('AccessDenied', 'Access Denied: public policies are blocked by BlockPublicPolicy', 403);
  return { text, statements };
}

export function bucketDecides(
  { statements }: BucketPolicy,
  { accountId, arn }: Identity,
  action: string,
  resource: string,
  context: RequestContext,
): PolicyDecision {
  const names = ['*', accountId, `arn:aws:iam::${accountId}:root`, principalArn(arn), arn];
  const speaking = statements.filter((one) => {
    const resources = one.resources.map((text) => variablesFilled(text, context));
    return (
      one.principals.some((principal) => names.includes(principal)) &&
      one.actions.some((pattern) => globMatches(pattern, action, true)) &&
      resources.every((text) => text !== null) &&
      resources.some((text) => text !== null && globMatches(text, resource)) !== one.notResources &&
      conditionsHold(one.condition, context)
    );
  });
  if (speaking.some((one) => one.effect === 'Deny')) return 'explicit';
  return speaking.some((one) => one.effect === 'Allow') ? 'allowed' : 'implicit';
}
