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

/** More files than this are no configuration any more, but files that include each other. */
const filesMax = 1000;

/** The statements of `main`; `include` takes the named file where it was gathered. Null where an included file is missing. */
export function namedStatements(main: string, files: readonly FileRecord[]): NamedStatement[] | { missing: string } {
  let left = filesMax;
  const read = (path: string, outer: readonly string[]): NamedStatement[] | { missing: string } => {
    const file = files.find((one) => one.path === path && one.state === 'present' && one.type === 'file');
    if (!file || left <= 0) return { missing: path };
    left -= 1;
    return outer.includes(path) ? [] : followed(statementsOf(scan(file), { at: 0 }), [...outer, path]);
  };
  const followed = (
    statements: readonly NamedStatement[],
    outer: readonly string[],
  ): NamedStatement[] | { missing: string } => {
    const whole: NamedStatement[] = [];
    for (const statement of statements) {
      const [keyword, target] = statement.words;
      const includes = keyword === 'include' && target !== undefined;
      const inner = includes ? read(target, outer) : followed(statement.block ?? [], outer);
      if ('missing' in inner) return inner;
      if (includes) whole.push(...inner);
      else whole.push({ ...statement, block: statement.block && inner });
    }
    return whole;
  };
  return read(main, []);
}

/** Words, quoted strings and the marks `{ } ;`, without comments of C, C++ and shell. */
function scan(file: FileRecord): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  // A path or a prefix is one word though `/` may begin a comment.
  const pattern = /\n|\/\*[^]*?(?:\*\/|$)|\/\/.*|#.*|"([^"]*)"|[{};]|(?:[^\s{};"#/]|\/(?![/*]))+/g;
  for (const [whole, quoted] of file.lines.join('\n').matchAll(pattern)) {
    if (!/^(?:\n|\/\*|\/\/|#)/.test(whole))
      tokens.push({ text: quoted ?? whole, quoted: quoted !== undefined, source: `${file.path}:${line}` });
    line += whole.split('\n').length - 1;
  }
  return tokens;
}

function statementsOf(tokens: readonly Token[], cursor: { at: number }): NamedStatement[] {
  const statements: NamedStatement[] = [];
  let words: string[] = [];
  let block: NamedStatement[] | null = null;
  let source = '';
  const end = (): void => {
    if (source !== '') statements.push({ words, block, source });
    words = [];
    block = null;
    source = '';
  };
  for (let token = tokens[cursor.at]; token; token = tokens[++cursor.at]) {
    const mark = token.quoted ? null : token.text;
    if (mark === '}') break;
    if (mark === ';') {
      end();
      continue;
    }
    source ||= token.source;
    if (mark === '{') {
      cursor.at++;
      block = statementsOf(tokens, cursor);
    } else words.push(token.text);
  }
  end();
  return statements;
}

function speaksOf({ words }: NamedStatement, keyword: string): boolean {
  return words[0]?.toLowerCase() === keyword;
}

/** The first statement of a scope by its keyword. */
export function namedStatement(scope: readonly NamedStatement[], keyword: string): NamedStatement | undefined {
  return scope.find((statement) => speaksOf(statement, keyword));
}

/** Every zone with the scopes in which its settings are looked up. */
export function namedZones(statements: readonly NamedStatement[]): NamedZone[] {
  const options = namedStatement(statements, 'options')?.block ?? [];
  const zonesOf = (scope: readonly NamedStatement[], outer: readonly (readonly NamedStatement[])[]): NamedZone[] =>
    scope.flatMap((statement) => {
      const { words, block, source } = statement;
      if (!speaksOf(statement, 'zone') || block === null) return [];
      const kind = namedStatement(block, 'type')?.words[1] ?? '';
      return [{ name: words[1] ?? '', kind: kind.toLowerCase(), source, scopes: [block, ...outer] }];
    });
  return [
    ...zonesOf(statements, [options]),
    ...statements.flatMap((view) =>
      speaksOf(view, 'view') && view.block ? zonesOf(view.block, [view.block, options]) : [],
    ),
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
      (depth < 10 && inner !== undefined && matchesAnybody(inner, acls, depth + 1));
    if (word === 'none' && !denied) return false;
    if (everybody) return !denied;
  }
  return false;
}

/** Named ACLs, and the ones that BIND knows by itself. */
export function namedAcls(statements: readonly NamedStatement[]): Map<string, readonly NamedStatement[]> {
  return new Map(
    statements.flatMap((statement) =>
      speaksOf(statement, 'acl') && statement.block
        ? [[(statement.words[1] ?? '').toLowerCase(), statement.block] as const]
        : [],
    ),
  );
}

/** A list as evidence shows it. */
export function namedList(list: readonly NamedStatement[]): string {
  const words = list.map((one) => [...one.words, ...(one.block ? [`{ ${namedList(one.block)} }`] : [])].join(' '));
  return words.length > 0 ? `${words.join('; ')};` : '';
}
