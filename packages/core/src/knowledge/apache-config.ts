// Reads an Apache httpd configuration as httpd does: includes in their places, variables filled in, only what its conditions let in.
// Source: https://httpd.apache.org/docs/2.4/configuring.html and mod/core.html (Include, Define, ServerRoot are taken while reading).
import type { FileRecord } from '../records.ts';
import type { ApacheAnswer, ApacheWorld } from './apache-conditions.ts';
import { apacheCondition, apacheModuleNames, isApacheCondition } from './apache-conditions.ts';
import type { ApacheLine } from './apache-lines.ts';
import { apacheLine, apacheLines, apacheWords } from './apache-lines.ts';
import { apacheMatches, apachePath } from './apache-paths.ts';
import { isGlob } from './glob.ts';

/** A directive, or a section with what stands in it. */
export interface ApacheNode {
  readonly key: string;
  readonly words: readonly string[];
  readonly source: string;
  /** Null for a directive. */
  readonly body: readonly ApacheNode[] | null;
}

export interface ApacheConfig {
  readonly nodes: readonly ApacheNode[];
  readonly serverRoot: string;
  /** Files that were read, in order. */
  readonly paths: readonly string[];
  /** What could not be followed: `path:line: why`. */
  readonly open: readonly string[];
  /** Files that are named and were not gathered or not readable. */
  readonly missing: readonly string[];
  readonly modules: ReadonlySet<string>;
}

