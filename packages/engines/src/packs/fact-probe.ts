// Probes for the facts that a pack asks for: two on a host at most, from which each item reads its own.
import type { Probe, Records, Unread } from '@bongsu/core';
import { isUnread, packFamily, unread } from '@bongsu/core';
import { commandLabel, commandLine, packCommands } from './command-list.ts';
import type { DeclaredPack, FactRequest } from './definition.ts';
import { fileView, modeText } from './file-view.ts';
import { globMatches, shellWord } from './shell-word.ts';
import { maskShell } from './text-mask.ts';
import { celValue } from './values.ts';

/** A fact ready for conditions, with where it came from and a word of what was seen. */
export interface PackFact {
  readonly value: unknown;
  readonly source: string;
  readonly seen: string;
}

/** Files of one glob that a host sends; more is a gap. */
const globFilesMax = 200;

export interface PackProbes {
  readonly files: string;
  readonly commands: string;
}

/** The shell of a pack's probes; the same pack gives the same text. */
export function packScripts(pack: DeclaredPack): PackProbes {
  const requests = pack.items.flatMap((item) => Object.values(item.facts));
  return { files: filesShell(requests), commands: commandsShell(requests) };
}

/** The probe by which one item reads one fact. */
export function factProbe(
  pack: DeclaredPack,
  scripts: PackProbes,
  request: FactRequest,
  known: Readonly<Record<string, Probe<unknown>>>,
): Probe<PackFact> {
  if (request.kind === 'probe') {
    const probe = known[request.probe];
    if (!probe) throw new Error(`there is no probe ${request.probe} for packs`);
    const source = `probe ${request.probe}`;
    return { ...probe, read: (records) => factOf(probe.read(records), source, 'read') };
  }
  const isCommand = request.kind === 'command';
  return {
    name: `${packFamily(pack.name)}-${isCommand ? 'commands' : 'files'}`,
    script: isCommand ? scripts.commands : scripts.files,
    timeoutSeconds: isCommand ? 120 : 60,
    sizeBytesMax: 1048576,
    live: isCommand,
    read: (records) => readFact(request, records),
  };
}

function factOf(fact: unknown, source: string, seen: string): PackFact | Unread {
  return isUnread(fact) ? fact : { value: celValue(fact), source, seen };
}

function readFact(request: Exclude<FactRequest, { kind: 'probe' }>, records: Records): PackFact | Unread {
  if (request.kind === 'file') return fileFact(request.path, request.text, records);
  if (request.kind === 'files') return globFact(request.glob, request.text, records);
  const { command, argument, optional } = request;
  const line = commandLine(command, argument);
  const record = records.command(commandLabel(command, argument));
  if (!record) return unread(`${line}: 묻지 않음`, `${line} was not asked`);
  const answered = !record.missing && packCommands[command].answered(record);
  if (!answered && !optional) {
    const why = record.missing
      ? 'no such program'
      : `exit code ${record.exitCode} ${record.stderr[0]?.slice(0, 120) ?? ''}`;
    return unread(`${line}: 답하지 않음 (${why.trim()})`, `${line} did not answer (${why.trim()})`);
  }
  const lines = answered ? record.stdout : [];
  const value = {
    answered,
    missing: record.missing,
    exitCode: record.exitCode,
    lines,
    text: lines[0] ?? '',
    numbered: lines.map((text, index) => ({ line: index + 1, text, path: line })),
  };
  return factOf(value, line, answered ? lines.slice(0, 3).join(' / ') || `exit code ${record.exitCode}` : 'no answer');
}

function fileFact(path: string, text: boolean, records: Records): PackFact | Unread {
  const file = records.file(path);
  if (!file || file.state === 'unreadable') return unread(`${path}를 읽을 수 없음`, `${path} could not be read`);
  const seen =
    file.state === 'absent'
      ? 'absent'
      : `mode ${modeText(file.mode)}, uid ${file.uid}, gid ${file.gid}, ${file.sizeBytes} bytes`;
  return factOf(fileView(file, text), path, seen);
}

function globFact(glob: string, text: boolean, records: Records): PackFact | Unread {
  const folder = glob.slice(0, glob.lastIndexOf('/'));
  const files = records.files().filter((file) => globMatches(glob, file.path));
  const hidden = [...files, ...records.files().filter((file) => file.path === folder)].find(
    (file) => file.state === 'unreadable',
  );
  if (hidden) return unread(`${hidden.path}를 읽을 수 없음`, `${hidden.path} could not be read`);
  const count = Number(records.notes('matched').find((note) => note.values[0] === glob)?.values[1] ?? files.length);
  if (count > globFilesMax)
    return unread(`${glob}: 파일이 ${globFilesMax}개를 넘음`, `${glob}: more than ${globFilesMax} files`);
  const there = files.filter((file) => file.state === 'present' && file.type !== 'link');
  return factOf(
    there.map((file) => fileView(file, text)),
    glob,
    `${there.length} files`,
  );
}

function filesShell(requests: readonly FactRequest[]): string {
  const texts = new Set(requests.flatMap((one) => (one.kind === 'file' && one.text ? [one.path] : [])));
  const heads = new Set(requests.flatMap((one) => (one.kind === 'file' && !texts.has(one.path) ? [one.path] : [])));
  const globs = new Map<string, boolean>();
  for (const one of requests) if (one.kind === 'files') globs.set(one.glob, one.text || globs.get(one.glob) === true);
  // What a link leads to may be what no pack is to read.
  return `${maskShell}
pack_text() {
  follow "$1"
  case $_real in
    */etc/shadow* | */etc/gshadow* | */etc/security/opasswd* | */etc/passwd* | */etc/group* | */authorized_keys | */.netrc | */.pgpass | */.my.cnf | *_key | *.key | *.pem | *.p12 | *.pfx | *.jks | *.keystore | *.keytab | */id_rsa | */id_dsa | */id_ecdsa | */id_ed25519 | */private/* | */ssl.key/*)
      printf '#file\\t%s\\tunreadable\\n' "$(safe "$1")" ;;
    *) file "$1" pack_mask ;;
  esac
}
pack_each() {
  _pack_count=$((_pack_count + 1))
  [ "$_pack_count" -gt ${globFilesMax} ] || "$2" "$1"
}
${sorted(texts)
  .map((path) => `pack_text ${shellWord(path)}`)
  .join('\n')}
${sorted(heads)
  .map((path) => `meta ${shellWord(path)}`)
  .join('\n')}
${[...globs]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(
    ([glob, text]) =>
      `_pack_count=0\nexpand ${shellWord(glob)} pack_each ${text ? 'pack_text' : 'meta'}\nnote matched ${shellWord(glob)} "$_pack_count"`,
  )
  .join('\n')}
:`;
}

function commandsShell(requests: readonly FactRequest[]): string {
  const asked = new Map<string, string>();
  for (const one of requests)
    if (one.kind === 'command') {
      const words = [...packCommands[one.command].words, ...(one.argument === null ? [] : [one.argument])];
      const label = commandLabel(one.command, one.argument);
      asked.set(label, `pack_ask ${shellWord(label)} ${words.map(shellWord).join(' ')}`);
    }
  return `
pack_ask() {
  _pack_as=$1
  shift
  if command -v "$1" > /dev/null 2>&1; then cmd "$_pack_as" timeout 10 "$@"; else cmd "$_pack_as" "$1"; fi
}
${sorted(new Set(asked.keys()))
  .map((label) => asked.get(label) ?? '')
  .join('\n')}
:`;
}

function sorted(words: ReadonlySet<string>): string[] {
  return [...words].sort();
}
