// What every call passes before its handler: enabled Region, policies, hidden rate.
import type { Call, Handler, Handlers, Shape } from '../endpoint/contract.ts';
import type { GrantBook } from './grant.ts';
import { type Holdings, type Need, needAt, needsOf } from './needs.ts';
import { type PolicyDecision, type PolicyKind, policyDecide } from './policy/decide.ts';
import type { Policy } from './policy/statement.ts';
import type { RateTake } from './rate.ts';
import { accessDenied, regionDisabled, tooOften } from './refusal.ts';

/** Services that answer in each Region apart; the others answer wherever the call was signed for. */
const regional = new Set(['ec2', 'ssm', 'ec2messages', 'sqs', 'kms']);

export interface Guard {
  readonly regions: readonly string[];
  readonly take: RateTake;
  readonly grants: GrantBook;
  readonly holdings: Holdings;
}

/** GetCallerIdentity needs no permission, not even under an explicit Deny (STS API reference); the agent's own door has no public model. */
const isFree = ({ service, operation }: Call): boolean =>
  operation === 'GetCallerIdentity' || service === 'ec2messages';

function policyRefusal(call: Call, input: Shape, { grants, holdings }: Guard): Error | null {
  if (isFree(call)) return null;
  const { identity } = call;
  const granted = grants.policyOf(identity);
  const session = identity.sessionPolicy as Policy | undefined;
  const needs = needsOf(call, input, holdings);
  const asker = { kind: 'aws', arn: identity.arn, accountId: identity.accountId } as const;
  for (const need of needs) {
    const applying = { identity: granted?.policy, boundary: granted?.boundary, session, resource: need.held };
    const decision = policyDecide({ ...need, asker }, applying);
    if (decision.kind === 'allowed') continue;
    if (granted) grants.asked[granted.holder].refused.add(need.action);
    return accessDenied(call, need.action, need.resource === '*' ? undefined : need.resource, why(decision, need));
  }
  const asked = granted && grants.asked[granted.holder];
  for (const { action, resource } of asked ? needs : []) {
    asked?.allowed.add(action);
    asked?.needs.add(`${action} ${resource}`);
  }
  return null;
}

/** Whether a caller may also do something that only adds to an answer: what it may not is left out, and nobody is refused. */
export function permitted(call: Call, action: string, resource: string, { grants, holdings }: Guard): boolean {
  const { identity } = call;
  const granted = grants.policyOf(identity);
  const need = needAt(call, action, resource, holdings);
  const asker = { kind: 'aws', arn: identity.arn, accountId: identity.accountId } as const;
  const session = identity.sessionPolicy as Policy | undefined;
  const applying = { identity: granted?.policy, boundary: granted?.boundary, session, resource: need.held };
  if (policyDecide({ ...need, asker }, applying).kind !== 'allowed') return false;
  if (granted) grants.asked[granted.holder].needs.add(`${action} ${resource}`);
  if (granted) grants.asked[granted.holder].allowed.add(action);
  return true;
}

/** In the words of IAM's messages (IAM User Guide, "Access denied error messages"). */
const kinds: Readonly<Record<PolicyKind, string>> = {
  session: 'session policy',
  boundary: 'permissions boundary',
  'identity-based': 'identity-based policy',
  'resource-based': 'resource-based policy',
};

function why(decision: Exclude<PolicyDecision, { kind: 'allowed' }>, { action }: Need): string {
  const kind = kinds[decision.by];
  return decision.kind === 'explicit'
    ? ` with an explicit deny in ${kind.startsWith('i') ? 'an' : 'a'} ${kind}`
    : ` because no ${kind} allows the ${action} action`;
}

/** The same handlers, each behind the guard. */
export function guarded(handlers: Handlers, guard: Guard): Handlers {
  const behind =
    (handler: Handler): Handler =>
    (input, call) => {
      if (regional.has(call.service) && !guard.regions.includes(call.region)) throw regionDisabled(call);
      const refusal = policyRefusal(call, input, guard);
      if (refusal) throw refusal;
      if (!guard.take(call.accountId, call.region, `${call.service}:${call.operation}`)) throw tooOften(call);
      return handler(input, call);
    };
  return Object.fromEntries(Object.entries(handlers).map(([name, handler]) => [name, behind(handler)]));
}
