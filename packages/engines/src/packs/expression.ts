// Conditions of packs in CEL (Common Expression Language), checked before any host is asked and evaluated under limits.
import type { ASTNode } from '@marcbachmann/cel-js';
import { Environment } from '@marcbachmann/cel-js';
import { linearPattern } from './linear-pattern.ts';

export type Evaluated = { readonly value: unknown } | { readonly fault: string };

export interface Expression {
  readonly text: string;
  /** Never throws for what the values hold. */
  evaluate(values: Readonly<Record<string, unknown>>): Evaluated;
}

/** Why an expression is refused, and where in it. */
export interface ExpressionFault {
  readonly fault: string;
  readonly offset: number;
}

const textMax = 2000;
/** Lists have at most `listMax` entries (see values.ts), so that two loops inside each other end within seconds and three would not. */
const loopsMax = 2;
const loops = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);

const ground = new Environment({
  unlistedVariablesAreDyn: false,
  homogeneousAggregateLiterals: false,
  limits: { maxAstNodes: 500, maxDepth: 40, maxListElements: 200, maxMapEntries: 100, maxCallArguments: 8 },
})
  .registerFunction('octal(string): int', octal, { async: false })
  .registerFunction('within(int, string): bool', (mode: bigint, limit: string) => (mode & ~octal(limit)) === 0n, {
    async: false,
  })
  .registerFunction('string.atLeast(string): bool', atLeast, { async: false })
  .registerFunction(
    'string.matchesInLinearTime(string): bool',
    (text: string, source: string) => pattern(source)(text),
    {
      async: false,
    },
  );

/**
 * Compiles one expression over these variables. `condition` must give true or false as far as that can be known beforehand;
 * `words` may give anything that can be shown.
 */
export function expressionOf(
  text: string,
  variables: readonly string[],
  wants: 'condition' | 'words',
): Expression | ExpressionFault {
  if (text.length > textMax) return { fault: `longer than ${textMax} characters`, offset: 0 };
  try {
    const environment = variables.reduce((so, name) => so.registerVariable(name, 'dyn'), ground.clone());
    const parsed = environment.parse(text);
    const refused = refusal(parsed.ast, 0);
    if (refused) return refused;
    const checked = parsed.check();
    if (!checked.valid) return faultOf(checked.error);
    if (wants === 'condition' && checked.type !== 'bool' && checked.type !== 'dyn')
      return { fault: `gives ${checked.type}, and a condition gives true or false`, offset: 0 };
    return { text, evaluate: (values) => evaluated(parsed, values, wants) };
  } catch (fault) {
    return faultOf(fault);
  }
}

export function isFault(made: Expression | ExpressionFault): made is ExpressionFault {
  return 'fault' in made;
}

function evaluated(
  parsed: (values: Record<string, unknown>) => unknown,
  values: Readonly<Record<string, unknown>>,
  wants: 'condition' | 'words',
): Evaluated {
  try {
    const value: unknown = parsed({ ...values });
    if (wants === 'condition' && typeof value !== 'boolean')
      return { fault: `gave ${value === null ? 'null' : typeof value}, not true or false` };
    return { value };
  } catch (fault) {
    return { fault: faultOf(fault).fault };
  }
}

/**
 * What CEL's grammar allows and a pack may not; `matches` is led to the engine that no text can stop.
 * A leading 0 means octal to everybody who writes modes, and nothing to CEL: 0640 would be 640.
 */
function refusal(node: ASTNode, depth: number): ExpressionFault | null {
  const written = node.input.slice(node.start, node.end);
  if (node.op === 'value') {
    if (typeof node.args === 'bigint' && /^-?0[0-9]/.test(written))
      return { fault: `${written} is decimal here: write octal("${written.replace(/^0+/, '')}")`, offset: node.start };
    return null;
  }
  if (node.op !== 'rcall') return firstRefusal(childrenOf(node.args), depth);
  const [name, receiver, given] = node.args;
  if (name === 'matches') {
    node.args[0] = 'matchesInLinearTime';
    const source = given[0]?.op === 'value' ? given[0].args : null;
    const fault = typeof source === 'string' ? patternFault(source) : null;
    if (fault !== null) return { fault: `the pattern is refused: ${fault}`, offset: given[0]?.start ?? node.start };
  }
  const within = loops.has(name) ? depth + 1 : depth;
  if (within > loopsMax)
    return { fault: `${name} stands inside ${loopsMax} other loops; ${loopsMax} is the most`, offset: node.start };
  return firstRefusal([receiver], depth) ?? firstRefusal(given, within);
}

function firstRefusal(nodes: readonly ASTNode[], depth: number): ExpressionFault | null {
  for (const node of nodes) {
    const refused = refusal(node, depth);
    if (refused) return refused;
  }
  return null;
}

function childrenOf(args: unknown): ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(childrenOf);
  return typeof args === 'object' && args !== null && 'op' in args ? [args as ASTNode] : [];
}

function faultOf(fault: unknown): ExpressionFault {
  const summary = fault instanceof Error && 'summary' in fault ? String(fault.summary) : '';
  const range = fault instanceof Error && 'range' in fault ? (fault.range as { start: number } | undefined) : undefined;
  const said = summary || (fault instanceof Error ? fault.message : 'fault');
  return { fault: said.slice(0, 300), offset: range?.start ?? 0 };
}

const patterns = new Map<string, (text: string) => boolean>();

/** A pattern may be made of a host's words, so the store of them is bounded. */
function pattern(source: string): (text: string) => boolean {
  const known = patterns.get(source);
  if (known) return known;
  const made = linearPattern(source);
  if (patterns.size >= 200) patterns.clear();
  patterns.set(source, made);
  return made;
}

function patternFault(source: string): string | null {
  try {
    pattern(source);
    return null;
  } catch (fault) {
    return fault instanceof Error ? fault.message : 'fault';
  }
}

/** Permission bits as chmod writes them. */
function octal(digits: string): bigint {
  if (!/^0?[0-7]{1,4}$/.test(digits)) throw new Error(`${JSON.stringify(digits)} is no octal mode such as "0640"`);
  return BigInt(Number.parseInt(digits, 8));
}

/** Compares dotted numbers part by part: "22.04" is at least "9". What is no number is not at least anything. */
function atLeast(version: string, least: string): boolean {
  const parts = (dotted: string): number[] =>
    dotted.split('.').map((part) => (/^\d{1,9}$/.test(part) ? Number(part) : Number.NaN));
  const [have, want] = [parts(version), parts(least)];
  for (let index = 0; index < Math.max(have.length, want.length); index += 1) {
    const [x, y] = [have[index] ?? 0, want[index] ?? 0];
    if (x !== y) return x > y;
  }
  return true;
}
