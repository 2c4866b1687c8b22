// The start-up files of a login shell in the order in which bash runs them, and the values that may hold at their end.
// Source: bash(1) INVOCATION: /etc/profile, then the first of ~/.bash_profile, ~/.bash_login and ~/.profile.
import { CoreError } from '../language.ts';
import type { FileRecord } from '../records.ts';
import type { ShellCommand, ShellGuard, ShellLoop } from './shell-commands.ts';
import { shellCommands } from './shell-commands.ts';
import type { Assumed, ShellLogin, ShellState } from './shell-condition.ts';
import { guardsHold, undecidedTest } from './shell-condition.ts';
import { shellWords } from './shell-lines.ts';

export interface LoginCommand extends ShellCommand {
  readonly path: string;
}

export interface LoginCommands {
  readonly commands: readonly LoginCommand[];
  /** Files that are sourced and that nobody gathered: `path:line  . FILE`. */
  readonly notFollowed: readonly string[];
}

/** A host's files may source each other; past this many commands that is no start-up file any more. */
const commandsMax = 5000;

/** What a login shell of this user runs, sourced files in their place. @throws CoreError where files source each other without end. */
export function loginCommands(files: readonly FileRecord[], login: ShellLogin): LoginCommands {
  const commands: LoginCommand[] = [];
  const notFollowed = new Set<string>();
  const there = new Map(
    files.filter((file) => file.state === 'present' && file.type === 'file').map((file) => [file.path, file]),
  );

  const run = (path: string, outer: readonly ShellGuard[], chain: readonly string[]): void => {
    const file = there.get(path);
    if (!file || chain.includes(path)) return;
    for (const command of shellCommands(file.lines)) {
      const guards = [...outer, ...command.guards];
      const sourced = sourcedPaths(command, there, login);
      if (sourced === null) commands.push({ ...command, guards, path });
      else if (sourced !== 'not gathered') for (const target of sourced) run(target, guards, [...chain, path]);
      else if (guardsHold(guards, login, unset) !== false) notFollowed.add(`${path}:${command.line}  ${command.text}`);
      if (commands.length > commandsMax)
        throw new CoreError('invalid-input', 'shell start-up files source each other without end');
    }
  };

  const own = ['.bash_profile', '.bash_login', '.profile'].map((name) => `${login.home}/${name}`);
  const first = own.filter((path) => there.has(path)).slice(0, 1);
  for (const path of ['/etc/profile', ...first]) run(path, [], []);
  return { commands, notFollowed: [...notFollowed] };
}

const unset: ShellState = { variables: new Map(), umask: null };

/** The files that a `.` or `source` command reads; null where it is another command. A loop may well find none. */
function sourcedPaths(
  command: ShellCommand,
  there: ReadonlyMap<string, FileRecord>,
  login: ShellLogin,
): string[] | 'not gathered' | null {
  const [verb, word = ''] = shellWords(command.text);
  if ((verb !== '.' && verb !== 'source') || word === '') return null;
  const variable = /^\$\{?(\w+)\}?$/.exec(word)?.[1];
  const loop = command.loops.findLast((one) => one.variable === variable);
  if (loop) return looped(loop, there);
  const path = word.replace(/^(?:~|\$HOME|\$\{HOME\})(?=\/)/, login.home);
  return there.has(path) ? [path] : 'not gathered';
}

/** What a loop's list matches, in ASCII order as the C locale globs it; `run-parts` of a folder lists its `*.sh`. */
function looped(loop: ShellLoop, there: ReadonlyMap<string, FileRecord>): string[] {
  return shellWords(loop.words).flatMap((word) => {
    const folder = /(?:\$\(|`)run-parts\b.*\s(\/[^\s)`]+?)\/?[)`]/.exec(word)?.[1];
    const source = (folder === undefined ? word : `${folder}/*.sh`)
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('?', '[^/]')
      .replaceAll('*', '(?!\\.)[^/]*');
    const matcher = new RegExp(`^${source}$`);
    return [...there.keys()].filter((path) => matcher.test(path)).sort();
  });
}

/** A value that may hold, and where it was set. */
export interface Held<Value> {
  readonly value: Value;
  /** `path:line`; empty for what held before the first file. */
  readonly source: string;
  /** Read-only: no later assignment changes it. */
  readonly fixed: boolean;
}

/** How one kind of value is followed. */
export interface Follow<Value> {
  /** What a command makes of the value; null where it does not touch it. */
  after(command: LoginCommand, before: Held<Value>): { readonly value: Value; readonly fixed: boolean } | null;
  state(held: Held<Value>): ShellState;
}

/** More than this many ways are no start-up files of a person any more. */
const waysMax = 1024;

/** A value with what was assumed on the way to it. */
interface Way<Value> {
  readonly held: Held<Value>;
  readonly assumed: Assumed;
}

/** Every value that may hold at the end: a test that nobody can decide is followed both ways. */
export function possibleEnds<Value>(
  commands: readonly LoginCommand[],
  login: ShellLogin,
  before: Held<Value>,
  follow: Follow<Value>,
): Held<Value>[] {
  let ways: Way<Value>[] = [{ held: before, assumed: new Map() }];
  for (const command of commands) {
    ways = ways.flatMap((way) => passed(command, login, way, follow));
    if (ways.length > waysMax) throw new CoreError('invalid-input', 'shell start-up files have too many possible ends');
  }
  return [...new Map(ways.map(({ held }) => [JSON.stringify([held.value, held.fixed]), held])).values()];
}

function passed<Value>(command: LoginCommand, login: ShellLogin, way: Way<Value>, follow: Follow<Value>): Way<Value>[] {
  const { held, assumed } = way;
  const made = follow.after(command, held);
  if (!made) return [way];
  const state = follow.state(held);
  const runs = guardsHold(command.guards, login, state, assumed);
  const test = runs === null ? undecidedTest(command.guards, login, state, assumed) : null;
  if (test)
    return [false, true].flatMap((holds) =>
      passed(command, login, { held, assumed: new Map([...assumed, [test, holds]]) }, follow),
    );
  if (runs === false || held.fixed) return [way];
  return [{ held: { ...made, source: `${command.path}:${command.line}` }, assumed }];
}
