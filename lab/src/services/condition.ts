// Conditions and variables of policies, over what is known of a request; what the lab does not know is refused, never ignored.
import { AwsError } from '../endpoint/contract.ts';
import { globMatches } from './glob.ts';

/** Values by condition key; undefined for a key that a request may have and this one has not. */
export type RequestContext = Readonly<Record<string, string | undefined>>;

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(String);

/** Condition keys are compared without regard to case (IAM user guide, condition element). */
function valueOf(context: RequestContext, key: string): string | undefined {
  const name = Object.keys(context).find((one) => one.toLowerCase() === key.toLowerCase());
  if (name === undefined) throw new AwsError('NotImplementedInLab', `The lab does not know ${key} in a policy.`, 501);
  return context[name];
}

/** A text with its variables in place: `${key}` or `${key, 'default'}`; null where one has no value (IAM user guide, policy variables). */
export function variablesFilled(text: string, context: RequestContext): string | null {
  let missing = false;
  const filled = text.replace(/\$\{\s*([^},\s]+)\s*(?:,\s*'([^']*)'\s*)?\}/g, (_, key: string, usual?: string) => {
    const value = valueOf(context, key) ?? usual;
    missing ||= value === undefined;
    return value ?? '';
  });
  return missing ? null : filled;
}

type Test = (wanted: string, value: string) => boolean;
const equal: Test = (wanted, value) => wanted === value;
const like: Test = (wanted, value) => globMatches(wanted, value);

/** ArnEquals is ArnLike (IAM user guide, ARN condition operators). */
const operators: Readonly<Record<string, Test>> = {
  StringEquals: equal,
  StringLike: like,
  ArnEquals: like,
  ArnLike: like,
  Bool: (wanted, value) => wanted.toLowerCase() === value.toLowerCase(),
};

function holds(operator: string, value: string | undefined, wanted: readonly string[]): boolean {
  if (operator === 'Null') return wanted.includes(String(value === undefined));
  const lenient = operator.endsWith('IfExists');
  const named = lenient ? operator.slice(0, -'IfExists'.length) : operator;
  const positive = named.replace(/^(String|Arn)Not/, '$1');
  const test = operators[positive];
  if (test === undefined)
    throw new AwsError('NotImplementedInLab', `The lab does not know ${operator} in a policy.`, 501);
  const negated = positive !== named;
  // A key that is not there meets no test, and every negated one.
  if (value === undefined) return negated || lenient;
  return wanted.some((one) => test(one, value)) !== negated;
}

/** Whether all tests of a `Condition` hold; a test with a variable that has no value holds for nothing. */
export function conditionsHold(condition: unknown, context: RequestContext): boolean {
  return Object.entries((condition ?? {}) as Record<string, Record<string, unknown>>).every(([operator, tests]) =>
    Object.entries(tests).every(([key, wanted]) => {
      const filled = listOf(wanted).map((one) => variablesFilled(one, context));
      const texts = filled.filter((one) => one !== null);
      return texts.length === filled.length && holds(operator, valueOf(context, key), texts);
    }),
  );
}
