// What is known of the tests in shell start-up files for a given login: true, false, or null where only the host could say.
import type { ShellGuard } from './shell-commands.ts';
import { shellTokens, unquote } from './shell-lines.ts';

/** A login whose start-up files are followed. The shell is an interactive login bash. */
export interface ShellLogin {
  readonly uid: number;
  readonly home: string;
  /** The user's group has the user's name and no other member (a user-private group). */
  readonly privateGroup: boolean;
  /** Whether a path is there; null where nobody looked. */
  exists(path: string): boolean | null;
}

/** What the shell holds at the moment of the test, as far as it is followed. */
export interface ShellState {
  readonly variables: ReadonlyMap<string, string>;
  readonly umask: number | null;
}

/** What is taken for granted of tests that nobody can decide, so that both branches of one `if` are not taken at once. */
export type Assumed = ReadonlyMap<ShellGuard, boolean>;
const nothing: Assumed = new Map();

/** Whether all guards hold. */
export function guardsHold(
  guards: readonly ShellGuard[],
  login: ShellLogin,
  state: ShellState,
  assumed: Assumed = nothing,
): boolean | null {
  return allOf(guards.map((guard) => guardHolds(guard, login, state, assumed)));
}

function guardHolds(guard: ShellGuard, login: ShellLogin, state: ShellState, assumed: Assumed): boolean | null {
  if ('not' in guard) return negated(guardsHold(guard.not, login, state, assumed));
  return assumed.get(guard) ?? testHolds(guard.test, login, state);
}

/** The first test within these guards that nobody can decide. */
export function undecidedTest(
  guards: readonly ShellGuard[],
  login: ShellLogin,
  state: ShellState,
  assumed: Assumed,
): ShellGuard | null {
  for (const guard of guards) {
    if (guardHolds(guard, login, state, assumed) !== null) continue;
    return 'not' in guard ? undecidedTest(guard.not, login, state, assumed) : guard;
  }
  return null;
}

function negated(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}

/** Set in every interactive bash. */
const alwaysSet = new Set([
  'PS1',
  'BASH',
  'BASH_VERSION',
  'HOME',
  'USER',
  'LOGNAME',
  'UID',
  'EUID',
  'PATH',
  'SHELL',
  'PWD',
]);

function testHolds(text: string, login: ShellLogin, state: ShellState): boolean | null {
  if (/^(?:true|:)$/.test(text)) return true;
  if (text === 'false') return false;
  if (text === 'shopt -q login_shell') return true;
  const pattern = /^case (.*) in (.*)/s.exec(text);
  if (pattern) return caseHolds(pattern[1] ?? '', pattern[2] ?? '');
  // Setting a variable or the mask succeeds.
  if (/^(?:\w+=|(?:export|readonly|declare|typeset|umask)\s)/.test(text)) return true;
  const inner = /^(?:\[\[?\s(.*)\s\]\]?|test\s(.*))$/s.exec(text);
  return inner ? expressionHolds(inner[1] ?? inner[2] ?? '', login, state) : null;
}

