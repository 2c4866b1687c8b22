// The policies that the central principal and the members' roles hold once they are granted; before that they may do everything.
import type { Call, Identity } from '../endpoint/contract.ts';
import { AwsError } from '../endpoint/contract.ts';
import { labRoles } from '../world/member-role.ts';
import { globMatches } from './glob.ts';
import { type Policy, policyRead } from './policy.ts';

/** IAM policies as JSON. */
export interface Grants {
  readonly central?: string;
  readonly member?: string;
  /** Replaces whom the members' roles trust by the world. */
  readonly memberTrust?: string;
}

export interface GrantBook {
  /** In place of what was granted before. */
  set(grants: Grants): void;
  /** The identity-based policy of a caller; undefined where none was granted. */
  policyOf(identity: Identity): { readonly holder: Holder; readonly policy: Policy } | undefined;
  /** Whether the granted trust policy lets this caller in; undefined where none was granted. */
  trusts(call: Call, externalId: unknown): boolean | undefined;
  /** What the holders of granted policies asked for, each action once. */
  readonly asked: Readonly<Record<Holder, Asked>>;
}

export type Holder = 'central' | 'member';

export interface Asked {
  readonly allowed: Set<string>;
  readonly refused: Set<string>;
}

interface TrustStatement {
  readonly Principal: { readonly AWS: string };
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** The role a caller has put on, as IAM names it; users are themselves. */
export function principalArn(arn: string): string {
  const session = /^arn:aws:sts::(\d{12}):assumed-role\/([^/]+)\/.+$/.exec(arn);
  return session ? `arn:aws:iam::${session[1]}:role/${session[2]}` : arn;
}

/** `organizationId` is that of every account of the world. */
export function createGrantBook(centralAccountId: string, organizationId: string): GrantBook {
  let held: { central?: Policy; member?: Policy; trust?: readonly TrustStatement[] } = {};
  const asked = {
    central: { allowed: new Set<string>(), refused: new Set<string>() },
    member: { allowed: new Set<string>(), refused: new Set<string>() },
  };
  const policyFor = (holder: Holder): ReturnType<GrantBook['policyOf']> => {
    const policy = held[holder];
    return policy === undefined ? undefined : { holder, policy };
  };
  return {
    asked,
    set({ central, member, memberTrust }) {
      for (const { allowed, refused } of Object.values(asked)) for (const set of [allowed, refused]) set.clear();
      held = {
        ...(central === undefined ? {} : { central: policyRead(central) }),
        ...(member === undefined ? {} : { member: policyRead(member) }),
        ...(memberTrust === undefined
          ? {}
          : { trust: (JSON.parse(memberTrust) as { Statement: readonly TrustStatement[] }).Statement }),
      };
    },
    policyOf: ({ arn, accountId }) => {
      if (arn.endsWith(':user/bongsu') && accountId === centralAccountId) return policyFor('central');
      // Instances have roles of their own.
      return arn.includes(`:assumed-role/${labRoles.roleName}/`) ? policyFor('member') : undefined;
    },
    trusts: (call, externalId) =>
      held.trust?.some((statement) => {
        const { AWS } = statement.Principal;
        if (AWS !== principalArn(call.identity.arn) && AWS !== `arn:aws:iam::${call.accountId}:root`) return false;
        const context: Readonly<Record<string, unknown>> = {
          'sts:ExternalId': externalId,
          'aws:PrincipalOrgID': organizationId,
          'aws:PrincipalArn': principalArn(call.identity.arn),
        };
        return Object.entries(statement.Condition ?? {}).every(([operator, tests]) =>
          Object.entries(tests).every(([key, wanted]) => conditionHolds(operator, key, context[key], [wanted].flat())),
        );
      }),
  };
}

/** Ignoring a condition that is not known would widen the policy. */
function conditionHolds(operator: string, key: string, value: unknown, wanted: readonly string[]): boolean {
  if (
    !/^(?:sts:ExternalId|aws:PrincipalOrgID|aws:PrincipalArn)$/.test(key) ||
    !/^(?:StringEquals|ArnLike)$/.test(operator)
  )
    throw new AwsError('NotImplementedInLab', `The lab does not know ${operator} ${key} in a trust policy.`, 501);
  if (typeof value !== 'string') return false;
  return wanted.some((one) => (operator === 'ArnLike' ? globMatches(one, value) : one === value));
}
