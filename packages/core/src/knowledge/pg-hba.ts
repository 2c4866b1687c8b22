// pg_hba.conf and pg_ident.conf: who may connect from where by which method; the first line that fits decides.
// Source: "The pg_hba.conf File" of the PostgreSQL 17 manual, src/backend/libpq/hba.c.
import type { FileRecord } from '../records.ts';
import { pgPath } from './postgresql-config.ts';

export interface HbaLine {
  /** `local`, `host`, `hostssl`, `hostnossl`, `hostgssenc`, `hostnogssenc`. */
  readonly type: string;
  readonly databases: readonly string[];
  readonly users: readonly string[];
  /** As written, with its mask; empty for `local`. */
  readonly address: string;
  readonly method: string;
  readonly options: readonly string[];
  readonly source: string;
}

export interface HbaReading {
  readonly lines: readonly HbaLine[];
  /** Files that lines name and that were not read: what they add is unknown. */
  readonly missing: readonly string[];
  /** Lines that the server would refuse; it then keeps the rules it had. */
  readonly broken: readonly string[];
}

interface Token {
  readonly text: string;
  /** A quoted word is a name: `"all"` is no `all`. */
  readonly quoted: boolean;
}
type Field = readonly [Token, ...Token[]];

const depthMax = 10;

/** The rules in order, with what `@file`, `include`, `include_if_exists` and `include_dir` (PostgreSQL 16) bring in. */
export function pgHba(main: string, files: readonly FileRecord[]): HbaReading {
  const missing: string[] = [];
  const broken: string[] = [];
  const lines: HbaLine[] = [];
  for (const { fields, source } of records(main, files, missing, 0)) {
    const line = hbaLine(fields, source, files, missing);
    if (line) lines.push(line);
    else broken.push(source);
  }
  return { lines, missing, broken };
}

function hbaLine(
  fields: readonly Field[],
  source: string,
  files: readonly FileRecord[],
  missing: string[],
): HbaLine | null {
  const word = (index: number): string => fields[index]?.[0].text ?? '';
  const type = word(0);
  if (!/^(?:local|host(?:ssl|nossl|gssenc|nogssenc)?)$/.test(type)) return null;
  const names = (index: number): string[] =>
    fields.slice(index, index + 1).flatMap((field) => namesOf(field, source, files, missing));
  let next = 3;
  let address = '';
  if (type !== 'local') {
    address = word(next++);
    // An address without a prefix length has its mask in a field of its own.
    if (/^(?:[\d.]+|[^/]*:[^/]*)$/.test(address)) address += ` ${word(next++)}`;
  }
  const method = word(next++);
  if (method === '') return null;
  const options = fields.slice(next).flatMap((field) => field.map((token) => token.text));
  return { type, databases: names(1), users: names(2), address, method, options, source };
}

/** The words of a list; `@file` stands for the words of that file. A quoted keyword is marked so that it is taken for a name. */
function namesOf(field: Field, source: string, files: readonly FileRecord[], missing: string[], depth = 0): string[] {
  return field.flatMap(({ text, quoted }) => {
    // A pattern is one in quotes too, which it needs where it holds a comma (regcomp_auth_token).
    if (quoted && !text.startsWith('/')) return [`"${text}"`];
    if (quoted || !text.startsWith('@') || text === '@') return [text];
    const path = pgPath(source, text.slice(1));
    const all = records(path, files, missing, depth + 1);
    return all.flatMap((one) => one.fields.flatMap((inner) => namesOf(inner, `${path}:0`, files, missing, depth + 1)));
  });
}

