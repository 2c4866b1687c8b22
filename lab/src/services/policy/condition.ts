// The conditions of a statement: IAM's operators, what they make of keys that are absent or have several values, and their negations.
import { BlockList, isIP } from 'node:net';
import { AwsError } from '../../endpoint/contract.ts';
import { malformedPolicy as malformed } from '../refusal.ts';
import { arnMatches, type Context, patternMatches } from './pattern.ts';

/** One key under one operator; a statement speaks where all of them hold. */
export interface Condition {
  readonly operator: string;
  readonly test: Test;
  /** Holds where none of the values does. */
  readonly negated: boolean;
  readonly ifExists: boolean;
  /** For keys that may have several values. */
  readonly set: 'ForAllValues' | 'ForAnyValue' | null;
  /** Lower case: names of keys know no case, their values do. */
  readonly key: string;
  readonly values: readonly string[];
}

/** Whether what a request holds is what one value of the policy asks for. */
type Test = (held: string, wanted: string, context: Context | null) => boolean;

/** Absent or null variables are text. */
const text =
  (options: { wildcards?: boolean; ignoreCase?: boolean }): Test =>
  (held, wanted, context) =>
    patternMatches(wanted, held, context, options);
const numeric =
  (holds: (held: number, wanted: number) => boolean): Test =>
  (held, wanted) =>
    held.trim() !== '' && wanted.trim() !== '' && holds(Number(held), Number(wanted));
/** ISO 8601, or seconds since 1970. */
const instant = (value: string): number => (/^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value));
const dated =
  (holds: (held: number, wanted: number) => boolean): Test =>
  (held, wanted) =>
    holds(instant(held), instant(wanted));
const addressed: Test = (held, wanted) => {
  const [address = '', bits] = wanted.split('/');
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  const list = new BlockList();
  list.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
  return isIP(held) !== 0 && list.check(held, isIP(held) === 6 ? 'ipv6' : 'ipv4');
};

const equal = (a: number, b: number): boolean => a === b;
const compared = (kind: string, of: (holds: (a: number, b: number) => boolean) => Test): Record<string, Test> => ({
  [`${kind}Equals`]: of(equal),
  [`${kind}LessThan`]: of((a, b) => a < b),
  [`${kind}LessThanEquals`]: of((a, b) => a <= b),
  [`${kind}GreaterThan`]: of((a, b) => a > b),
  [`${kind}GreaterThanEquals`]: of((a, b) => a >= b),
});

/** IAM User Guide, "Condition operators". ArnEquals and ArnLike are the same there. */
const tests: Readonly<Record<string, Test>> = {
  StringEquals: text({ wildcards: false }),
  StringEqualsIgnoreCase: text({ wildcards: false, ignoreCase: true }),
  StringLike: text({}),
  ArnEquals: (held, wanted, context) => arnMatches(wanted, held, context),
  ArnLike: (held, wanted, context) => arnMatches(wanted, held, context),
  ...compared('Numeric', numeric),
  ...compared('Date', dated),
  Bool: (held, wanted) => held.toLowerCase() === wanted.toLowerCase(),
  IpAddress: addressed,
};

/** Negations, by the operator that they negate. */
const negations: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
  NumericNotEquals: 'NumericEquals',
  DateNotEquals: 'DateEquals',
  NotIpAddress: 'IpAddress',
};

/**
 * Keys that the lab fills in, or that are rightly absent from its requests. With any other a policy would be decided by what the lab
 * does not know: it is refused.
 */
const keys =
  /^(?:aws:(?:requestedregion|principal(?:arn|account|orgid|type|isawsservice|servicename)|userid|username|securetransport|currenttime|epochtime|sourceip|sourcearn|sourceaccount|resource(?:account|orgid)|viaawsservice|resourcetag\/.+)|sts:(?:externalid|rolesessionname)|s3:(?:prefix|if-none-match|delimiter|max-keys|authtype|object-lock-mode|x-amz-server-side-encryption(?:-aws-kms-key-id)?)|ssm:resourcetag\/.+|kms:(?:viaservice|resourcealiases)|ec2:sourceinstancearn)$/;

function conditionOf(operator: string, key: string, wanted: unknown): Condition {
  const [, set = null, name = '', ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/.exec(operator) ?? [];
  const plain = negations[name] ?? name;
  const test = plain === 'Null' ? absent : Object.hasOwn(tests, plain) ? tests[plain] : undefined;
  if (test === undefined || (plain === 'Null' && ifExists !== undefined))
    throw malformed(`Invalid Condition type : ${operator}.`);
  if (!keys.test(key.toLowerCase()))
    throw new AwsError('NotImplementedInLab', `The lab does not know the condition key ${key}.`, 501);
  const values = (Array.isArray(wanted) ? wanted : [wanted]).map((one: unknown) => {
    if (typeof one !== 'string' && typeof one !== 'boolean' && typeof one !== 'number')
      throw malformed('Syntax errors in policy.');
    return String(one);
  });
  return {
    ...{ operator, test, negated: name !== plain, ifExists: ifExists !== undefined },
    set: set as Condition['set'],
    ...{ key: key.toLowerCase(), values },
  };
}

/** Never asked: `Null` looks at the key and not at its value. */
const absent: Test = () => false;

/** Reads a statement's Condition. */
export function conditionsRead(raw: unknown): readonly Condition[] {
  if (raw === undefined) return [];
  if (typeof raw !== 'object' || raw === null) throw malformed('Syntax errors in policy.');
  return Object.entries(raw as Record<string, unknown>).flatMap(([operator, of]) => {
    if (typeof of !== 'object' || of === null) throw malformed('Syntax errors in policy.');
    return Object.entries(of).map(([key, wanted]) => conditionOf(operator, key, wanted));
  });
}

/** Whether a condition holds of a request. */
export function conditionHolds(condition: Condition, context: Context, variables: boolean): boolean {
  const { test, negated, ifExists, set, values } = condition;
  const found = context.get(condition.key);
  const held = found === undefined ? [] : typeof found === 'string' ? [found] : found;
  if (test === absent) return values.some((one) => (one.toLowerCase() === 'true') === (held.length === 0));
  // Nothing to compare: true of all values, and of none that there is (IAM User Guide, "Set operators for multivalued context keys").
  if (held.length === 0) return set === null ? negated || ifExists : set === 'ForAllValues';
  if (set === null && held.length > 1)
    throw new AwsError(
      'NotImplementedInLab',
      `${condition.key} has several values: ${condition.operator} is not defined.`,
      501,
    );
  const matches = (one: string): boolean =>
    values.some((wanted) => test(one, wanted, variables ? context : null)) !== negated;
  return set === 'ForAllValues' ? held.every(matches) : held.some(matches);
}
