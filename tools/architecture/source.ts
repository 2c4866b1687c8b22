// One source file as the rules see it: its text, its syntax tree and everything it imports, types included.
import { type ESTree, parseSync, Visitor, type VisitorObject } from 'rolldown/utils';

export interface Import {
  /** What stands between the quotes; null where it is computed and cannot be followed. */
  readonly specifier: string | null;
  readonly line: number;
}

export interface Source {
  readonly path: string;
  readonly text: string;
  readonly lineCount: number;
  /** Tests, contracts (`x.contract.ts`) that tests run against each implementation of a port, and what stands in `testing/`. */
  readonly isTest: boolean;
  readonly imports: readonly Import[];
  /** Comments' text and lines, without their marks. */
  readonly comments: readonly { readonly text: string; readonly line: number }[];
  /** Walks the syntax tree. */
  visit(visitor: VisitorObject): void;
  /** The 1-based line of an offset into the text. */
  lineAt(offset: number): number;
}

/** Parses a file; throws where it is not JavaScript or TypeScript, because an unread file would pass every rule. */
export function parseSource(path: string, text: string): Source {
  const { program, comments, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new SyntaxError(`${path}: ${error.message}`);
  const starts = lineStarts(text);
  const lineAt = (offset: number): number => starts.findLastIndex((start) => start <= offset) + 1;
  return {
    path,
    text,
    lineCount: text.endsWith('\n') ? starts.length - 1 : starts.length,
    isTest: /\.(?:test|contract)\.ts$|\/testing\//.test(path),
    imports: importsOf(program, lineAt),
    comments: comments.map((comment) => ({ text: comment.value, line: lineAt(comment.start) })),
    visit: (visitor) => new Visitor(visitor).visit(program),
    lineAt,
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function importsOf(program: ESTree.Program, lineAt: (offset: number) => number): readonly Import[] {
  const found: Import[] = [];
  const add = (source: ESTree.Node | null | undefined): void => {
    if (source) found.push({ specifier: literal(source), line: lineAt(source.start) });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source),
    ExportAllDeclaration: (node) => add(node.source),
    ExportNamedDeclaration: (node) => add(node.source),
    ImportExpression: (node) => add(node.source),
    TSImportType: (node) => add(node.source),
    TSExternalModuleReference: (node) => add(node.expression),
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'require') add(node.arguments[0]);
      // A file of a package that is found by `import.meta.resolve('…')` is as much borrowed as one that is imported.
      else if (isResolve(node.callee) && node.arguments[0]?.type === 'Literal') add(node.arguments[0]);
    },
  }).visit(program);
  return found;
}

function isResolve(callee: ESTree.Node): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'MetaProperty' &&
    callee.property.type === 'Identifier' &&
    callee.property.name === 'resolve'
  );
}

function literal(node: ESTree.Node): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? null;
  return null;
}