function records(
  path: string,
  files: readonly FileRecord[],
  missing: string[],
  depth: number,
): { fields: readonly Field[]; source: string }[] {
  const file = files.find((one) => one.path === path);
  if (file?.state !== 'present' || file.type !== 'file' || depth > depthMax) {
    missing.push(path);
    return [];
  }
  return logicalLines(file).flatMap(({ text, line }) => {
    const fields = fieldsOf(text);
    const first = fields[0]?.[0];
    const named = fields[1]?.[0].text;
    if (!first) return [];
    if (!first.quoted && named !== undefined && /^include(?:_if_exists|_dir)?$/.test(first.text))
      return included(first.text, pgPath(path, named), files).flatMap((one) => records(one, files, missing, depth + 1));
    return [{ fields, source: `${path}:${line}` }];
  });
}

function included(word: string, path: string, files: readonly FileRecord[]): string[] {
  const there = (one: string): boolean => files.some((file) => file.path === one && file.state !== 'absent');
  if (word === 'include_if_exists') return there(path) ? [path] : [];
  if (word === 'include') return [path];
  return files
    .map((file) => file.path)
    .filter((one) => one.startsWith(`${path}/`) && /^[^./][^/]*\.conf$/.test(one.slice(path.length + 1)))
    .sort();
}

/** A backslash at the end of a line goes on with the next (PostgreSQL 14). */
function logicalLines(file: FileRecord): { text: string; line: number }[] {
  const found: { text: string; line: number }[] = [];
  let open: { text: string; line: number } | null = null;
  for (const [index, raw] of file.lines.entries()) {
    const text: string = (open?.text ?? '') + raw.replace(/\r$/, '');
    const line: number = open?.line ?? index + 1;
    open = text.endsWith('\\') ? { text: text.slice(0, -1), line } : null;
    if (!open) found.push({ text, line });
  }
  return open ? [...found, open] : found;
}

/** Fields between blanks, each a list between commas; quotes hold blanks, commas and `#` together. */
function fieldsOf(text: string): Field[] {
  const fields: [Token, ...Token[]][] = [];
  let goesOn = false;
  for (const part of text.matchAll(/[#,]|"((?:[^"]|"")*)"|[^\s,"#]+/g)) {
    const [all, quoted] = part;
    if (all === '#') break;
    if (all === ',') {
      goesOn = true;
      continue;
    }
    const token = { text: quoted?.replaceAll('""', '"') ?? all, quoted: quoted !== undefined };
    const last = fields.at(-1);
    if (goesOn && last) last.push(token);
    else fields.push([token]);
    goesOn = false;
  }
  return fields;
}

/** Whether a line may be met by this role: `all`, its name, a group (`+name`, taken as possible), a pattern (`/…`, too). */
export function hbaMayMeet(line: HbaLine, role: string): boolean {
  return line.users.some((one) => one === 'all' || one === role || one === `"${role}"` || /^[+/]/.test(one));
}

/** Whether a line holds about all addresses of one family: a prefix below 8 bits is nobody's network. Names of hosts and `samenet` are bounds. */
export function hbaFromAnywhere(line: HbaLine): boolean {
  return (
    /^all$/i.test(line.address) ||
    /\/0*[0-7]$/.test(line.address) ||
    / (?:0{1,3}(?:\.0{1,3}){3}|::)$/.test(line.address)
  );
}

/** Whether a line holds addresses of the host itself only. */
export function hbaLoopback(line: HbaLine): boolean {
  if (line.type === 'local') return true;
  const [address = '', mask = ''] = line.address.split(/[\s/]/);
  if (/^localhost$/i.test(address)) return true;
  if (address.startsWith('127.')) return Number(mask) >= 8 || mask.startsWith('255.');
  return address === '::1' && (mask === '128' || mask.toLowerCase() === 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff');
}

export interface IdentLine {
  readonly map: string;
  readonly system: string;
  readonly role: string;
  readonly source: string;
}

/** Lines of pg_ident.conf: map, name in the system, role. */
export function pgIdent(main: string, files: readonly FileRecord[]): IdentLine[] {
  return records(main, files, [], 0).flatMap(({ fields, source }) => {
    const [map, system, role] = fields.map((field) => field[0].text);
    return map && system && role ? [{ map, system, role, source }] : [];
  });
}
