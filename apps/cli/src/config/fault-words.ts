// What is said of a field that breaks a rule of the configuration, where the rule itself has no words of its own.
import { z } from 'zod';

/** For zod, which asks it only where a schema brings no message. */
export function faultWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys') {
    const known = issue.inst instanceof z.ZodObject ? Object.keys(issue.inst.shape) : [];
    const words = issue.keys.map((key) => {
      const near = nearest(key, known);
      return `there is no field ${JSON.stringify(key)}${near === null ? '' : `; ${JSON.stringify(near)} is meant?`}`;
    });
    return `${words.join(', ')}; there are: ${known.join(', ')}`;
  }
  if (issue.code === 'invalid_type') {
    const expected = kinds[issue.expected] ?? issue.expected;
    if (issue.input === undefined) return `is missing: ${expected}`;
    if (issue.input === null) return `is empty: give it ${expected}, or take the line out`;
    return `is ${kindOf(issue.input)}: it takes ${expected}`;
  }
  if (issue.code === 'too_small' && issue.origin === 'number') return `is too small: ${issue.minimum} is the least`;
  if (issue.code === 'too_big' && (issue.origin === 'number' || issue.origin === 'int'))
    return `is too large: ${issue.maximum} is the most`;
  return undefined;
}

const kinds: Readonly<Record<string, string>> = {
  object: 'fields of its own (name: value)',
  array: 'a list',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

function kindOf(input: unknown): string {
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'a group of fields';
  return kinds[typeof input] ?? typeof input;
}

/** The known name that is a slip of the hand away; null where none is. */
export function nearest(word: string, known: readonly string[]): string | null {
  const small = word.toLowerCase();
  const near = known
    .map((name) => ({ name, steps: stepsBetween(small, name.toLowerCase()) }))
    .filter(({ name, steps }) => steps <= Math.max(1, Math.floor(name.length / 4)))
    .sort((a, b) => a.steps - b.steps);
  return near[0]?.name ?? null;
}

/** Letters put in, taken out or changed (Levenshtein, 1965). Names are short; what is longer than any is no slip. */
function stepsBetween(a: string, b: string): number {
  if (a.length > 64) return a.length;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1];
    for (const [j, other] of Array.from(b).entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
