// What every call passes before its handler: enabled Region, session policy, hidden rate.
import type { Call, Handler, Handlers, Shape } from '../endpoint/contract.ts';
import { actionOf, resourcesOf } from './action.ts';
import { policyDecide } from './policy.ts';
import type { Policy } from './policy.ts';
import type { RateTake } from './rate.ts';
import { accessDenied, regionDisabled, tooOften } from './refusal.ts';

/** Services that answer in each Region apart; the others answer wherever the call was signed for. */
const regional = new Set(['ec2', 'ssm', 'ec2messages', 'sqs']);

export interface Guard {
  readonly regions: readonly string[];
  readonly take: RateTake;
}

function policyRefusal(call: Call, input: Shape): Error | null {
  const policy = call.identity.sessionPolicy as Policy | undefined;
  // GetCallerIdentity needs no permission, not even under an explicit Deny (STS API reference).
  if (policy === undefined || call.operation === 'GetCallerIdentity') return null;
  const action = actionOf(call, input);
  const resources = resourcesOf(call, input);
  const decision = policyDecide(policy, action, resources, call.region);
  if (decision === 'allowed') return null;
  const why =
    decision === 'explicit'
      ? ' with an explicit deny in a session policy'
      : ` because no session policy allows the ${action} action`;
  return accessDenied(call, action, resources[0], why);
}

/** The same handlers, each behind the guard. */
export function guarded(handlers: Handlers, guard: Guard): Handlers {
  const behind =
    (handler: Handler): Handler =>
    (input, call) => {
      if (regional.has(call.service) && !guard.regions.includes(call.region)) throw regionDisabled(call);
      const refusal = policyRefusal(call, input);
      if (refusal) throw refusal;
      if (!guard.take(call.accountId, call.region, `${call.service}:${call.operation}`)) throw tooOften(call);
      return handler(input, call);
    };
  return Object.fromEntries(Object.entries(handlers).map(([name, handler]) => [name, behind(handler)]));
}
