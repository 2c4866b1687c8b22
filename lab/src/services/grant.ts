// The policies that the central principal, the members' and instances' roles, buckets and queues hold once they are granted; before that they may do everything.
import type { Call, Identity, Shape } from '../endpoint/contract.ts';
import { labRoles } from '../world/member-role.ts';
import { callContext, type Ground, resourceContext } from './policy/context.ts';
import { resourceAllows } from './policy/decide.ts';
import { type Policy, policyRead } from './policy/statement.ts';

/** Policies as JSON. */
export interface Grants {
  readonly central?: string;
  readonly member?: string;
  /** Of the role of every instance. */
  readonly instance?: string;
  readonly centralBoundary?: string;
  readonly memberBoundary?: string;
  readonly instanceBoundary?: string;
  /** Replaces whom the members' roles trust by the world. */
  readonly memberTrust?: string;
  /** Policies of buckets by name, which then have them, and of queues by ARN, in place of the world's. */
  readonly buckets?: Readonly<Record<string, string>>;
  readonly queues?: Readonly<Record<string, string>>;
}

export interface Granted {
  readonly holder: Holder;
  readonly policy: Policy | undefined;
  readonly boundary: Policy | undefined;
}

export interface GrantBook {
  /** In place of what was granted before. */
  set(grants: Grants): void;
  /** What a caller holds; undefined where nothing was granted. */
  policyOf(identity: Identity): Granted | undefined;
  /** Whether the granted trust policy lets this caller in; undefined where none was granted. */
  trusts(call: Call, input: Shape, ground: Ground): boolean | undefined;
  /** The policy granted to a queue by its ARN; undefined where none was. */
  queuePolicy(arn: string): Policy | undefined;
  /** What the holders of granted policies asked for, each action once. */
  readonly asked: Readonly<Record<Holder, Asked>>;
}

export type Holder = 'central' | 'member' | 'instance';

export interface Asked {
  readonly allowed: Set<string>;
  readonly refused: Set<string>;
  /** What was allowed on what: an action and a resource, parted by a space. */
  readonly needs: Set<string>;
}

const nothingAsked = (): Asked => ({ allowed: new Set(), refused: new Set(), needs: new Set() });

interface Held {
  readonly identities: Readonly<Partial<Record<Holder, Granted>>>;
  readonly trust: Policy | undefined;
  readonly queues: ReadonlyMap<string, Policy>;
}

function heldOf(grants: Grants): Held {
  const read = (text: string | undefined): Policy | undefined => (text === undefined ? undefined : policyRead(text));
  const granted = (holder: Holder): Partial<Record<Holder, Granted>> => {
    const [policy, boundary] = [read(grants[holder]), read(grants[`${holder}Boundary`])];
    return policy === undefined && boundary === undefined ? {} : { [holder]: { holder, policy, boundary } };
  };
  return {
    identities: { ...granted('central'), ...granted('member'), ...granted('instance') },
    trust: grants.memberTrust === undefined ? undefined : policyRead(grants.memberTrust, 'trust'),
    queues: new Map(Object.entries(grants.queues ?? {}).map(([arn, text]) => [arn, policyRead(text, 'resource')])),
  };
}

export function createGrantBook(centralAccountId: string): GrantBook {
  let held = heldOf({});
  const asked = { central: nothingAsked(), member: nothingAsked(), instance: nothingAsked() };
  return {
    asked,
    set(grants) {
      const next = heldOf(grants);
      for (const sets of Object.values(asked)) for (const set of Object.values(sets)) set.clear();
      held = next;
    },
    policyOf: ({ arn, accountId, instanceArn }) => {
      if (instanceArn !== undefined) return held.identities.instance;
      if (arn.endsWith(':user/bongsu') && accountId === centralAccountId) return held.identities.central;
      return arn.includes(`:assumed-role/${labRoles.roleName}/`) ? held.identities.member : undefined;
    },
    trusts: (call, input, ground) => {
      if (held.trust === undefined) return undefined;
      const resource = String(input.RoleArn);
      const { arn, accountId } = call.identity;
      const context = resourceContext(callContext(call, input, ground), resource, undefined, ground);
      const asker = { kind: 'aws', arn, accountId } as const;
      return resourceAllows(held.trust, { action: 'sts:AssumeRole', resource, context, asker }) !== null;
    },
    queuePolicy: (arn) => held.queues.get(arn),
  };
}
