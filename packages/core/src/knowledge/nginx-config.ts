// nginx's configuration as a tree of directives with their places, each include replaced by what it includes.
// Source: nginx documentation, "Core functionality" (include) and ngx_conf_include in src/core/ngx_conf_file.c.
import type { FileRecord } from '../records.ts';
import { globMatches, isGlob } from './glob.ts';
import type { NginxWord } from './nginx-words.ts';
import { nginxWords } from './nginx-words.ts';

/** `location ~ \.php$ { … }` has the name `location`, the arguments `~` and `\.php$`, and a block. */
export interface NginxDirective {
  readonly name: string;
  readonly args: readonly string[];
  readonly block: readonly NginxDirective[] | null;
  /** `path:line` of its name. */
  readonly source: string;
}

/** Where an instance of nginx finds its files. */
export interface NginxFiles {
  readonly conf: string;
  /** What relative paths of content and logs stand under; ends in no slash. */
  readonly prefix: string;
  readonly files: readonly FileRecord[];
  /** Directives given with `-g`. */
  readonly globals?: string;
}

/** A hostile configuration could include itself for ever. */
const inclusionsMax = 5000;
const depthMax = 40;
const textMax = 160;
/** Blocks whose entries are data: a list that was too large to gather changes no setting. */
const dataBlocks = new Set(['map', 'geo', 'types', 'split_clients', 'charset_map', 'match']);

interface Reader {
  readonly where: NginxFiles;
  readonly known: Map<string, readonly NginxWord[]>;
  included: number;
  /** The first file that would have been needed and was not read. */
  missing: string | null;
}

/** Around a statement: the names of its blocks, and how many includes led to it. */
interface Context {
  readonly path: string;
  readonly blocks: readonly string[];
  readonly depth: number;
}

/** The directives of an instance, or the file that is included and was not read. */
export function nginxDirectives(where: NginxFiles): NginxDirective[] | { missing: string } {
  const reader: Reader = { where, known: new Map(), included: 0, missing: null };
  const globals = statements(
    reader,
    nginxWords([where.globals ?? '']),
    { at: 0 },
    { path: '-g', blocks: [], depth: 0 },
  );
  const tree = included(reader, { path: where.conf, blocks: [], depth: 0 });
  return reader.missing === null ? [...globals, ...tree] : { missing: reader.missing };
}

function included(reader: Reader, context: Context): NginxDirective[] {
  const { path } = context;
  const file = reader.where.files.find((one) => one.path === path && one.state === 'present' && one.type === 'file');
  if (!file) return lacking(reader, context, path);
  if (++reader.included > inclusionsMax || context.depth > depthMax)
    return lacking(reader, { ...context, blocks: [] }, `${path} (included too often)`);
  const words = reader.known.get(path) ?? nginxWords(file.lines);
  reader.known.set(path, words);
  return statements(reader, words, { at: 0 }, context);
}

function lacking(reader: Reader, { blocks }: Context, what: string): [] {
  if (!blocks.some((name) => dataBlocks.has(name))) reader.missing ??= what;
  return [];
}

function statements(
  reader: Reader,
  words: readonly NginxWord[],
  cursor: { at: number },
  context: Context,
): NginxDirective[] {
  const found: NginxDirective[] = [];
  let open: NginxWord[] = [];
  const end = (block: NginxDirective[] | null): void => {
    const [name, ...args] = open;
    open = [];
    if (!name) return;
    if (name.text === 'include' && block === null) found.push(...includes(reader, args[0]?.text ?? '', context));
    else
      found.push({
        name: name.text,
        args: args.map((one) => one.text),
        block,
        source: `${context.path}:${name.line}`,
      });
  };
  for (let word = words[cursor.at]; word; word = words[++cursor.at]) {
    if (word.mark === '}') break;
    if (word.mark === ';') end(null);
    else if (word.mark === '{') {
      cursor.at++;
      const blocks = [...context.blocks, open[0]?.text ?? ''];
      if (blocks.length > depthMax) lacking(reader, context, `${context.path}:${word.line} (nested too deep)`);
      else end(statements(reader, words, cursor, { ...context, blocks }));
    } else open.push(word);
  }
  // What lacks its semicolon at the end of a file would not start; it counts all the same.
  end(null);
  return found;
}

function includes(reader: Reader, pattern: string, context: Context): NginxDirective[] {
  const whole = nginxPath(pattern, reader.where.conf.replace(/\/[^/]*$/, ''));
  const depth = context.depth + 1;
  if (!isGlob(whole)) return included(reader, { ...context, path: whole, depth });
  const { files } = reader.where;
  // A folder that could not be listed hides its files.
  const hidden = files.find((one) => one.state === 'unreadable' && couldHold(one.path, whole));
  if (hidden) return lacking(reader, context, hidden.path);
  const paths = files.filter((one) => one.state === 'present' && one.type === 'file' && globMatches(whole, one.path));
  // glob(3) sorts.
  return [...new Set(paths.map((one) => one.path))]
    .sort()
    .flatMap((path) => included(reader, { ...context, path, depth }));
}

/** Whether a path is what a pattern names, or a folder above. */
function couldHold(path: string, pattern: string): boolean {
  const parts = pattern.split('/').slice(0, path.split('/').length);
  return globMatches(parts.join('/'), path);
}

/** A path as nginx takes it: relative ones stand under a folder. Doubled slashes and `.` are taken out. */
export function nginxPath(path: string, under: string): string {
  const whole = path.startsWith('/') ? path : `${under}/${path}`;
  return whole.replace(/\/(?:\.?\/)+/g, '/').replace(/\/\.$/, '');
}

/** A directive as evidence shows it. */
export function nginxText(directive: NginxDirective): string {
  const whole = [directive.name, ...directive.args].join(' ');
  return whole.length > textMax ? `${whole.slice(0, textMax)}…` : whole;
}
