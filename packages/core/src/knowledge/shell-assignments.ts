// How shell commands set the three things we judge: TMOUT, PATH and the file mode creation mask.
import type { Follow, Held, LoginCommand } from './shell-login.ts';
import { shellWords } from './shell-lines.ts';
import { pathElements } from './search-path.ts';
import { parseUmask } from './umask.ts';

export interface ShellAssignment {
  /** The value without quotes, expansions not followed; null where only attributes are set (`readonly TMOUT`). */
  readonly value: string | null;
  readonly appended: boolean;
  readonly fixed: boolean;
  readonly unset: boolean;
}

/** What a simple command does to a variable: `X=1`, `export X=1`, `readonly X`, `declare -xr X=1`, `unset X`; null where nothing. */
export function shellAssignment(text: string, name: string): ShellAssignment | null {
  const words = shellWords(text);
  const verb = words[0] ?? '';
  const touches = (word: string): boolean =>
    word === name || word.startsWith(`${name}=`) || word.startsWith(`${name}+=`);
  const word = words.findLast(touches);
  if (word === undefined) return null;
  // `X=1 command` sets X for that command only.
  if (words.every((one) => /^\w+\+?=/.test(one))) return assigned(word, false);
  if (!/^(?:export|readonly|declare|typeset|local|unset)$/.test(verb)) return null;
  const flags = words.filter((one) => one.startsWith('-')).join('');
  // Of a function, taken back from the environment, or a name for another variable.
  if (/[fn]/.test(flags)) return null;
  if (verb === 'unset') return { value: null, appended: false, fixed: false, unset: true };
  return assigned(word, verb === 'readonly' || flags.includes('r'));
}

function assigned(word: string, fixed: boolean): ShellAssignment {
  const parts = /(\+?)=(.*)/s.exec(word);
  return { value: parts?.[2] ?? null, appended: parts?.[1] === '+', fixed, unset: false };
}

/** TMOUT: the value's text, `''` for an empty value, null for not set. */
export const followTmout: Follow<string | null> = {
  after(command, before) {
    const set = shellAssignment(command.text, 'TMOUT');
    if (!set) return null;
    if (set.unset) return { value: null, fixed: false };
    return { value: set.value === null ? before.value : expandTmout(set.value, before.value), fixed: set.fixed };
  },
  state: (held) => ({ variables: new Map(held.value === null ? [] : [['TMOUT', held.value]]), umask: null }),
};

/** `${TMOUT:-600}` and `$((60*10))` are how people write it; any other expansion stays as text, which is no number. */
function expandTmout(text: string, before: string | null): string {
  const fallback = /^\$\{TMOUT:?[-=]([^}]*)\}$/.exec(text)?.[1];
  if (fallback !== undefined) return before === null || before === '' ? fallback : before;
  if (/^\$\{?TMOUT\}?$/.test(text)) return before ?? '';
  const product = /^\$\(\(\s*([0-9]{1,6})(?:\s*\*\s*([0-9]{1,6}))?\s*\)\)$/.exec(text);
  return product ? String(Number(product[1]) * Number(product[2] ?? 1)) : text.trim();
}

/** The mask as a number; null where a command sets it to what only the host knows. */
export const followUmask: Follow<number | null> = {
  after(command, before) {
    const [verb, ...words] = shellWords(command.text);
    const word = words.find((one) => !one.startsWith('-') && !/^[0-9]*[<>]/.test(one));
    if (verb !== 'umask' || word === undefined) return null;
    return { value: parseUmask(word, before.value ?? 0), fixed: false };
  },
  state: (held) => ({ variables: new Map(), umask: held.value }),
};

/** PATH as text; what is not followed (`$HOME`) stays as written. */
export const followPath: Follow<string> = {
  after(command, before) {
    const value = munged(command, before) ?? assignedPath(command, before);
    return value === null ? null : { value, fixed: shellAssignment(command.text, 'PATH')?.fixed ?? false };
  },
  state: (held) => ({ variables: new Map([['PATH', held.value]]), umask: null }),
};

function assignedPath(command: LoginCommand, before: Held<string>): string | null {
  const set = shellAssignment(command.text, 'PATH');
  if (!set) return null;
  if (set.unset) return '';
  if (set.value === null) return before.value;
  const value = set.value.replace(/\$(?:PATH\b|\{PATH(?::?[-=][^}]*)?\})/g, () => before.value);
  return set.appended ? before.value + value : value;
}

/** The function `pathmunge` of the RHEL family's /etc/profile: in front, or `after`, unless it is there. */
function munged(command: LoginCommand, before: Held<string>): string | null {
  const [verb, element, place] = shellWords(command.text);
  if (verb !== 'pathmunge') return null;
  const added = element ?? '';
  if (pathElements(before.value).includes(added)) return before.value;
  return place === 'after' ? `${before.value}:${added}` : `${added}:${before.value}`;
}
