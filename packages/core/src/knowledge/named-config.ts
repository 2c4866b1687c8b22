// BIND's named.conf: statements and blocks with their places, includes followed, and which address-match list holds everybody.
// Source: BIND 9.18 Administrator Reference Manual, chapters 8.1 (format), 8.2 (acl, options, view, zone).
import type { FileRecord } from '../records.ts';

/** `zone "example.com" IN { … };` has words `zone`, `example.com`, `IN` and a block. */
export interface NamedStatement {
  readonly words: readonly string[];
  readonly block: readonly NamedStatement[] | null;
  /** `path:line` of its first word. */
  readonly source: string;
}

export interface NamedZone {
  readonly name: string;
  readonly kind: string;
  readonly source: string;
  /** The zone itself, then its view, then options: the first that has a statement decides. */
  readonly scopes: readonly (readonly NamedStatement[])[];
}

interface Token {
  readonly text: string;
  readonly quoted: boolean;
  readonly source: string;
}

/** The statements of `main`; `include` takes the named file where it was gathered. Null where an included file is missing. */
export function namedStatements(main: string, files: readonly FileRecord[]): NamedStatement[] | { missing: string } {
  const tokens = tokensOf(main, files, new Set());
  return 'missing' in tokens ? tokens : statementsOf(tokens, { at: 0 });
}

function tokensOf(path: string, files: readonly FileRecord[], seen: Set<string>): Token[] | { missing: string } {
  const file = files.find((one) => one.path === path && one.state === 'present' && one.type === 'file');
  if (!file) return { missing: path };
  if (seen.has(path)) return [];
  seen.add(path);
  const tokens = scan(file);
  const whole: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    const target = tokens[at + 1];
    if (token && !token.quoted && token.text === 'include' && target?.quoted) {
      const included = tokensOf(target.text, files, seen);
      if ('missing' in included) return included;
      whole.push(...included);
      at += tokens[at + 2]?.text === ';' ? 2 : 1;
    } else if (token) whole.push(token);
  }
  return whole;
}

/** Words, quoted strings and the marks `{ } ;`, without comments of C, C++ and shell. */
function scan(file: FileRecord): Token[] {
  const text = file.lines.join('\n');
  const tokens: Token[] = [];
  let line = 1;
  for (const found of text.matchAll(/\n|\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*|#[^\n]*|"([^"]*)"|[{};]|[^\s{};"#/]+|\//g)) {
    const whole = found[0];
    const comment = /^(?:\/\*|\/\/|#)/.test(whole);
    if (whole !== '\n' && !comment) {
      const before = tokens.at(-1);
      const source = `${file.path}:${line}`;
      const place = found.index;
      // A path or prefix is one word though `/` may begin a comment.
      const glued = before && !before.quoted && /^[^\s{};"]+$/.test(whole) && !/[{};]$/.test(before.text);
      if (glued && /\S/.test(text[place - 1] ?? ' '))
        tokens[tokens.length - 1] = { ...before, text: before.text + whole };
      else tokens.push({ text: found[1] ?? whole, quoted: found[1] !== undefined, source });
    }
    line += whole.split('\n').length - 1;
  }
  return tokens;
}

function statementsOf(tokens: readonly Token[], cursor: { at: number }): NamedStatement[] {
  const statements: NamedStatement[] = [];
  let words: Token[] = [];
  let block: NamedStatement[] | null = null;
  const end = (): void => {
    const source = words[0]?.source ?? tokens[cursor.at]?.source ?? '';
    if (words.length > 0 || block) statements.push({ words: words.map((word) => word.text), block, source });
    words = [];
    block = null;
  };
  for (; cursor.at < tokens.length; cursor.at++) {
    const token = tokens[cursor.at];
    if (!token) break;
    const mark = token.quoted ? '' : token.text;
    if (mark === '}') break;
    if (mark === ';') end();
    else if (mark === '{') {
      cursor.at++;
      block = statementsOf(tokens, cursor);
    } else words.push(token);
  }
  end();
  return statements;
}

/** The first statement of a scope by its keyword. */
export function namedStatement(scope: readonly NamedStatement[], keyword: string): NamedStatement | undefined {
  return scope.find((statement) => statement.words[0]?.toLowerCase() === keyword);
}

/** Every zone with the scopes in which its settings are looked up. */
export function namedZones(statements: readonly NamedStatement[]): NamedZone[] {
  const options = namedStatement(statements, 'options')?.block ?? [];
  const zonesOf = (scope: readonly NamedStatement[], outer: readonly (readonly NamedStatement[])[]): NamedZone[] =>
    scope
      .filter((statement) => statement.words[0]?.toLowerCase() === 'zone' && statement.block !== null)
      .map((statement) => ({
        name: statement.words[1] ?? '',
        kind: (namedStatement(statement.block ?? [], 'type')?.words[1] ?? '').toLowerCase(),
        source: statement.source,
        scopes: [statement.block ?? [], ...outer],
      }));
  const views = statements.filter((statement) => statement.words[0]?.toLowerCase() === 'view' && statement.block);
  return [
    ...zonesOf(statements, [options]),
    ...views.flatMap((view) => zonesOf(view.block ?? [], [view.block ?? [], options])),
  ];
}

/** Whether an address-match list lets anybody in: the first element that speaks of everybody decides; ACL names are followed. */
export function matchesAnybody(
  list: readonly NamedStatement[],
  acls: ReadonlyMap<string, readonly NamedStatement[]>,
  depth = 0,
): boolean {
  for (const element of list) {
    const first = element.words[0] ?? '';
    const denied = first.startsWith('!');
    const word = (denied ? first.slice(1) || (element.words[1] ?? '') : first).toLowerCase();
    const inner = element.block ?? acls.get(word);
    const everybody =
      /^(?:any|0(?:\.0){0,3}\/0|::\/0)$/.test(word) ||
      (depth < 10 && inner ? matchesAnybody(inner, acls, depth + 1) : false);
    if (word === 'none' && !denied) return false;
    if (everybody) return !denied;
  }
  return false;
}

/** Named ACLs, and the ones that BIND knows by itself. */
export function namedAcls(statements: readonly NamedStatement[]): Map<string, readonly NamedStatement[]> {
  return new Map(
    statements
      .filter((statement) => statement.words[0]?.toLowerCase() === 'acl' && statement.block)
      .map((statement) => [(statement.words[1] ?? '').toLowerCase(), statement.block ?? []]),
  );
}

/** A list as evidence shows it. */
export function namedList(list: readonly NamedStatement[]): string {
  const words = list.map((one) => [...one.words, ...(one.block ? [`{ ${namedList(one.block)} }`] : [])].join(' '));
  return words.length > 0 ? `${words.join('; ')};` : '';
}
