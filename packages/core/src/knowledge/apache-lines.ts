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
  for (let at = 0; at < file.lines.length; at++) {
    const first = at;
    let text = file.lines[at] ?? '';
    while (text.endsWith('\\') && at + 1 < file.lines.length) text = text.slice(0, -1) + (file.lines[++at] ?? '');
    const line = apacheLine(text, `${file.path}:${first + 1}`);
    if (line) lines.push(line);
  }
  return lines;
}

/** One logical line; null where it says nothing. */
export function apacheLine(text: string, source: string): ApacheLine | null {
  const whole = text.trim();
  if (whole === '' || whole.startsWith('#')) return null;
  const space = whole.search(/\s/);
  const name = (space < 0 ? whole : whole.slice(0, space)).toLowerCase();
  const rest = space < 0 ? '' : whole.slice(space).trim();
  if (name.startsWith('</')) return { kind: 'close', key: name.slice(2).replace(/>$/, ''), rest: '', source };
  if (!name.startsWith('<')) return { kind: 'directive', key: name, rest, source };
  const end = rest.lastIndexOf('>');
  return {
    kind: 'open',
    key: name.slice(1).replace(/>$/, ''),
    rest: end < 0 ? rest : rest.slice(0, end).trim(),
    source,
  };
}

/** The words of an argument list; a quoted word holds spaces, and a backslash keeps a quote within it. */
export function apacheWords(rest: string): string[] {
  const words: string[] = [];
  let at = 0;
  while (at < rest.length) {
    const mark = rest[at] ?? '';
    if (/\s/.test(mark)) at++;
    else if (mark === '"' || mark === "'") {
      let word = '';
      for (at++; at < rest.length && rest[at] !== mark; at++) {
        if (rest[at] === '\\' && (rest[at + 1] === mark || rest[at + 1] === '\\')) at++;
        word += rest[at] ?? '';
      }
      at++;
      words.push(word);
    } else {
      const start = at;
      while (at < rest.length && !/\s/.test(rest[at] ?? '')) at++;
      words.push(rest.slice(start, at));
    }
  }
  return words;
}
