// Decides a request by all policies that apply to it: denials first, then what each kind of policy must allow.
import { conditionHolds } from './condition.ts';
import { type Context, patternMatches } from './pattern.ts';
import type { Policy, Principals, Statement } from './statement.ts';

/** Who asks: a user or a session of an account, or a service of AWS. */
export type Asker =
  | { readonly kind: 'aws'; readonly arn: string; readonly accountId: string }
  | { readonly kind: 'service'; readonly service: string };

/** One action on one resource; `*` where the action knows no resources. */
export interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly context: Context;
  readonly asker: Asker;
}

/** The policies that apply. An identity without one may do everything: nobody has said what it may. */
export interface Applying {
  readonly identity?: Policy | undefined;
  readonly session?: Policy | undefined;
  readonly boundary?: Policy | undefined;
  /** Where the resource's type can have one; null where this one has none. */
  readonly resource?: { readonly policy: Policy | null; readonly ownerId: string } | undefined;
}

export const policyKinds = ['session', 'boundary', 'identity-based', 'resource-based'] as const;
export type PolicyKind = (typeof policyKinds)[number];

/** `explicit` where a Deny statement speaks, `implicit` where no Allow does; and which kind of policy it was. */
export type PolicyDecision =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'implicit' | 'explicit'; readonly by: PolicyKind };

const allowed: PolicyDecision = { kind: 'allowed' };

/** The role a caller has put on, as IAM names it; users are themselves. */
export function principalArn(arn: string): string {
  const session = /^arn:(aws[a-z-]*):sts::(\d{12}):assumed-role\/([^/]+)\/.+$/.exec(arn);
  return session ? `arn:${session[1]}:iam::${session[2]}:role/${session[3]}` : arn;
}

/** How closely a statement names who asks: an account only lets its own policies decide. */
type Naming = 'session' | 'principal' | 'account';

function naming({ aws, services }: Principals, asker: Asker): Naming | null {
  if (asker.kind === 'service') return services.includes(asker.service) ? 'principal' : null;
  const { arn, accountId } = asker;
  const role = principalArn(arn);
  if (arn !== role && aws.includes(arn)) return 'session';
  if (aws.includes('*') || aws.includes(role)) return 'principal';
  return aws.some((one) => one === accountId || /^arn:aws[a-z-]*:iam::(\d{12}):root$/.exec(one)?.[1] === accountId)
    ? 'account'
    : null;
}

function speaks(statement: Statement, { action, resource, context, asker }: Asked): Naming | null {
  const { principals, actions, notActions, resources, notResources, conditions, variables } = statement;
  if (actions.some((pattern) => patternMatches(pattern, action, null, { ignoreCase: true })) === notActions)
    return null;
  const own = variables ? context : null;
  if (resources.some((pattern) => patternMatches(pattern, resource, own)) === notResources) return null;
  if (!conditions.every((one) => conditionHolds(one, context, variables))) return null;
  if (principals === null) return 'principal';
  const named = naming(principals, asker);
  return principals.not ? (named === null ? 'principal' : null) : named;
}

const denies = (policy: Policy | null | undefined, asked: Asked): boolean =>
  policy?.some((one) => one.effect === 'Deny' && speaks(one, asked) !== null) ?? false;
const allows = (policy: Policy, asked: Asked): boolean =>
  policy.some((one) => one.effect === 'Allow' && speaks(one, asked) !== null);

/** The closest way in which a resource's policy lets somebody in; null where it does not. */
export function resourceAllows(policy: Policy | null, asked: Asked): Naming | null {
  if (policy === null || denies(policy, asked)) return null;
  const found = policy.filter((one) => one.effect === 'Allow').map((one) => speaks(one, asked));
  return (['session', 'principal', 'account'] as const).find((one) => found.includes(one)) ?? null;
}

/**
 * IAM User Guide, "Policy evaluation logic". Within an account the identity's or the resource's policy suffices, and what names the session
 * itself is limited by nothing else; across accounts both must allow. Session policies and boundaries only ever limit.
 */
export function policyDecide(asked: Asked, applying: Applying): PolicyDecision {
  const { identity, session, boundary, resource } = applying;
  const explicit: readonly (readonly [PolicyKind, Policy | null | undefined])[] = [
    ['session', session],
    ['boundary', boundary],
    ['identity-based', identity],
    ['resource-based', resource?.policy],
  ];
  for (const [by, policy] of explicit) if (denies(policy, asked)) return { kind: 'explicit', by };
  const granted = resource === undefined ? null : resourceAllows(resource.policy, asked);
  const { asker } = asked;
  const inside = resource === undefined || (asker.kind === 'aws' && resource.ownerId === asker.accountId);
  const user = asker.kind === 'aws' && principalArn(asker.arn) === asker.arn;
  // What names a user outright is not limited by its boundary; of a role, the boundary still limits what names only the role.
  if (inside && (granted === 'session' || (granted === 'principal' && user))) return allowed;
  for (const [by, policy] of explicit.slice(0, 2))
    if (policy && !allows(policy, asked)) return { kind: 'implicit', by };
  if (identity && !allows(identity, asked) && !(inside && granted === 'principal'))
    return { kind: 'implicit', by: 'identity-based' };
  return inside || granted !== null ? allowed : { kind: 'implicit', by: 'resource-based' };
}
