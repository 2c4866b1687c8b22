// Lines of an Apache httpd configuration as directives and section marks: continuations joined, comments dropped, quotes undone.
// Source: server/config.c and server/util.c of httpd 2.4 (ap_build_config, ap_varbuf_cfg_getline, ap_getword_conf).
import type { FileRecord } from '../records.ts';

export interface ApacheLine {
  /** `open` is `<Directory …>`, `close` is `</Directory>`. */
  readonly kind: 'directive' | 'open' | 'close';
  /** Lower case: directive names have none of their own. */
  readonly key: string;
  /** What follows the name, as written. */
  readonly rest: string;
  /** `path:line` of its first line. */
  readonly source: string;
}

/** A directive may run over several lines; a comment too. */
export function apacheLines(file: FileRecord): ApacheLine[] {
  const lines: ApacheLine[] = [];
  let text = '';
  let first: number | null = null;
  for (const [at, raw] of file.lines.entries()) {
    first ??= at + 1;
    text += raw;
    if (text.endsWith('\\') && at + 1 < file.lines.length) {
      text = text.slice(0, -1);
      continue;
    }
    const line = apacheLine(text, `${file.path}:${first}`);
    if (line) lines.push(line);
    text = '';
    first = null;
  }
  return lines;
}

/** One logical line; null where it says nothing. */
export function apacheLine(text: string, source: string): ApacheLine | null {
  const whole = text.trim();
  const written = /\S+/.exec(whole)?.[0];
  if (written === undefined || written.startsWith('#')) return null;
  const name = written.toLowerCase();
  const rest = whole.slice(written.length).trim();
  if (name.startsWith('</')) return { kind: 'close', key: name.slice(2).replace('>', ''), rest: '', source };
  if (!name.startsWith('<')) return { kind: 'directive', key: name, rest, source };
  const end = rest.lastIndexOf('>');
  return {
    kind: 'open',
    key: name.slice(1).replace('>', ''),
    rest: end === -1 ? rest : rest.slice(0, end).trim(),
    source,
  };
}

/** The words of an argument list; a quoted word holds spaces, and a backslash keeps a quote within it. */
export function apacheWords(rest: string): string[] {
  const words = rest.matchAll(/"((?:\\["\\]|[^"])*)"?|'((?:\\['\\]|[^'])*)'?|\S+/g);
  return [...words].map(
    ([all, double, single]) => double?.replace(/\\(["\\])/g, '$1') ?? single?.replace(/\\(['\\])/g, '$1') ?? all,
  );
}
