// Patterns of policies: wildcards, policy variables in them, and ARNs compared part by part.

/** What is known of a request, by the lower-case names of IAM's condition keys; a key that is not there is absent. */
export type Context = ReadonlyMap<string, string | readonly string[]>;

/** Whole texts only; `*` stands for any characters, `?` for one. */
export type Matcher = (text: string) => boolean;

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const wild = (text: string): string =>
  text
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
const expression = (source: string, ignoreCase: boolean): Matcher => {
  const regex = new RegExp(`^${source}$`, ignoreCase ? 'is' : 's');
  return (text) => regex.test(text);
};

/** `${key}`, `${key, 'default'}`, and the three that stand for the characters themselves. */
const variable = /\$\{([^{}]*)\}/g;

/** What a variable stands for; null where the request has no such key, or several values of it. */
function valueOf(inside: string, context: Context): string | null {
  if (inside === '*' || inside === '?' || inside === '$') return inside;
  const [, key = '', otherwise] = /^\s*([\w:/.@+=-]+)\s*(?:,\s*'([^']*)'\s*)?$/.exec(inside) ?? [];
  const value = context.get(key.toLowerCase());
  return typeof value === 'string' ? value : (otherwise ?? null);
}

/** The pattern's source with its variables put in as plain text; null where one stands for nothing, and nothing then matches. */
function sourceOf(pattern: string, context: Context | null, plain: (text: string) => string): string | null {
  if (context === null || !pattern.includes('${')) return plain(pattern);
  let source = '';
  let end = 0;
  for (const found of pattern.matchAll(variable)) {
    const value = valueOf(found[1] ?? '', context);
    if (value === null) return null;
    source += plain(pattern.slice(end, found.index)) + literal(value);
    end = found.index + found[0].length;
  }
  return source + plain(pattern.slice(end));
}

/** Patterns without variables are the same for every request. */
const kept = new Map<string, Matcher>();
const keptMax = 10_000;

function matcherOf(pattern: string, context: Context | null, wildcards: boolean, ignoreCase: boolean): Matcher | null {
  const fixed = context === null || !pattern.includes('${');
  const name = `${Number(wildcards)}${Number(ignoreCase)}${pattern}`;
  const before = fixed ? kept.get(name) : undefined;
  if (before) return before;
  const source = sourceOf(pattern, context, wildcards ? wild : literal);
  if (source === null) return null;
  const made = expression(source, ignoreCase);
  if (fixed && kept.size < keptMax) kept.set(name, made);
  return made;
}

/** `context` is null where variables are text. */
export function patternMatches(
  pattern: string,
  text: string,
  context: Context | null,
  { wildcards = true, ignoreCase = false } = {},
): boolean {
  return matcherOf(pattern, context, wildcards, ignoreCase)?.(text) ?? false;
}

const arnParts = (arn: string): string[] => {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
};

/** Each of an ARN's six parts is compared apart (IAM User Guide, "ARN condition operators"). */
export function arnMatches(pattern: string, arn: string, context: Context | null): boolean {
  // A variable may hold colons of its own: it is put in before the parts are told.
  if (context !== null && pattern.includes('${')) {
    const parts = pattern.split(/:(?![^{]*\})/);
    if (parts.length < 6) return patternMatches(pattern, arn, context);
    const six = [...parts.slice(0, 5), parts.slice(5).join(':')];
    return arnParts(arn).every((part, index) => patternMatches(six[index] ?? '', part, context));
  }
  const wanted = arnParts(pattern);
  if (pattern.split(':').length < 6) return pattern === '*';
  return arnParts(arn).every((part, index) => patternMatches(wanted[index] ?? '', part, null));
}
