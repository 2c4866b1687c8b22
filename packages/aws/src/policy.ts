// IAM policies as data: statements made from calls and what each of them is limited to.

/** Operator → key → values. */
export type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

export interface Statement {
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Condition;
}

export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

/** What a session is cut down to: besides what it allows, that it is nowhere else. */
export interface SessionPolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly (Statement | Elsewhere)[];
}

interface Elsewhere {
  readonly Effect: 'Deny';
  readonly Action: '*';
  readonly Resource: '*';
  readonly Condition: Condition;
}

/** A statement of a resource's own policy. */
export interface ResourceStatement {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal: '*' | Readonly<Record<string, string | readonly string[]>>;
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: readonly string[];
  readonly Condition?: Condition;
}

export interface ResourcePolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly ResourceStatement[];
}

/** The account that runs Bongsu and its partition, as `identity()` gives them. */
export interface Central {
  readonly accountId: string;
  readonly partition: string;
}

/** What a call may be made on, and under which condition. */
export interface Scope {
  readonly on: readonly string[];
  readonly when?: Condition;
}

/** One statement for each scope. A call on nothing is not needed: that of a role where there are no members. */
export function policyOf(calls: readonly string[], scopeOf: (call: string) => Scope): Policy {
  const groups = new Map<string, { calls: Set<string>; scope: Scope }>();
  for (const call of calls) {
    const scope = scopeOf(call);
    if (scope.on.length === 0) continue;
    const key = JSON.stringify(scope);
    const group = groups.get(key) ?? { calls: new Set(), scope };
    group.calls.add(call);
    groups.set(key, group);
  }
  return {
    Version: '2012-10-17',
    Statement: [...groups.values()].map(({ calls: actions, scope: { on, when } }) => ({
      Effect: 'Allow',
      Action: [...actions].sort(),
      Resource: on,
      ...(when === undefined ? {} : { Condition: when }),
    })),
  };
}
