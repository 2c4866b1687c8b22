// nginx's configuration as words and marks: quotes, escapes, comments and blocks of Lua as nginx itself reads them.
// Source: ngx_conf_read_token in nginx's src/core/ngx_conf_file.c; lua-nginx-module's README for the *_by_lua_block directives.

export interface NginxWord {
  readonly text: string;
  /** `;`, `{` or `}` where the word is that mark, else empty. */
  readonly mark: '' | ';' | '{' | '}';
  readonly line: number;
}

/** Words of one file. Lua between the braces of a `*_by_lua_block` is left out: it is a program and no configuration. */
export function nginxWords(lines: readonly string[]): NginxWord[] {
  const text = lines.join('\n');
  const words: NginxWord[] = [];
  let statement = '';
  let at = 0;
  let line = 1;
  const skipTo = (end: number): void => {
    for (; at < end; at++) if (text[at] === '\n') line++;
  };
  while (at < text.length) {
    const char = text[at] ?? '';
    if (/\s/.test(char)) skipTo(at + 1);
    else if (char === '#') skipTo(lineEnd(text, at));
    else if (char === ';' || char === '{' || char === '}') {
      words.push({ text: char, mark: char, line });
      skipTo(at + 1);
      if (char === '{' && statement.endsWith('_by_lua_block')) skipTo(luaEnd(text, at));
      statement = '';
    } else {
      const end = char === '"' || char === "'" ? quoteEnd(text, at) : wordEnd(text, at);
      const quoted = char === '"' || char === "'";
      const raw = quoted
        ? text.slice(at + 1, end - (text[end - 1] === char && end - 1 > at ? 1 : 0))
        : text.slice(at, end);
      const plain = raw.replace(/\\(["'\\trn])/g, (_, one: string) => escapes[one] ?? one);
      words.push({ text: plain, mark: '', line });
      if (statement === '') statement = plain;
      skipTo(end);
    }
  }
  return words;
}

const escapes: Readonly<Record<string, string>> = { t: '\t', r: '\r', n: '\n' };

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Behind the quote that closes the one at `from`; a backslash takes the next character along. */
function quoteEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === text[from]) return at + 1;
  }
  return text.length;
}

/** A word ends at a blank, `;` or `{`; the brace of `${name}` belongs to it, and so does a `}` or `#` within. */
function wordEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '\\') at++;
    else if (/[\s;]/.test(char) || (char === '{' && text[at - 1] !== '$')) return at;
  }
  return text.length;
}

/** Where the brace stands that closes a block of Lua: not one within a string or a comment. */
function luaEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const char = text[at] ?? '';
    const bracket = /^(?:--)?\[(=*)\[/.exec(text.slice(at, at + 40));
    if (bracket) {
      const end = text.indexOf(`]${bracket[1] ?? ''}]`, at + bracket[0].length);
      if (end < 0) return text.length;
      at = end + (bracket[1] ?? '').length + 1;
    } else if (text.startsWith('--', at)) at = lineEnd(text, at);
    else if (char === '"' || char === "'") at = quoteEnd(text, at) - 1;
    else if (char === '{') depth++;
    else if (char === '}' && depth-- === 0) return at;
  }
  return text.length;
}
