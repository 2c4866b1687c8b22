// The parameters of a SendCommand, held against what the document declares.
import { AwsError } from '../../endpoint/contract.ts';
import type { DocumentContent, DocumentParameter } from './document-content.ts';

export type GivenParameters = Readonly<Record<string, readonly string[]>>;

function invalidParameters(message: string): AwsError {
  return new AwsError('InvalidParameters', message);
}

/** The service matches the whole value, as Java's `matches` does. */
function requireAllowed(parameter: DocumentParameter, value: string): void {
  const { name, allowedPattern, allowedValues, minChars, maxChars } = parameter;
  if (allowedPattern !== undefined && !new RegExp(`^(?:${allowedPattern})$`).test(value)) {
    throw invalidParameters(`Parameter ${name} does not match the allowed pattern ${allowedPattern}.`);
  }
  if (allowedValues !== undefined && !allowedValues.includes(value)) {
    throw invalidParameters(`Parameter ${name} is not one of the allowed values.`);
  }
  if (minChars !== undefined && value.length < minChars) {
    throw invalidParameters(`Parameter ${name} is shorter than ${minChars} characters.`);
  }
  if (maxChars !== undefined && value.length > maxChars) {
    throw invalidParameters(`Parameter ${name} is longer than ${maxChars} characters.`);
  }
}

function requireValues(parameter: DocumentParameter, values: readonly string[]): void {
  const { name, type, minItems, maxItems } = parameter;
  if (type === 'String' && values.length !== 1) {
    throw invalidParameters(`Parameter ${name} is of type String and takes one value.`);
  }
  if (minItems !== undefined && values.length < minItems) {
    throw invalidParameters(`Parameter ${name} has fewer than ${minItems} items.`);
  }
  if (maxItems !== undefined && values.length > maxItems) {
    throw invalidParameters(`Parameter ${name} has more than ${maxItems} items.`);
  }
  for (const value of values) requireAllowed(parameter, value);
}

/**
 * Parameters as the agent gets them: String as text, StringList as list. Throws InvalidParameters for unknown, missing
 * and disallowed ones.
 */
export function checkedParameters(
  content: DocumentContent,
  given: GivenParameters,
): Record<string, string | readonly string[]> {
  const unknown = Object.keys(given).find((name) => !content.parameters.some((one) => one.name === name));
  if (unknown !== undefined) throw invalidParameters(`Parameter ${unknown} is not defined in the document.`);
  const checked: Record<string, string | readonly string[]> = {};
  for (const parameter of content.parameters) {
    const values = given[parameter.name];
    if (values === undefined) {
      if (parameter.defaultValue === undefined) {
        throw invalidParameters(`Parameter ${parameter.name} is required.`);
      }
      continue;
    }
    requireValues(parameter, values);
    checked[parameter.name] = parameter.type === 'StringList' ? values : (values[0] ?? '');
  }
  return checked;
}

/** The same with defaults put in, for reading a step's time-out. */
export function withDefaults(
  content: DocumentContent,
  checked: Readonly<Record<string, string | readonly string[]>>,
): Record<string, string | readonly string[]> {
  const defaults = content.parameters.flatMap(({ name, defaultValue }) =>
    defaultValue === undefined ? [] : [[name, defaultValue] as const],
  );
  return { ...Object.fromEntries(defaults), ...checked };
}
