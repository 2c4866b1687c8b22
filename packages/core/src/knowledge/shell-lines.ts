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
  let documents: readonly HereDocument[] = [];
  let joined = '';
  let start = 1;
  for (const [index, raw] of lines.entries()) {
    const text = raw.replace(/\r$/, '');
    const [document] = documents;
    if (document) {
      if ((document.tabs ? text.replace(/^\t+/, '') : text) === document.word) documents = documents.slice(1);
      continue;
    }
    if (joined === '') start = index + 1;
    joined += text;
    if (/(?<!\\)(?:\\\\)*\\$/.test(joined) && index + 1 < lines.length) {
      // A lone backslash on its line must not look like a fresh start.
      joined = joined.slice(0, -1) || ' ';
      continue;
    }
    documents = cut(joined, start, pieces);
    joined = '';
  }
  return pieces;
}

/** A here-document that a line announces. */
interface HereDocument {
  /** The line that ends it. */
  readonly word: string;
  /** `<<-`: tabs before that word do not count. */
  readonly tabs: boolean;
}

/** What neither ends a command nor begins a comment or a here-document: plain text, and what quotes or substitutes. */
const opaque =
  /[^\\'"`$[#;&|()<]+|\\.|'[^']*'?|"(?:\\.|\$\([^)]*\)|[^"\\])*"?|`[^`]*`?|\$\(\(.*?\)\)|\$\([^()]*(?:\([^()]*\)[^()]*)*\)?|\$\{[^}]*\}?|\[\[ .*? \]\]|<<</y;
/** Where `))` follows it is a shift within arithmetic. */
const hereDocument = /<<(-?)\s*(?:'([^']*)'|"([^"]*)"|\\?([\w!.-]+))(?![^<]*\)\))/y;
/** `2>&1` and `&>` are redirections. */
const operator = /;;|&&|\|\||\|&|(?<![<>])&(?!>)|[;|()]/y;
const comment = /(?<![^\s;|&()])#/y;

function cut(text: string, line: number, pieces: ShellPiece[]): HereDocument[] {
  const documents: HereDocument[] = [];
  let word = '';
  let at = 0;
  const next = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  const push = (end: string): void => {
    pieces.push({ end: end === '|&' ? '|' : (end as ShellPiece['end']), text: word.trim(), line });
    word = '';
  };
  while (at < text.length) {
    if (next(comment)) break;
    const end = next(operator)?.[0];
    const document = end === undefined ? next(hereDocument) : null;
    if (end !== undefined) push(end);
    else if (document) {
      const [all, tabs, single, double, bare] = document;
      documents.push({ word: single ?? double ?? bare ?? '', tabs: tabs === '-' });
      word += all;
    } else {
      // What begins nothing stands for itself.
      const plain = next(opaque)?.[0];
      word += plain ?? text[at];
      if (plain === undefined) at += 1;
    }
  }
  push(';');
  return documents;
}

/** The words of a simple command, quotes taken off where they stand around or inside a word. */
export function shellWords(text: string): string[] {
  return shellTokens(text).map(unquote);
}

/** The same words as written. */
export function shellTokens(text: string): string[] {
  return (
    text.match(
      /(?:\\.|'[^']*'?|"(?:\\.|[^"\\])*"?|`[^`]*`?|\$\([^()]*(?:\([^()]*\)[^()]*)*\)?|\$\{[^}]*\}?|[^\s\\'"`])+/g,
    ) ?? []
  );
}

/** Takes quotes off; what they held stays as it is. */
export function unquote(word: string): string {
  return word.replace(/\\(.)|'([^']*)'?|"((?:\\.|[^"\\])*)"?/g, (_all, escaped, single, double) =>
    String(escaped ?? single ?? double),
  );
}
