// Reads IAM's policy documents: identity, session, boundary, resource and trust policies, each held to its own grammar.
import { AwsError } from '../../endpoint/contract.ts';
import { malformedPolicy as malformed } from '../refusal.ts';
import { type Condition, conditionsRead } from './condition.ts';

/** Whom a statement of a resource or trust policy is about. */
export interface Principals {
  /** NotPrincipal. */
  readonly not: boolean;
  /** Account ids, ARNs of accounts, users, roles and sessions, or `*`. */
  readonly aws: readonly string[];
  readonly services: readonly string[];
}

export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly notActions: boolean;
  readonly resources: readonly string[];
  readonly notResources: boolean;
  /** null in policies of identities, which speak of their holder. */
  readonly principals: Principals | null;
  readonly conditions: readonly Condition[];
  /** Variables are text in policies of the first version (IAM User Guide, "Policy variables"). */
  readonly variables: boolean;
}

/** A policy, read. */
export type Policy = readonly Statement[];

/** `trust` policies are those of roles, which have no resource but their role. */
export type PolicyGrammar = 'identity' | 'resource' | 'trust';

const elements = new Set([
  ...['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'],
]);

function textsOf(value: unknown): string[] {
  const values = Array.isArray(value) ? value : value === undefined ? [] : [value];
  if (!values.every((one) => typeof one === 'string')) throw malformed('Syntax errors in policy.');
  return values;
}

/** Of two elements that exclude one another: what the one that is there says. */
function either(raw: Record<string, unknown>, name: string): { readonly texts: string[]; readonly not: boolean } {
  const [plain, negated] = [raw[name], raw[`Not${name}`]];
  if (plain !== undefined && negated !== undefined) throw malformed('Syntax errors in policy.');
  return { texts: textsOf(plain ?? negated), not: plain === undefined };
}

function principalsOf(raw: Record<string, unknown>): Principals | null {
  const [plain, negated] = [raw['Principal'], raw['NotPrincipal']];
  if (plain === undefined && negated === undefined) return null;
  if (plain !== undefined && negated !== undefined) throw malformed('Syntax errors in policy.');
  const named = plain ?? negated;
  const not = plain === undefined;
  if (named === '*') return { not, aws: ['*'], services: [] };
  if (typeof named !== 'object' || named === null) throw malformed('Invalid principal in policy');
  const { AWS, Service, ...others } = named as Record<string, unknown>;
  const [other] = Object.keys(others);
  if (other !== undefined) throw new AwsError('NotImplementedInLab', `The lab knows no principal ${other}.`, 501);
  const aws = textsOf(AWS);
  // A part of a name cannot be left open: only everybody can be meant (IAM User Guide, "Principal").
  if (aws.some((one) => one !== '*' && /[*?]/.test(one))) throw malformed('Invalid principal in policy');
  return { not, aws, services: textsOf(Service) };
}

function statementOf(raw: unknown, grammar: PolicyGrammar, variables: boolean): Statement {
  if (typeof raw !== 'object' || raw === null) throw malformed('Syntax errors in policy.');
  const given = raw as Record<string, unknown>;
  const strange = Object.keys(given).find((name) => !elements.has(name));
  if (strange !== undefined) throw malformed(`Syntax error at position: unknown element ${strange}`);
  const { Effect, Condition } = given;
  if (Effect !== 'Allow' && Effect !== 'Deny') throw malformed('Syntax errors in policy.');
  const actions = either(given, 'Action');
  const resources = either(given, 'Resource');
  const principals = principalsOf(given);
  if (actions.texts.length === 0) throw malformed('Policy statement must contain actions.');
  if (actions.texts.some((one) => one !== '*' && !/^[\w*?-]+:[\w*?]+$/.test(one)))
    throw malformed('Actions/Conditions must be prefaced by a vendor');
  if ((grammar === 'identity') !== (principals === null))
    throw malformed(
      grammar === 'identity'
        ? 'Policy document should not specify a principal.'
        : 'Policy statement must contain principals.',
    );
  if ((grammar === 'trust') !== (resources.texts.length === 0))
    throw malformed(grammar === 'trust' ? 'Has prohibited field Resource' : 'Policy statement must contain resources.');
  return {
    effect: Effect,
    actions: actions.texts,
    notActions: actions.not,
    resources: grammar === 'trust' ? ['*'] : resources.texts,
    notResources: grammar !== 'trust' && resources.not,
    principals,
    conditions: conditionsRead(Condition),
    variables,
  };
}

/** Reads a policy's JSON; refuses what AWS calls malformed, and what the lab could only ignore. */
export function policyRead(text: string, grammar: PolicyGrammar = 'identity'): Policy {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw malformed('This policy contains invalid Json');
  }
  const { Version = '2008-10-17', Statement } = (raw ?? {}) as { Version?: unknown; Statement?: unknown };
  if (Version !== '2012-10-17' && Version !== '2008-10-17') throw malformed('Syntax errors in policy.');
  if (Statement === undefined) throw malformed('Syntax errors in policy.');
  const statements: readonly unknown[] = Array.isArray(Statement) ? Statement : [Statement];
  return statements.map((one) => statementOf(one, grammar, Version === '2012-10-17'));
}
