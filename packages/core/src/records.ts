// The one text format in which every probe reports: file records, command records and notes.
import { CoreError } from './language.ts';

/**
 * A file as a probe saw it. `absent` is a fact; `unreadable` is a gap. Owners are numeric because a mounted image has its own names.
 */
export interface FileRecord {
  readonly kind: 'file';
  readonly path: string;
  readonly state: 'present' | 'absent' | 'unreadable';
  /** `file`, `dir`, `link` (dangling), `other`; empty unless present. Links are followed; `linkTarget` then says where. */
  readonly type: 'file' | 'dir' | 'link' | 'other' | '';
  /** Permission bits with setuid, setgid and sticky (0 to 0o7777). */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly sizeBytes: number;
  /** Where the path leads if it is a symbolic link, else empty. */
  readonly linkTarget: string;
  /** Lines of the file without line ends; empty where only the metadata was asked for. */
  readonly lines: readonly string[];
}

/** A program that a probe asked. `missing` (no such program) is told from a failure. */
export interface CommandRecord {
  readonly kind: 'command';
  readonly label: string;
  readonly exitCode: number;
  readonly missing: boolean;
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
}

/** A named value, such as `walk.unowned.total`, with optional further fields. */
export interface NoteRecord {
  readonly kind: 'note';
  readonly key: string;
  readonly values: readonly string[];
}

export type ProbeRecord = FileRecord | CommandRecord | NoteRecord;

/**
 * Parses a probe's output. The host prefixes every line of foreign text with `|` (stdout, file text) or `!` (stderr), so that no
 * content can pass for a record head. Heads start with `#` and have tab-separated fields; names outside a safe set come as `hex:…`.
 * @throws CoreError `invalid-record` on a line that fits no rule.
 */
export function parseRecords(raw: string): ProbeRecord[] {
  const records: ProbeRecord[] = [];
  let sink: { out: string[]; err: string[] } | null = null;
  const lines = raw.split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (const [index, line] of lines.entries()) {
    const mark = line[0];
    if (mark === '|' && sink) sink.out.push(line.slice(1));
    else if (mark === '!' && sink) sink.err.push(line.slice(1));
    else if (mark === '#') {
      const out: string[] = [];
      const err: string[] = [];
      sink = { out, err };
      records.push(head(line.slice(1).split('\t'), out, err, index + 1));
    } else throw new CoreError('invalid-record', `line ${index + 1} is neither a record head nor content`);
  }
  return records;
}

function head(fields: string[], out: string[], err: string[], line: number): ProbeRecord {
  const [kind, name = '', ...rest] = fields;
  if (kind === 'file') return fileRecord(decodeName(name), rest, out, line);
  if (kind === 'command') {
    const exitCode = integer(rest[0] ?? '', 10, line);
    return { kind, label: decodeName(name), exitCode, missing: rest[1] === 'missing', stdout: out, stderr: err };
  }
  if (kind === 'note') return { kind, key: name, values: rest.map(decodeName) };
  throw new CoreError('invalid-record', `line ${line}: unknown record kind ${JSON.stringify(kind)}`);
}

function fileRecord(path: string, rest: string[], lines: string[], line: number): FileRecord {
  const [state, type = '', mode = '0', uid = '0', gid = '0', size = '0', link = ''] = rest;
  if (state !== 'present' && state !== 'absent' && state !== 'unreadable')
    throw new CoreError('invalid-record', `line ${line}: unknown file state ${JSON.stringify(state)}`);
  if (type !== '' && type !== 'file' && type !== 'dir' && type !== 'link' && type !== 'other')
    throw new CoreError('invalid-record', `line ${line}: unknown file type ${JSON.stringify(type)}`);
  return {
    kind: 'file',
    path,
    state,
    type,
    mode: integer(mode, 8, line),
    uid: integer(uid, 10, line),
    gid: integer(gid, 10, line),
    sizeBytes: integer(size, 10, line),
    linkTarget: decodeName(link),
    lines,
  };
}

function integer(digits: string, radix: 8 | 10, line: number): number {
  if (!(radix === 8 ? /^[0-7]{1,6}$/ : /^-?[0-9]{1,18}$/).test(digits))
    throw new CoreError('invalid-record', `line ${line}: ${JSON.stringify(digits)} is not a number`);
  return Number.parseInt(digits, radix);
}

function decodeName(name: string): string {
  return name.startsWith('hex:') ? new TextDecoder().decode(hexBytes(name.slice(4))) : name;
}

function hexBytes(digits: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/.test(digits)) throw new CoreError('invalid-record', 'a hex name has a bad digit');
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
