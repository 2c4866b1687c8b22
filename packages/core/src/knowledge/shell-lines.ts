// Shell text cut into simple commands, with quotes, substitutions, comments and continued lines respected.

export interface ShellPiece {
  /** `;` also stands for the end of a line. */
  readonly end: ';' | ';;' | '&&' | '||' | '|' | '&' | '(' | ')';
  readonly text: string;
  readonly line: number;
}

/** Cuts lines into pieces; here-documents are left out. Never fails: an open quote ends with its logical line. */
export function shellPieces(lines: readonly string[]): ShellPiece[] {
  const pieces: ShellPiece[] = [];
  let joined = '';
  let start = 1;
  let heredoc: string | null = null;
  for (const [index, raw] of lines.entries()) {
    const text = raw.replace(/\r$/, '');
    if (heredoc !== null) {
      if (text.trim() === heredoc) heredoc = null;
      continue;
    }
    if (joined === '') start = index + 1;
    joined += text;
    if (/(?<!\\)(?:\\\\)*\\$/.test(joined) && index + 1 < lines.length) {
      joined = joined.slice(0, -1);
      // A lone backslash on its line must not look like a fresh start.
      if (joined === '') joined = ' ';
      continue;
    }
    cut(joined, start, pieces);
    heredoc =
      /(?:^|[^<])<<-?\s*(['"]?)([A-Za-z_]\w*)\1(?![^<]*\)\))/.exec(joined.replace(/(^|\s)#.*$/, ''))?.[2] ?? null;
    joined = '';
  }
  return pieces;
}

/** What neither quotes, substitutes, comments nor ends a command. */
const plain = /[^\\'"`$[#;&|()]+/y;

function cut(text: string, line: number, pieces: ShellPiece[]): void {
  let word = '';
  let at = 0;
  const push = (end: ShellPiece['end'], length: number): void => {
    pieces.push({ end, text: word.trim(), line });
    word = '';
    at += length;
  };
  while (at < text.length) {
    plain.lastIndex = at;
    const run = plain.exec(text)?.[0];
    if (run !== undefined) {
      word += run;
      at += run.length;
      continue;
    }
    const rest = text.slice(at);
    const opaque =
      /^(?:\\.|'[^']*'?|"(?:\\.|\$\([^)]*\)|[^"\\])*"?|`[^`]*`?|\$\(\(.*?\)\)|\$\([^()]*(?:\([^()]*\)[^()]*)*\)?|\$\{[^}]*\}?|\[\[ .*? \]\])/.exec(
        rest,
      )?.[0];
    if (opaque !== undefined) {
      word += opaque;
      at += opaque.length;
    } else if (rest.startsWith('#') && (at === 0 || /[\s;|&()]/.test(text[at - 1] ?? ''))) break;
    else if (rest.startsWith(';;')) push(';;', 2);
    else if (rest.startsWith('&&')) push('&&', 2);
    else if (rest.startsWith('||')) push('||', 2);
    // `2>&1` and `&>` are redirections.
    else if (rest.startsWith('&') && !/[<>]/.test(text[at - 1] ?? '') && !rest.startsWith('&>')) push('&', 1);
    else if (rest.startsWith('|')) push('|', 1);
    else if (rest.startsWith(';')) push(';', 1);
    else if (rest.startsWith('(')) push('(', 1);
    else if (rest.startsWith(')')) push(')', 1);
    else {
      word += text[at];
      at += 1;
    }
  }
  push(';', 0);
}

/** The words of a simple command, quotes taken off where they stand around or inside a word. */
export function shellWords(text: string): string[] {
  const words =
    text.match(
      /(?:\\.|'[^']*'?|"(?:\\.|[^"\\])*"?|`[^`]*`?|\$\([^()]*(?:\([^()]*\)[^()]*)*\)?|\$\{[^}]*\}?|[^\s\\'"`])+/g,
    ) ?? [];
  return words.map(unquote);
}

/** Takes quotes off; what they held stays as it is. */
export function unquote(word: string): string {
  if (!/[\\'"]/.test(word)) return word;
  return word.replace(/\\(.)|'([^']*)'?|"((?:\\.|[^"\\])*)"?/g, (_all, escaped, single, double) =>
    String(escaped ?? single ?? double ?? ''),
  );
}
