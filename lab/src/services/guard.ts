// What every call passes before its handler: enabled Region, session policy, hidden rate.
import type { Call, Handler, Handlers, Shape } from '../endpoint/contract.ts';
import { actionOf, resourcesOf } from './action.ts';
import type { GrantBook } from './grant.ts';
import { policyDecide } from './policy.ts';
import type { Policy } from './policy.ts';
import { requestContext } from './request-context.ts';
import type { RateTake } from './rate.ts';
import { accessDenied, regionDisabled, tooOften } from './refusal.ts';

/** Services that answer in each Region apart; the others answer wherever the call was signed for. */
const regional = new Set(['ec2', 'ssm', 'ec2messages', 'sqs', 'kms']);

export interface Guard {
  readonly regions: readonly string[];
  readonly take: RateTake;
  readonly grants: GrantBook;
}

function policyRefusal(call: Call, input: Shape, grants: GrantBook): Error | null {
  // GetCallerIdentity needs no permission, not even under an explicit Deny (STS API reference).
  if (call.operation === 'GetCallerIdentity') return null;
  const session = call.identity.sessionPolicy as Policy | undefined;
  const granted = grants.policyOf(call.identity);
  // A session may do what its role and its session policy both allow.
  const kinds: readonly (readonly [string, Policy | undefined])[] = [
    ['session', session],
    ['identity-based', granted?.policy],
  ];
  const action = actionOf(call, input);
  const resources = resourcesOf(call, input);
  for (const [kind, policy] of kinds) {
    if (policy === undefined) continue;
    const decision = policyDecide(policy, action, resources, call.region, requestContext(call, grants.organizationId));
    if (decision === 'allowed') continue;
    if (granted) grants.asked[granted.holder].refused.add(action);
    const why =
      decision === 'explicit'
        ? ` with an explicit deny in ${kind === 'session' ? 'a' : 'an'} ${kind} policy`
        : ` because no ${kind} policy allows the ${action} action`;
    return accessDenied(call, action, resources[0], why);
  }
  if (granted) grants.asked[granted.holder].allowed.add(action);
  return null;
}

/** The same handlers, each behind the guard. */
export function guarded(handlers: Handlers, guard: Guard): Handlers {
  const behind =
    (handler: Handler): Handler =>
    (input, call) => {
      if (regional.has(call.service) && !guard.regions.includes(call.region)) throw regionDisabled(call);
      const refusal = policyRefusal(call, input, guard.grants);
      if (refusal) throw refusal;
      if (!guard.take(call.accountId, call.region, `${call.service}:${call.operation}`)) throw tooOften(call);
      return handler(input, call);
    };
  return Object.fromEntries(Object.entries(handlers).map(([name, handler]) => [name, behind(handler)]));
}
