// The policies that the central principal, the members' roles and those of instances hold once they are granted; before that they may do everything.
import type { Call, Identity } from '../endpoint/contract.ts';
import { labRoles } from '../world/member-role.ts';
import { conditionsHold } from './condition.ts';
import { type Policy, policyRead } from './policy.ts';
import { principalArn } from './request-context.ts';

/** IAM policies as JSON. */
export interface Grants {
  readonly central?: string;
  readonly member?: string;
  /** Of the role of every instance. */
  readonly instance?: string;
  /** Replaces whom the members' roles trust by the world. */
  readonly memberTrust?: string;
}

export interface GrantBook {
  /** In place of what was granted before. */
  set(grants: Grants): void;
  readonly organizationId: string;
  /** The identity-based policy of a caller; undefined where none was granted. */
  policyOf(identity: Identity): { readonly holder: Holder; readonly policy: Policy } | undefined;
  /** Whether the granted trust policy lets this caller in; undefined where none was granted. */
  trusts(call: Call, externalId: unknown): boolean | undefined;
  /** What the holders of granted policies asked for, each action once. */
  readonly asked: Readonly<Record<Holder, Asked>>;
}

export type Holder = 'central' | 'member' | 'instance';

export interface Asked {
  readonly allowed: Set<string>;
  readonly refused: Set<string>;
}

interface TrustStatement {
  readonly Principal: { readonly AWS: string };
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** `organizationId` is that of every account of the world. */
export function createGrantBook(centralAccountId: string, organizationId: string): GrantBook {
  let held: { central?: Policy; member?: Policy; instance?: Policy; trust?: readonly TrustStatement[] } = {};
  const asked = {
    central: { allowed: new Set<string>(), refused: new Set<string>() },
    member: { allowed: new Set<string>(), refused: new Set<string>() },
    instance: { allowed: new Set<string>(), refused: new Set<string>() },
  };
  const policyFor = (holder: Holder): ReturnType<GrantBook['policyOf']> => {
    const policy = held[holder];
    return policy === undefined ? undefined : { holder, policy };
  };
  return {
    asked,
    set({ central, member, instance, memberTrust }) {
      for (const { allowed, refused } of Object.values(asked)) for (const set of [allowed, refused]) set.clear();
      held = {
        ...(central === undefined ? {} : { central: policyRead(central) }),
        ...(member === undefined ? {} : { member: policyRead(member) }),
        ...(instance === undefined ? {} : { instance: policyRead(instance) }),
        ...(memberTrust === undefined
          ? {}
          : { trust: (JSON.parse(memberTrust) as { Statement: readonly TrustStatement[] }).Statement }),
      };
    },
    organizationId,
    policyOf: ({ arn, accountId, instanceArn }) => {
      if (instanceArn !== undefined) return policyFor('instance');
      if (arn.endsWith(':user/bongsu') && accountId === centralAccountId) return policyFor('central');
      return arn.includes(`:assumed-role/${labRoles.roleName}/`) ? policyFor('member') : undefined;
    },
    trusts: (call, externalId) =>
      held.trust?.some((statement) => {
        const { AWS } = statement.Principal;
        if (AWS !== principalArn(call.identity.arn) && AWS !== `arn:aws:iam::${call.accountId}:root`) return false;
        const context = {
          'sts:ExternalId': typeof externalId === 'string' ? externalId : undefined,
          'aws:PrincipalOrgID': organizationId,
          'aws:PrincipalArn': principalArn(call.identity.arn),
        };
        return conditionsHold(statement.Condition, context);
      }),
  };
}