/** `-o`/`||` bind weaker than `-a`/`&&`; parentheses are left to the host. */
function expressionHolds(text: string, login: ShellLogin, state: ShellState): boolean | null {
  if (/(?:^|\s)\\?\(/.test(text)) return null;
  const either = text.split(/\s(?:-o|\|\|)\s/);
  if (either.length > 1) return negated(allOf(either.map((part) => negated(expressionHolds(part, login, state)))));
  const both = text.split(/\s(?:-a|&&)\s/);
  if (both.length > 1) return allOf(both.map((part) => expressionHolds(part, login, state)));
  const not = /^\s*!\s(.*)/s.exec(text);
  if (not) return negated(expressionHolds(not[1] ?? '', login, state));
  return primaryHolds(text, login, state);
}

function allOf(values: readonly (boolean | null)[]): boolean | null {
  if (values.includes(false)) return false;
  return values.includes(null) ? null : true;
}

function primaryHolds(text: string, login: ShellLogin, state: ShellState): boolean | null {
  const words = shellTokens(text);
  const [left = '', operator = '', right = ''] = words;
  if (words.length === 1) return filled(left, state);
  if (words.length === 2)
    return left === '-n'
      ? filled(operator, state)
      : left === '-z'
        ? negated(filled(operator, state))
        : fileHolds(left, operator, login);
  if (words.length !== 3) return null;
  if (/id -gn/.test(text))
    return /id -un/.test(text) && /^==?$/.test(operator) ? login.uid === 0 || login.privateGroup : null;
  if (/^"?\$-"?$/.test(left) || /^"?\$-"?$/.test(right) || left.includes('${-'))
    return interactiveHolds(left, operator, right);
  return compared(valueOf(left, login, state), operator, valueOf(right, login, state));
}

/** Whether `"$NAME"` is not empty; other words are themselves. A default that is not empty is left to the host. */
function filled(word: string, state: ShellState): boolean | null {
  const plain = unquote(word);
  const name = /^\$\{?(\w+)(?::?-|:?\+[^}]*)?\}?$/.exec(plain)?.[1];
  if (name === undefined) return /[$`]/.test(plain) ? null : plain !== '';
  const held = state.variables.get(name);
  if (held !== undefined) return held !== '';
  // TMOUT is followed from the first file on, so that not held means not set.
  return alwaysSet.has(name) ? true : name === 'TMOUT' ? false : null;
}

function fileHolds(operator: string, word: string, login: ShellLogin): boolean | null {
  if (!/^-[defrsxhL]$/.test(operator)) return null;
  const path = unquote(word).replace(/^(?:~|\$HOME|\$\{HOME\})(?=\/)/, login.home);
  // A loop's variable: the files are those that were found.
  if (/^\$\{?\w+\}?$/.test(path)) return true;
  return path.startsWith('/') && !/[$`*]/.test(path) ? login.exists(path) : null;
}

/** `[[ $- == *i* ]]`, and `[ "${-#*i}" != "$-" ]`, both of which ask whether the shell is interactive. */
function interactiveHolds(left: string, operator: string, right: string): boolean | null {
  if (!/i/.test(`${left}${right}`)) return null;
  if (left.includes('#*i')) return operator === '!=' ? true : /^==?$/.test(operator) ? false : null;
  return /^(?:==?|=~)$/.test(operator) ? true : operator === '!=' ? false : null;
}

function caseHolds(subject: string, patterns: string): boolean | null {
  if (/^\*$/.test(patterns)) return true;
  if (/^"?\$-"?$/.test(subject)) return patterns.split('|').some((one) => /^\*i\*$/.test(one.trim())) ? true : null;
  return null;
}

/** The number or word behind a test's operand; null where only the host knows it. */
function valueOf(word: string, login: ShellLogin, state: ShellState): string | null {
  const plain = unquote(word);
  if (/^(?:\$\{?E?UID\}?|(?:\$\(|`)(?:\/usr\/bin\/|\/bin\/)?id -u(?: -r)?(?:\)|`))$/.test(plain))
    return String(login.uid);
  if (/^(?:\$\{?(?:USER|LOGNAME)\}?|(?:\$\(|`)(?:whoami|(?:\/usr\/bin\/)?id -un)(?:\)|`))$/.test(plain))
    return login.uid === 0 ? 'root' : null;
  if (/^(?:\$\(|`)umask(?:\)|`)$/.test(plain))
    // As bash prints it: four octal digits.
    return state.umask === null ? null : state.umask.toString(8).padStart(4, '0');
  if (/^\$\{?BASH\}?$/.test(plain)) return '/bin/bash';
  const name = /^\$\{?(\w+)\}?$/.exec(plain)?.[1];
  if (name !== undefined) return state.variables.get(name) ?? null;
  return /[$`]/.test(plain) ? null : plain;
}

function compared(left: string | null, operator: string, right: string | null): boolean | null {
  if (left === null || right === null) return null;
  if (/^==?$/.test(operator)) return left === right;
  if (operator === '!=') return left !== right;
  if (!/^[0-9]+$/.test(left) || !/^[0-9]+$/.test(right)) return null;
  const [a, b] = [Number(left), Number(right)];
  switch (operator) {
    case '-eq':
      return a === b;
    case '-ne':
      return a !== b;
    case '-gt':
      return a > b;
    case '-ge':
      return a >= b;
    case '-lt':
      return a < b;
    case '-le':
      return a <= b;
    default:
      return null;
  }
}
