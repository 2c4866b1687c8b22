// Option files of MySQL and MariaDB as the server reads them: groups, includes in their place, the last value wins.
// Sources: "Using Option Files" of the MySQL 8.4 manual, "Configuring MariaDB with Option Files", mysys/my_default.c.
import type { FileRecord } from '../records.ts';

export interface MysqlOption {
  /** In small letters with `-` for `_`, without `loose-`: `bind-address`; a negated one (`skip-grant-tables=0`) keeps its name. */
  readonly key: string;
  /** Null for a bare word: `skip-networking`. */
  readonly value: string | null;
  /** Group it stands in; empty on the command line. */
  readonly group: string;
  /** `path:line`, or the process whose argument it is. */
  readonly source: string;
}

export interface MysqlReading {
  /** Names of the files to begin with, in the order in which the server opens them. */
  readonly mains: readonly string[];
  readonly product: 'MySQL' | 'MariaDB';
  /** `8.4.2`, or empty where unknown: groups of every version then count. */
  readonly version: string;
  /** `--defaults-group-suffix`, or empty. */
  readonly suffix: string;
  readonly files: readonly FileRecord[];
}

const depthMax = 10;

export interface MysqlOptions {
  readonly options: readonly MysqlOption[];
  /** Files that are named and were not read: what they say is unknown. */
  readonly missing: readonly string[];
}

/** Options of the groups that this server reads, in the order in which it meets them. */
export function mysqlOptions(reading: MysqlReading): MysqlOptions {
  const groups = groupsOf(reading);
  const { options, missing } = mysqlOptionsWritten(reading.mains, reading.files);
  return { options: options.filter(({ group }) => groups.test(group)), missing };
}

/** Every option of the given files, whatever its group; for who asks what a file holds and not what a server takes. */
export function mysqlOptionsWritten(mains: readonly string[], files: readonly FileRecord[]): MysqlOptions {
  const missing: string[] = [];
  return { options: mains.flatMap((path) => optionsOf(path, files, missing, 0)), missing };
}

const groupNames = { MySQL: 'mysqld|server', MariaDB: 'mysqld|server|mariadb|mariadbd|galera|client-server' };

/** `[mysqld]`, `[server]`, `[mysqld-8.4]`; MariaDB its own names too. Each again with the suffix, where there is one. */
function groupsOf({ product, version, suffix }: MysqlReading): RegExp {
  const series = /\d+\.\d+/.exec(version)?.[0].replace('.', '\\.') ?? '\\d{1,3}\\.\\d{1,3}';
  const tail = suffix.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^(?:${groupNames[product]}|(?:mysqld|mariadb|mariadbd)-${series})(?:${tail})?$`);
}

function optionsOf(path: string, files: readonly FileRecord[], missing: string[], depth: number): MysqlOption[] {
  const file = files.find((one) => one.path === path);
  if (file === undefined || file.state === 'unreadable') missing.push(path);
  if (file?.state !== 'present' || file.type !== 'file' || depth > depthMax) return [];
  const found: MysqlOption[] = [];
  let group: string | null = null;
  for (const [index, raw] of file.lines.entries()) {
    const text = raw.trim();
    if (text === '' || /^[#;]/.test(text)) continue;
    const include = /^!include(dir)?\s(.+)/.exec(text);
    if (include) {
      const named = (include[2] ?? '').trim().replace(/(?!^)\/+$/, '');
      const paths = include[1] === undefined ? [named] : inFolder(named, files, missing);
      for (const one of paths) found.push(...optionsOf(one, files, missing, depth + 1));
      continue;
    }
    const head = /^\[([^\]]*)\]/.exec(text);
    if (head) group = (head[1] ?? '').trim();
    // The server refuses to start with an option before any group; it is not ours to guess.
    else if (group !== null) found.push({ ...optionLine(text), group, source: `${path}:${index + 1}` });
  }
  return found;
}

/** A folder's files end in `.cnf` and come sorted by name (my_dir of mysys). */
function inFolder(folder: string, files: readonly FileRecord[], missing: string[]): string[] {
  const seen = files.find((file) => file.path === folder);
  if (seen === undefined || seen.state === 'unreadable') missing.push(folder);
  return files
    .map((file) => file.path)
    .filter(
      (one) => one.startsWith(`${folder}/`) && one.endsWith('.cnf') && !one.slice(folder.length + 1).includes('/'),
    )
    .sort();
}

function optionLine(text: string): Pick<MysqlOption, 'key' | 'value'> {
  const bare = withoutComment(text);
  const at = bare.indexOf('=');
  const key = optionKey(at < 0 ? bare : bare.slice(0, at));
  return { key, value: at < 0 ? null : unquoted(bare.slice(at + 1).trim()) };
}

/** A `#` begins a comment in the middle of a line too, though not within quotes. */
function withoutComment(text: string): string {
  let quote = '';
  for (const [index, letter] of [...text].entries()) {
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '#') return [...text].slice(0, index).join('');
  }
  return text;
}

const escapes: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', r: '\r', s: ' ' };

function unquoted(value: string): string {
  const inner = /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;
  return inner.replace(/\\([btnrs\\"'])/g, (_, letter: string) => escapes[letter] ?? letter);
}

/** `Loose_Bind_Address` and `bind-address` are one option. */
export function optionKey(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/^loose-/, '');
}

/** Options of a command line: `--bind-address=::1`, `--skip-networking`. Short options and values apart (`--port 3307`) too. */
export function mysqlArguments(words: readonly string[], source: string): MysqlOption[] {
  const found: MysqlOption[] = [];
  for (const [index, word] of words.entries()) {
    const parts = /^--([A-Za-z][A-Za-z0-9_-]*)(?:=(.*))?$/.exec(word);
    if (!parts) continue;
    const next = words[index + 1];
    const apart = next !== undefined && !next.startsWith('-') ? next : null;
    found.push({ key: optionKey(parts[1] ?? ''), value: parts[2] ?? apart, group: '', source });
  }
  return found;
}

/** The value that holds: the last one. */
export function mysqlLast(options: readonly MysqlOption[], key: string): MysqlOption | undefined {
  return options.findLast((one) => one.key === key);
}

export interface MysqlSwitch {
  readonly on: boolean;
  readonly option: MysqlOption;
}

/** A switch under all its spellings: `x`, `x=1`, `skip-x`, `disable-x`, `enable-x`; the last one wins. Undefined where none stands. */
export function mysqlSwitch(options: readonly MysqlOption[], key: string): MysqlSwitch | undefined {
  const plain = key.replace(/^skip-/, '');
  const skips = key !== plain;
  const option = options.findLast(
    (one) => one.key === plain || [`skip-${plain}`, `disable-${plain}`, `enable-${plain}`].includes(one.key),
  );
  if (!option) return undefined;
  const set = !/^(?:0|off|false|no)$/i.test(option.value ?? '');
  // `skip-x` (and `disable-x`) says the opposite of `x`, and with a value of 0 nothing at all.
  const says = /^(?:skip|disable)-/.test(option.key) ? !set : set;
  return { on: skips ? !says : says, option };
}
