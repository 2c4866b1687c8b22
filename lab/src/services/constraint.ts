// The service models' constraints on input, and the words in which AWS refuses what breaks them.
import { AwsError } from '../endpoint/contract.ts';

/** A ValidationException in the words of the JSON services. */
export function validationError(value: unknown, member: string, constraint: string): AwsError {
  return new AwsError(
    'ValidationException',
    `1 validation error detected: Value '${String(value)}' at '${member}' failed to satisfy constraint: ${constraint}`,
  );
}

/** Refuses a number outside `min` to `max`; absent numbers pass. */
export function requireRange(value: unknown, member: string, min: number, max: number): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min) {
    throw validationError(value, member, `Member must have value greater than or equal to ${min}`);
  }
  if (value > max) throw validationError(value, member, `Member must have value less than or equal to ${max}`);
}

/** Refuses a list or text longer than `max`; absent ones pass. */
export function requireLength(value: unknown, member: string, max: number, min = 0): void {
  if (value === undefined || value === null) return;
  const length = typeof value === 'string' || Array.isArray(value) ? value.length : Number.NaN;
  if (!(length >= min)) {
    throw validationError(value, member, `Member must have length greater than or equal to ${min}`);
  }
  if (length > max) throw validationError(value, member, `Member must have length less than or equal to ${max}`);
}

/** Refuses a text that does not match; absent ones pass. */
export function requirePattern(value: unknown, member: string, pattern: RegExp): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'string' || !pattern.test(value)) {
    throw validationError(value, member, `Member must satisfy regular expression pattern: ${pattern.source}`);
  }
}

/** Refuses a text that is not one of `values`; absent ones pass. */
export function requireOneOf(value: unknown, member: string, values: readonly string[]): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'string' || !values.includes(value)) {
    throw validationError(value, member, `Member must satisfy enum value set: [${values.join(', ')}]`);
  }
}

/** Refuses what is absent. */
export function requirePresent(value: unknown, member: string): void {
  if (value === undefined || value === null) throw validationError('null', member, 'Member must not be null');
}

/** Refuses members the lab does not act on, so that no test passes on something that was ignored. */
export function refuseUnread(input: Readonly<Record<string, unknown>>, members: readonly string[]): void {
  for (const member of members) {
    const value = input[member];
    const empty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (!empty) throw new AwsError('NotImplementedInLab', `The lab does not act on ${member}.`, 501);
  }
}
