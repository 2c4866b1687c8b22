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
    const char = text.charAt(at);
    if (/\s/.test(char)) skipTo(at + 1);
    else if (char === '#') skipTo(endOf(comment, text, at));
    else if (char === ';' || char === '{' || char === '}') {
      words.push({ text: char, mark: char, line });
      skipTo(at + 1);
      if (char === '{' && statement.endsWith('_by_lua_block')) skipTo(luaEnd(text, at));
      statement = '';
    } else {
      const quoted = char === '"' || char === "'";
      const end = endOf(quoted ? string : word, text, at);
      const raw = quoted ? text.slice(at + 1, text[end - 1] === char ? end - 1 : end) : text.slice(at, end);
      const plain = raw.replace(/\\(["'\\trn])/g, (_, one: string) => escapes[one] ?? one);
      words.push({ text: plain, mark: '', line });
      if (statement === '') statement = plain;
      skipTo(end);
    }
  }
  return words;
}

const escapes: Readonly<Record<string, string>> = { t: '\t', r: '\r', n: '\n' };

/** Up to the quote that closes it; a backslash takes the next character along. */
const string = /(["'])(?:\\[^]?|(?!\1)[^\\])*\1?/y;
/** Up to a blank, `;` or `{`; the brace of `${name}` belongs to it, and so does a `}` or `#` within. */
const word = /(?:\\[^]?|\$\{|[^\s;{\\])+/y;
const comment = /#.*/y;

function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  pattern.test(text);
  return Math.max(pattern.lastIndex, from + 1);
}

/** Where the brace stands that closes a block of Lua: not one within a string or a comment. */
function luaEnd(text: string, from: number): number {
  const marks = /(?:--)?\[(=*)\[[^]*?(?:\]\1\]|$)|--.*|(["'])(?:\\[^]|(?!\2)[^\\])*\2?|[{}]/g;
  let depth = 0;
  for (const { 0: mark, index } of text.slice(from).matchAll(marks)) {
    if (mark === '{') depth++;
    else if (mark === '}' && depth-- === 0) return from + index;
  }
  return text.length;
}
