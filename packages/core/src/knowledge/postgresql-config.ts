// postgresql.conf as the server reads it: includes in their place, the last value wins, postgresql.auto.conf after all.
// Source: "Setting Parameters" of the PostgreSQL 17 manual, src/backend/utils/misc/guc-file.l.
import type { FileRecord } from '../records.ts';

export interface PgSetting {
  /** In small letters. */
  readonly name: string;
  readonly value: string;
  /** `path:line`, or the process whose argument it is. */
  readonly source: string;
}

const depthMax = 10;

/** All settings in the order in which the server meets them. */
export function pgSettings(main: string, files: readonly FileRecord[], depth = 0): PgSetting[] {
  const file = files.find((one) => one.path === main);
  if (file?.state !== 'present' || file.type !== 'file' || depth > depthMax) return [];
  const found: PgSetting[] = [];
  for (const [index, raw] of file.lines.entries()) {
    // A name, an optional equals sign, a value in quotes (a quote within stands twice or behind a backslash) or bare.
    const parts =
      /^\s*([A-Za-z_][A-Za-z0-9_$.]*)(?:\s*=\s*|\s+|(?='))(?:'((?:[^'\\]|''|\\.)*)'|([^\s#'=][^\s#']*))/.exec(raw);
    if (!parts) continue;
    const name = (parts[1] ?? '').toLowerCase();
    const value = parts[2] === undefined ? (parts[3] ?? '') : unquoted(parts[2]);
    if (name === 'include' || name === 'include_if_exists')
      found.push(...pgSettings(pgPath(main, value), files, depth + 1));
    else if (name === 'include_dir')
      for (const one of folderFiles(pgPath(main, value), files)) found.push(...pgSettings(one, files, depth + 1));
    else found.push({ name, value, source: `${main}:${index + 1}` });
  }
  return found;
}

function unquoted(inner: string): string {
  return inner.replace(/''|\\(.)/g, (pair, letter: string | undefined) => (pair === "''" ? "'" : (letter ?? '')));
}

/** A relative name is seen from the folder of the file that names it. */
export function pgPath(from: string, name: string): string {
  const path = name.startsWith('/') ? name : `${from.slice(0, from.lastIndexOf('/'))}/${name}`;
  const parts: string[] = [];
  for (const part of path.split('/'))
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  return `/${parts.join('/')}`;
}

/** Files whose names end in `.conf` and begin with no dot, in the order of the C locale. */
function folderFiles(folder: string, files: readonly FileRecord[]): string[] {
  const prefix = `${folder}/`;
  return files
    .map((file) => file.path)
    .filter((path) => path.startsWith(prefix) && /^[^./][^/]*\.conf$/.test(path.slice(prefix.length)))
    .sort();
}

/** Settings of a command line: `-c name=value`, `--name=value`, `-D folder`, `-p port`, `-h addresses`, `-i`, `-k folder`. */
export function pgArguments(words: readonly string[], source: string): PgSetting[] {
  const letters: Readonly<Record<string, string>> = {
    D: 'data_directory',
    p: 'port',
    h: 'listen_addresses',
    k: 'unix_socket_directories',
  };
  const found: PgSetting[] = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '-i') found.push({ name: 'listen_addresses', value: '*', source });
    const short = /^-([Dphkc])(.*)/s.exec(word);
    const text = short ? short[2] || (rest.shift() ?? '') : word.slice(2);
    const letter = short?.[1] ?? '';
    const name = letters[letter];
    if (name !== undefined) found.push({ name, value: text, source });
    const parts = letter === 'c' || word.startsWith('--') ? /^([A-Za-z_][A-Za-z0-9_.-]*)=(.*)/s.exec(text) : null;
    if (parts) found.push({ name: (parts[1] ?? '').toLowerCase().replaceAll('-', '_'), value: parts[2] ?? '', source });
  }
  return found;
}

/** The value that holds: the last one. */
export function pgLast(settings: readonly PgSetting[], name: string): PgSetting | undefined {
  return settings.findLast((one) => one.name === name);
}

/** A Boolean as the server takes it: `on`, `true`, `yes`, `1` and their beginnings; null for what is none. */
export function pgBoolean(value: string): boolean | null {
  const word = value.trim().toLowerCase();
  if (word === '') return null;
  if (['true', 'yes'].some((one) => one.startsWith(word)) || word === 'on' || word === '1') return true;
  return ['false', 'no'].some((one) => one.startsWith(word)) || word === 'off' || word === 'of' || word === '0'
    ? false
    : null;
}
