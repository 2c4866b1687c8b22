// Reads the regular expressions that pack conditions may use: RE2's syntax without what no automaton can hold.

export type PatternNode =
  | { readonly kind: 'set'; test(code: number): boolean }
  | { readonly kind: 'edge'; readonly edge: 'start' | 'end' | 'word' | 'inside' }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly part: PatternNode; readonly min: number; readonly max: number };

/** Why a pattern is refused, for the person who wrote it. */
export class PatternFault extends Error {
  override readonly name = 'PatternFault';
}

const repeatMax = 1000;
const depthMax = 50;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isUpper = (code: number): boolean => code >= 65 && code <= 90;
const isLower = (code: number): boolean => code >= 97 && code <= 122;
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);
const isPunctuation = (code: number): boolean =>
  code > 32 && code < 127 && !isDigit(code) && !isUpper(code) && !isLower(code);
export const isWord = (code: number): boolean => isDigit(code) || isUpper(code) || isLower(code) || code === 95;

type Test = (code: number) => boolean;
const not =
  (test: Test): Test =>
  (code) =>
    !test(code);
const classes: Readonly<Record<string, Test>> = {
  d: isDigit,
  w: isWord,
  s: isSpace,
  D: not(isDigit),
  W: not(isWord),
  S: not(isSpace),
};
/** The names that shells and RE2 know inside brackets: `[[:space:]]`. */
const named: Readonly<Record<string, Test>> = {
  alpha: (code) => isUpper(code) || isLower(code),
  digit: isDigit,
  alnum: (code) => isDigit(code) || isUpper(code) || isLower(code),
  upper: isUpper,
  lower: isLower,
  space: isSpace,
  blank: (code) => code === 32 || code === 9,
  punct: isPunctuation,
  xdigit: (code) => isDigit(code) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102),
};
const escapes: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13 };

/** @throws PatternFault on what is not understood: nothing is guessed. */
export function patternTree(source: string): PatternNode {
  const ignoreCase = source.startsWith('(?i)');
  const chars = [...(ignoreCase ? source.slice(4) : source)];
  let at = 0;
  const peek = (): string | undefined => chars[at];
  // Case is folded below any negation: (?i)[^a] takes neither a nor A.
  const folded = (test: Test): Test =>
    ignoreCase ? (code) => test(code) || test(isUpper(code) ? code + 32 : isLower(code) ? code - 32 : code) : test;
  const single = (char: string): Test => {
    const code = char.codePointAt(0) ?? 0;
    return folded((other) => other === code);
  };
  const set = (test: Test): PatternNode => ({ kind: 'set', test });

  function choice(depth: number): PatternNode {
    if (depth > depthMax) throw new PatternFault('groups are nested too deeply');
    const parts = [sequence(depth)];
    while (peek() === '|') {
      at += 1;
      parts.push(sequence(depth));
    }
    return { kind: 'choice', parts };
  }

  function sequence(depth: number): PatternNode {
    const parts: PatternNode[] = [];
    for (let char = peek(); char !== undefined && char !== '|' && char !== ')'; char = peek())
      parts.push(repeated(atom(depth)));
    return { kind: 'sequence', parts };
  }

  function repeated(part: PatternNode): PatternNode {
    const counts = quantifier();
    if (!counts) return part;
    // Whether a match is the shortest or the longest does not matter to whether there is one.
    if (peek() === '?') at += 1;
    if (quantifier()) throw new PatternFault('two quantifiers follow each other');
    return { kind: 'repeat', part, ...counts };
  }

  function quantifier(): { min: number; max: number } | null {
    const simple = { '*': [0, Infinity], '+': [1, Infinity], '?': [0, 1] }[peek() ?? ''];
    if (simple) {
      at += 1;
      return { min: simple[0] ?? 0, max: simple[1] ?? 0 };
    }
    const counted = /^\{(\d{1,4})(,?)(\d{0,4})\}/.exec(chars.slice(at, at + 12).join(''));
    if (!counted) return null;
    at += counted[0].length;
    const min = Number(counted[1]);
    const max = counted[2] === '' ? min : counted[3] === '' ? Infinity : Number(counted[3]);
    if (min > repeatMax || (max !== Infinity && (max > repeatMax || max < min)))
      throw new PatternFault(`${counted[0]} is no count from 0 to ${repeatMax}`);
    return { min, max };
  }

  function atom(depth: number): PatternNode {
    const char = chars[at] ?? '';
    at += 1;
    if (char === '(') return group(depth);
    if (char === '[') return set(bracket());
    if (char === '.') return { kind: 'set', test: (code) => code !== 10 };
    if (char === '^') return { kind: 'edge', edge: 'start' };
    if (char === '$') return { kind: 'edge', edge: 'end' };
    if (char === '\\') return escaped();
    if ('*+?'.includes(char)) throw new PatternFault(`nothing stands before ${char}`);
    return set(single(char));
  }

  function group(depth: number): PatternNode {
    if (peek() === '?') {
      if (chars[at + 1] !== ':') throw new PatternFault('of (?…) only (?:…) and a leading (?i) are known');
      at += 2;
    }
    const inner = choice(depth + 1);
    if (peek() !== ')') throw new PatternFault('a ( is not closed');
    at += 1;
    return inner;
  }

  function escaped(): PatternNode {
    const char = chars[at];
    const edge = { b: 'word', B: 'inside', A: 'start', z: 'end' }[char ?? ''] as 'word' | undefined;
    if (!edge) return set(escapeTest());
    at += 1;
    return { kind: 'edge', edge };
  }

  function escapeTest(): Test {
    const char = chars[at];
    at += 1;
    if (char === undefined) throw new PatternFault('ends with a \\');
    const known = Object.hasOwn(classes, char) ? classes[char] : undefined;
    if (known) return known;
    const code = Object.hasOwn(escapes, char) ? escapes[char] : undefined;
    if (code !== undefined) return (other) => other === code;
    if (/[A-Za-z0-9]/.test(char)) throw new PatternFault(`\\${char} is not known`);
    return single(char);
  }

  function bracket(): Test {
    const negated = peek() === '^';
    if (negated) at += 1;
    const tests: Test[] = [];
    for (let first = true; first || peek() !== ']'; first = false) {
      if (peek() === undefined) throw new PatternFault('a [ is not closed');
      tests.push(member());
    }
    at += 1;
    const inside: Test = (code) => tests.some((test) => test(code));
    return negated ? not(inside) : inside;
  }

  function member(): Test {
    const posix = /^\[:(\w+):\]/.exec(chars.slice(at, at + 12).join(''));
    if (posix) {
      const test = Object.hasOwn(named, posix[1] ?? '') ? named[posix[1] ?? ''] : undefined;
      if (!test) throw new PatternFault(`${posix[0]} is not known`);
      at += posix[0].length;
      return folded(test);
    }
    const char = chars[at] ?? '';
    at += 1;
    if (char === '\\') return escapeTest();
    if (peek() !== '-' || chars[at + 1] === ']' || chars[at + 1] === undefined) return single(char);
    const to = chars[at + 1] ?? '';
    if (to === '\\' || to === '[') throw new PatternFault('a range ends with a plain character');
    at += 2;
    const [low, high] = [char.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
    if (low > high) throw new PatternFault(`the range ${char}-${to} runs backwards`);
    return folded((code) => code >= low && code <= high);
  }

  const tree = choice(0);
  if (at < chars.length) throw new PatternFault('a ) has no (');
  return tree;
}