export interface ApacheStart {
  readonly main: string;
  readonly serverRoot: string;
  readonly files: readonly FileRecord[];
  readonly world: ApacheWorld;
  /** Directives of the command line: -C before the files, -c after them. */
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

const depthMax = 40;
const filesMax = 1000;

interface Reading {
  readonly start: ApacheStart;
  readonly present: ReadonlyMap<string, FileRecord>;
  readonly sorted: readonly string[];
  serverRoot: string;
  readonly paths: string[];
  readonly open: string[];
  readonly missing: string[];
}

type Body = ApacheNode[];

/** The tree of what httpd would take in. */
export function apacheConfig(start: ApacheStart): ApacheConfig {
  const files = start.files.filter((file) => file.state === 'present' && file.type === 'file');
  const present = new Map<string, FileRecord>();
  for (const file of files) if (!present.has(file.path)) present.set(file.path, file);
  const sorted = [...present.keys()].sort();
  const reading: Reading = { start, present, sorted, serverRoot: start.serverRoot, paths: [], open: [], missing: [] };
  const nodes: Body = [];
  const said = (texts: readonly string[], flag: string): ApacheLine[] =>
    texts.flatMap((text) => apacheLine(text, `httpd ${flag}`) ?? []);
  readLines(reading, said(start.before ?? [], '-C'), nodes, 0);
  readFile(reading, start.main, nodes, 0);
  readLines(reading, said(start.after ?? [], '-c'), nodes, 0);
  const { serverRoot, paths, open, missing } = reading;
  return { nodes, serverRoot, paths, open, missing, modules: start.world.modules };
}

/** A file such as .htaccess, which is read on its own. */
export function apacheFragment(file: FileRecord, world: ApacheWorld): ApacheNode[] {
  return [...apacheConfig({ main: file.path, serverRoot: '/', files: [file], world }).nodes];
}

function readFile(reading: Reading, path: string, body: Body, depth: number): void {
  const file = reading.present.get(path);
  if (!file) reading.missing.push(path);
  else if (depth > depthMax || reading.paths.length > filesMax) reading.open.push(`${path}: included too often`);
  else {
    reading.paths.push(path);
    readLines(reading, apacheLines(file), body, depth);
  }
}

/** A section that is open. */
interface Frame {
  readonly key: string;
  /** What takes the lines around it; null where they are not read. */
  readonly around: Body | null;
}

function readLines(reading: Reading, lines: readonly ApacheLine[], body: Body, depth: number): void {
  const frames: Frame[] = [];
  let here: Body | null = body;
  for (const line of lines) {
    if (line.kind === 'close') {
      const frame = frames.findLast(({ key }) => key === line.key);
      if (!frame) continue;
      here = frame.around;
      frames.length = frames.lastIndexOf(frame);
    } else if (line.kind === 'open') {
      frames.push({ key: line.key, around: here });
      here = here && opened(reading, line, here);
    } else if (here) directive(reading, line, here, depth);
  }
}

/** The body that a section's lines go to: its own, the one around it where only a condition stands between, or none. */
function opened(reading: Reading, line: ApacheLine, around: Body): Body | null {
  const words = apacheWords(filled(reading, line));
  if (isApacheCondition(line.key)) {
    const holds: ApacheAnswer = apacheCondition(line.key, words, reading.start.world);
    if (holds === null) reading.open.push(`${line.source}: <${line.key} ${words.join(' ')}> may or may not hold`);
    return holds === false ? null : around;
  }
  if (line.key === 'macro' || line.key === 'perl') {
    reading.open.push(`${line.source}: <${line.key}> writes configuration of its own`);
    return null;
  }
  const body: Body = [];
  around.push({ key: line.key, words, source: line.source, body });
  return body;
}

function directive(reading: Reading, line: ApacheLine, body: Body, depth: number): void {
  const { world } = reading.start;
  const words = apacheWords(filled(reading, line));
  const [first = '', second] = words;
  if (line.key === 'include' || line.key === 'includeoptional') {
    for (const path of included(reading, line, first)) readFile(reading, path, body, depth + 1);
    return;
  }
  if (line.key === 'define') world.defines.set(first, second ?? '');
  else if (line.key === 'undefine') world.defines.delete(first);
  else if (line.key === 'serverroot') reading.serverRoot = apachePath(first, '');
  else if (line.key === 'use') reading.open.push(`${line.source}: Use ${first} (a macro)`);
  else if (line.key === 'loadmodule') {
    for (const name of apacheModuleNames(first)) world.modules.add(name);
    if (second !== undefined) world.modules.add(second.replace(/.*\//, '').replace(/\.so$/, '.c'));
  }
  body.push({ key: line.key, words, source: line.source, body: null });
}

/** Variables stand for what Define or the environment gave them so far; others stay as they are written. */
function filled(reading: Reading, line: ApacheLine): string {
  const { defines, environment } = reading.start.world;
  const text = line.rest.replaceAll(
    /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g,
    (whole, name: string) => defines.get(name) ?? environment.get(name) ?? whole,
  );
  const left = /\$\{[A-Za-z_][A-Za-z0-9_]*\}/.exec(text)?.[0];
  if (left !== undefined) reading.open.push(`${line.source}: ${left} is not defined`);
  return text;
}

/** The files of an Include in the order of their names; a folder stands for all files below it. */
function included(reading: Reading, line: ApacheLine, argument: string): string[] {
  if (argument.includes('${')) return [];
  const pattern = apachePath(argument, reading.serverRoot);
  for (const file of reading.start.files)
    if (file.state === 'unreadable' && touches(pattern, file.path)) reading.missing.push(file.path);
  if (reading.present.has(pattern)) return [pattern];
  const found = reading.sorted.filter((path) => matchedBelow(pattern, path));
  if (found.length > 0 || isGlob(pattern) || line.key === 'includeoptional') return found;
  // An empty folder is there and says nothing.
  const folder = reading.start.files.some(({ path, type }) => path === pattern && type === 'dir');
  if (!folder) reading.missing.push(pattern);
  return [];
}

/** A wildcard takes files of its depth, and whole folders that match. */
function matchedBelow(pattern: string, path: string): boolean {
  const depth = pattern.split('/').length;
  return apacheMatches(pattern, path.split('/').slice(0, depth).join('/'));
}

/** Whether what could not be read, a file or a folder, may hold what the pattern names. */
function touches(pattern: string, unread: string): boolean {
  if (matchedBelow(pattern, unread)) return true;
  const depth = unread.split('/').length;
  return apacheMatches(pattern.split('/').slice(0, depth).join('/'), unread);
}
