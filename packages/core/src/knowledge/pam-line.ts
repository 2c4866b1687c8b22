// One PAM configuration file as libpam reads it: its lines with their type, control, module and arguments.
// Source: pam.d(5) of Linux-PAM 1.5.
import type { FileRecord } from '../records.ts';

export type PamType = 'auth' | 'account' | 'password' | 'session';

/** What is done with a module's return value: `ok`, `ignore`, `done`, `bad`, `die`, `reset`, or a number of modules to jump over. */
export type PamActions = ReadonlyMap<string, string>;

export interface PamLine {
  /** null for `@include`, which pulls in lines of every type. */
  readonly type: PamType | null;
  readonly control: 'include' | 'substack' | PamActions;
  /** The control as written: `required`, `[success=1 default=ignore]`. */
  readonly controlText: string;
  /** A module's name without folder and `.so`, or the file that is included. */
  readonly target: string;
  readonly args: readonly string[];
  readonly path: string;
  readonly line: number;
}

/** The simple controls spelt out as pam.d(5) does. */
const simple: Readonly<Record<string, string>> = {
  required: 'success=ok new_authtok_reqd=ok ignore=ignore default=bad',
  requisite: 'success=ok new_authtok_reqd=ok ignore=ignore default=die',
  sufficient: 'success=done new_authtok_reqd=done default=ignore',
  optional: 'success=ok new_authtok_reqd=ok default=ignore',
};

/** A dozen checks ask for the same stacks of one host; the lines of a file are the same each time. */
const read = new WeakMap<FileRecord, readonly PamLine[]>();

/** Reads a file's lines; what is no rule is left out, as libpam refuses it. */
export function pamLines(file: FileRecord): readonly PamLine[] {
  let lines = read.get(file);
  if (!lines) read.set(file, (lines = parse(file)));
  return lines;
}

function parse(file: FileRecord): PamLine[] {
  return logicalLines(file.lines).flatMap(({ text, line }) => {
    const parsed = ruleOf(text);
    return parsed ? [{ ...parsed, path: file.path, line }] : [];
  });
}

/** Joins continued lines and drops comments; the number is that of the first line. */
function logicalLines(lines: readonly string[]): { text: string; line: number }[] {
  const joined: { text: string; line: number }[] = [];
  let open: { text: string; line: number } | null = null;
  for (const [index, raw] of lines.entries()) {
    const text = raw.replace(/#.*/s, '');
    const current: { text: string; line: number } = open ?? { text: '', line: index + 1 };
    const head = /(.*)\\\s*$/s.exec(text)?.[1];
    current.text += head === undefined ? text : `${head} `;
    open = head === undefined ? null : current;
    if (!open) joined.push(current);
  }
  if (open) joined.push(open);
  return joined;
}

function ruleOf(text: string): Omit<PamLine, 'path' | 'line'> | null {
  const words = text.match(/\[(?:\\\]|[^\]])*\]|\S+/g) ?? [];
  const [first = '', second = '', third = '', ...args] = words;
  if (first.toLowerCase() === '@include')
    return second === '' ? null : { type: null, control: 'include', controlText: first, target: second, args: [] };
  const type = typeOf(first.replace(/^-/, '').toLowerCase());
  if (type === null || third === '') return null;
  const word = second.toLowerCase();
  if (word === 'include' || word === 'substack') return { type, control: word, controlText: word, target: third, args };
  const pairs = second.startsWith('[') ? second.slice(1, -1) : (simple[word] ?? '');
  const target = (third.split('/').at(-1) ?? '').replace(/\.so$/, '');
  return { type, control: actionsOf(pairs), controlText: second, target, args };
}

function typeOf(word: string): PamType | null {
  return word === 'auth' || word === 'account' || word === 'password' || word === 'session' ? word : null;
}

function actionsOf(pairs: string): PamActions {
  const actions = new Map<string, string>();
  for (const pair of pairs.toLowerCase().match(/\S+/g) ?? []) {
    const [code = '', action = ''] = pair.split('=');
    actions.set(code, action);
  }
  return actions;
}

/** The value of `name=value` among a line's arguments, the last one where it is repeated; undefined where absent. */
export function pamArgument(line: PamLine, name: string): string | undefined {
  return line.args.findLast((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** A line as evidence shows it, blanks put in order. */
export function pamText(line: PamLine): string {
  const target = typeof line.control === 'string' ? line.target : `${line.target}.so`;
  return [...(line.type ? [line.type] : []), line.controlText, target, ...line.args].join(' ');
}
