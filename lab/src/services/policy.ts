// A small evaluator of session policies: Allow and Deny by action, and by resource where the lab knows it.
import { AwsError } from '../endpoint/contract.ts';
import { type RequestContext, variablesFilled } from './condition.ts';
import { globMatches } from './glob.ts';

interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly notActions: boolean;
  readonly resources: readonly string[];
  readonly notResources: boolean;
  readonly regions: readonly string[] | null;
}

/** A session policy, read. */
export type Policy = readonly Statement[];

/** `explicit` where a Deny statement speaks, `implicit` where no Allow does. */
export type PolicyDecision = 'allowed' | 'implicit' | 'explicit';

const listOf = (value: unknown): string[] => {
  const values = Array.isArray(value) ? value : value === undefined ? [] : [value];
  if (!values.every((one) => typeof one === 'string')) throw malformed('Syntax errors in policy.');
  return values;
};

function malformed(message: string): AwsError {
  return new AwsError('MalformedPolicyDocument', message, 400);
}

/** The Regions a statement is limited to; refuses every other condition, because ignoring one would widen the policy. */
function regionsOf(condition: unknown): readonly string[] | null {
  if (condition === undefined) return null;
  const operators = Object.entries(condition as Record<string, unknown>);
  const keys = operators.flatMap(([, test]) => Object.keys((test ?? {}) as Record<string, unknown>));
  if (operators.length !== 1 || operators[0]?.[0] !== 'StringEquals' || keys.join() !== 'aws:RequestedRegion') {
    throw new AwsError('NotImplementedInLab', 'The lab knows only StringEquals aws:RequestedRegion as condition.', 501);
  }
  return listOf((operators[0][1] as Record<string, unknown>)['aws:RequestedRegion']);
}

function statementOf(raw: unknown): Statement {
  if (typeof raw !== 'object' || raw === null) throw malformed('Syntax errors in policy.');
  const { Effect, Action, NotAction, Resource, NotResource, Condition } = raw as Record<string, unknown>;
  if (Effect !== 'Allow' && Effect !== 'Deny') throw malformed('Syntax errors in policy.');
  const actions = listOf(Action ?? NotAction);
  const resources = listOf(Resource ?? NotResource);
  if (actions.length === 0) throw malformed('Policy statement must contain actions.');
  if (resources.length === 0) throw malformed('Policy statement must contain resources.');
  return {
    effect: Effect,
    actions,
    notActions: Action === undefined,
    resources,
    notResources: Resource === undefined,
    regions: regionsOf(Condition),
  };
}

/** Reads a policy's JSON; refuses what AWS calls malformed. */
export function policyRead(text: string): Policy {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw malformed('This policy contains invalid Json');
  }
  const statements = (raw as { Statement?: unknown } | null)?.Statement;
  if (statements === undefined) throw malformed('Syntax errors in policy.');
  return (Array.isArray(statements) ? statements : [statements]).map(statementOf);
}

function speaks(
  statement: Statement,
  action: string,
  resource: string | null,
  region: string,
  context: RequestContext,
): boolean {
  if (statement.regions !== null && !statement.regions.includes(region)) return false;
  const named = statement.actions.some((pattern) => globMatches(pattern, action, true));
  if (named === statement.notActions) return false;
  if (resource === null) return true;
  const patterns = statement.resources.map((pattern) => variablesFilled(pattern, context));
  if (patterns.includes(null)) return false;
  return patterns.some((pattern) => pattern !== null && globMatches(pattern, resource)) !== statement.notResources;
}

/**
 * Decides one action on its resources; an empty list means that the lab does not know them, and then only the action
 * is compared. Every resource needs an Allow of its own.
 */
export function policyDecide(
  policy: Policy,
  action: string,
  resources: readonly string[],
  region: string,
  context: RequestContext,
): PolicyDecision {
  const subjects = resources.length === 0 ? [null] : resources;
  const heard = (effect: Statement['effect'], resource: string | null): boolean =>
    policy.some((statement) => statement.effect === effect && speaks(statement, action, resource, region, context));
  if (subjects.some((resource) => heard('Deny', resource))) return 'explicit';
  return subjects.every((resource) => heard('Allow', resource)) ? 'allowed' : 'implicit';
}
