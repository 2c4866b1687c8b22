// Fills a document's parameters in as the agent does: checked by an unanchored pattern, then pasted raw into text.
import type { ParameterDefinition } from './document.ts';
import { isRecord } from './document.ts';

export interface ParameterValues {
  /** Values pasted for `{{ name }}`. */
  readonly pasted: ReadonlyMap<string, unknown>;
  /** `SSM_<name>` variables of parameters with `interpolationType: ENV_VAR`. */
  readonly variables: Readonly<Record<string, string>>;
}

/** The first agent version that knows `interpolationType: ENV_VAR` (Systems Manager user guide, document parameters). */
export const envVarAgentVersion = '3.3.2746.0';

/**
 * Values for every declared or delivered parameter with a valid name; a missing one without default becomes `null`, which is
 * pasted as that word. Gives the agent's sentence where a pattern is not met or a Parameter Store name cannot be resolved.
 */
export function parametersResolve(
  definitions: Readonly<Record<string, ParameterDefinition>>,
  delivered: Readonly<Record<string, string | readonly string[]>>,
  agentVersion: string,
): ParameterValues | { readonly rejected: string } {
  const values = new Map<string, unknown>();
  for (const [name, definition] of Object.entries(definitions)) values.set(name, definition.default ?? null);
  for (const [name, value] of Object.entries(delivered)) values.set(name, value);
  for (const name of values.keys()) if (!/^[a-zA-Z0-9]+$/.test(name)) values.delete(name);

  const unknownNames = storeNames([...values.values()]);
  if (unknownNames.length > 0) return { rejected: invalidStoreNames(unknownNames) };
  for (const [name, definition] of Object.entries(definitions)) {
    const fault = patternFault(name, definition.allowedPattern, values.get(name));
    if (fault !== null) return { rejected: fault };
  }
  const variables: Record<string, string> = {};
  if (versionAtLeast(agentVersion, envVarAgentVersion)) {
    for (const [name, definition] of Object.entries(definitions)) {
      if (definition.interpolationType !== 'ENV_VAR' || !values.has(name)) continue;
      variables[`SSM_${name}`] = textOf(values.get(name));
      values.delete(name);
    }
  }
  return { pasted: values, variables };
}

/** Names of `{{ssm:…}}` references anywhere in a value. The lab holds no Parameter Store, so each is an invalid name. */
export function storeNames(value: unknown): string[] {
  const text = JSON.stringify(value) ?? '';
  return [...new Set([...text.matchAll(/\{\{ *ssm:([/\w.:-]+) *\}\}/g)].map((match) => match[1] ?? ''))];
}

export function invalidStoreNames(names: readonly string[]): string {
  return `Input contains invalid parameters [${names.join(' ')}]`;
}

/**
 * Pastes values into strings, lists and objects. A string that is exactly one reference becomes the value itself; inside other text
 * a list or object is written as JSON. Values are not looked through again.
 */
export function parametersPaste(input: unknown, values: ReadonlyMap<string, unknown>): unknown {
  if (typeof input === 'string') {
    const whole = /^\{\{\s*([a-zA-Z0-9]+)\s*\}\}$/.exec(input)?.[1];
    if (whole !== undefined && values.has(whole)) return values.get(whole);
    return input.replace(/\{\{\s*([a-zA-Z0-9]+)\s*\}\}/g, (reference, name: string) =>
      values.has(name) ? expandDollars(textOf(values.get(name)), reference) : reference,
    );
  }
  if (Array.isArray(input)) return input.map((item) => parametersPaste(item, values));
  if (isRecord(input))
    return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, parametersPaste(value, values)]));
  return input;
}

/** Compares dotted versions number by number. */
export function versionAtLeast(version: string, least: string): boolean {
  const [left, right] = [version.split('.').map(Number), least.split('.').map(Number)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The agent replaces with Go's `Regexp.ReplaceAllString`, whose template eats dollars: `$$` is `$`, an unknown `$name` is nothing. */
function expandDollars(value: string, reference: string): string {
  return value.replace(/\$(?:\$|\{(\w+)\}|(\w+))/g, (match, braced?: string, plain?: string) => {
    if (match === '$$') return '$';
    return (braced ?? plain) === '0' ? reference : '';
  });
}

function patternFault(name: string, pattern: string | undefined, value: unknown): string | null {
  if (pattern === undefined) return null;
  const compiled = compileGoPattern(pattern);
  if (compiled === null) return 'Encountered error while parsing input - internal error';
  const candidates = typeof value === 'string' ? [value] : Array.isArray(value) ? value.map(String) : null;
  if (candidates === null) return `Unable to determine parameter value type for ${name}`;
  if (candidates.every((candidate) => compiled.test(candidate))) return null;
  return `Parameter value for ${name} does not match the allowed pattern ${pattern}`;
}

/** Go's syntax has neither look-around nor back-references; its leading flags, `\A` and `\z` are translated. */
function compileGoPattern(pattern: string): RegExp | null {
  if (/\(\?(?:[=!]|<[=!])|\\[1-9]/.test(pattern)) return null;
  const leading = /^\(\?([ims]+)\)/.exec(pattern);
  const rest = pattern
    .slice(leading?.[0].length ?? 0)
    .replaceAll('(?P<', '(?<')
    .replaceAll('\\A', '(?<![\\s\\S])')
    .replaceAll('\\z', '(?![\\s\\S])');
  try {
    return new RegExp(rest, leading?.[1] ?? '');
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
