// What an NFS server gives to whom: exports(5) and what `exportfs -v` shows of the kernel's own table.
import type { FileRecord } from '../records.ts';

export interface NfsExport {
  readonly path: string;
  /** As written; `*` where none is, which means everybody. */
  readonly client: string;
  readonly options: readonly string[];
  /** `path:line`, or the command that told. */
  readonly source: string;
}

/**
 * Lines of an exports file. A client and its options stand without a blank between them: in `host (rw)` the options are for everybody
 * and `host` gets the defaults. `-ro,sync` sets defaults for the clients after it; a backslash continues a line; a path may be quoted.
 */
export function nfsExports(file: FileRecord): NfsExport[] {
  return joined(file.lines).flatMap(({ text, line }) => {
    const [path, ...words] = text.match(/"[^"]*"|[^\s"]+/g) ?? [];
    if (path === undefined) return [];
    let defaults: readonly string[] = [];
    const found: NfsExport[] = [];
    const add = (client: string, options: readonly string[]): void => {
      found.push({ path: plainPath(path), client, options, source: `${file.path}:${line}` });
    };
    for (const word of words) {
      const [client, options = ''] = word.split(/[()]/);
      if (word.startsWith('-')) defaults = optionList(word.slice(1));
      else add(client || '*', [...defaults, ...optionList(options)]);
    }
    if (found.length === 0) add('*', defaults);
    return found;
  });
}

/** Lines of `exportfs -v`: `path client(options)`; a long path has its client on the next line. `<world>` is everybody. */
export function nfsExportsActive(lines: readonly string[]): NfsExport[] {
  let path = '';
  return lines.flatMap((text) => {
    path = /^(\S+)/.exec(text)?.[1] ?? path;
    const parts = /\s(\S+?)\(([^)]*)\)/.exec(text);
    if (!parts) return [];
    const [, client = '', options = ''] = parts;
    const who = client === '<world>' ? '*' : client;
    return [{ path: plainPath(path), client: who, options: optionList(options), source: 'exportfs -v' }];
  });
}

/** True where no host or network bounds the client: `*`, a pattern of wildcards alone, a mask of no bits, or any holder of a ticket. */
export function nfsClientIsEverybody(client: string): boolean {
  return /^[*?.]+$/.test(client) || /\/0+(?:\.0+){0,3}$/.test(client) || client.startsWith('gss/');
}

/** True where only Kerberos lets a client in: every flavour of `sec=` is one of krb5. */
export function nfsNeedsKerberos({ client, options }: NfsExport): boolean {
  if (client.startsWith('gss/krb5')) return true;
  const flavours = options.flatMap((option) => (option.startsWith('sec=') ? option.slice(4).split(':') : []));
  return flavours.length > 0 && flavours.every((flavour) => flavour.startsWith('krb5'));
}

function optionList(list: string): string[] {
  return list.split(',').filter((option) => option !== '');
}

/** `\040` stands for a blank, as in fstab. */
function plainPath(path: string): string {
  return path
    .replaceAll('"', '')
    .replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
}

function joined(lines: readonly string[]): { text: string; line: number }[] {
  const found: { text: string; line: number }[] = [];
  let open: { text: string; line: number } | null = null;
  for (const [index, raw] of lines.entries()) {
    const text: string = raw.replace(/\r$/, '').replace(/(?<!\S)#.*/s, '');
    const whole: { text: string; line: number } = open
      ? { text: open.text + text, line: open.line }
      : { text, line: index + 1 };
    const goesOn: boolean = whole.text.endsWith('\\');
    open = goesOn ? { ...whole, text: whole.text.slice(0, -1) } : null;
    if (!goesOn) found.push(whole);
  }
  return open ? [...found, open] : found;
}
