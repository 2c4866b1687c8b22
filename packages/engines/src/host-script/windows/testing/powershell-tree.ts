// Reads PowerShell with a real grammar (tree-sitter) so that rules can speak of commands and strings instead of text.
import { createRequire } from 'node:module';

/** The part of a tree-sitter node that the rules use. */
export interface Node {
  readonly type: string;
  readonly text: string;
  readonly startPosition: { readonly row: number };
  readonly isError: boolean;
  readonly isMissing: boolean;
  readonly isNamed: boolean;
  readonly parent: Node | null;
  readonly children: readonly (Node | null)[];
}

interface Grammar {
  readonly Parser: {
    init(): Promise<void>;
    new (): { setLanguage(language: unknown): void; parse(text: string): { readonly rootNode: Node } | null };
  };
  readonly Language: { load(path: string): Promise<unknown> };
}

/** A parser of PowerShell; the grammar is a file of the package, so nothing is fetched. */
export async function powershellParser(): Promise<(text: string) => Node> {
  const require = createRequire(import.meta.url);
  const grammar = require('@vscode/tree-sitter-wasm') as Grammar;
  await grammar.Parser.init();
  const parser = new grammar.Parser();
  parser.setLanguage(
    await grammar.Language.load(require.resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter-powershell.wasm')),
  );
  return (text) => {
    const tree = parser.parse(text);
    if (tree === null) throw new Error('the grammar gave no tree');
    return tree.rootNode;
  };
}

/** Every node of a tree, parents first. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) if (child !== null) yield* nodesOf(child);
}

/** The nearest node above of this type. */
export function above(node: Node, type: string): Node | null {
  let at = node.parent;
  while (at !== null && at.type !== type) at = at.parent;
  return at;
}
