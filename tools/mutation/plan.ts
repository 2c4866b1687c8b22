// The plan of one source: which named function an offset stands in, and which rule speaks about a stretch of it.
import { type ESTree, parseSync, Visitor } from 'rolldown/utils';
import { explainsOnly, holds, leftOut, type RuleName } from './rules.ts';

export interface Plan {
  readonly path: string;
  readonly text: string;
  /** The offset of a line and column, both from 0. */
  offset(at: { readonly line: number; readonly column: number }): number;
  /** The names of the functions and constants around a stretch, from outside: `relay.judge`; `(top)` outside all. */
  within(start: number, end: number): string;
  /** The rule that speaks about a stretch; null where none does. */
  rule(start: number, end: number): RuleName | null;
}

/** Reads a source; throws where it cannot be parsed. */
export function planOf(path: string, text: string): Plan {
  const { program, errors } = parseSync(path, text);
  if (errors[0] !== undefined) throw new SyntaxError(`${path}: ${errors[0].message}`);
  const lines = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const names = namesOf(program);
  // A rule that leaves a mutant out goes before one that only explains it.
  const left = leftOut(program).toSorted((a, b) => Number(explainsOnly(a.name)) - Number(explainsOnly(b.name)));
  return {
    path,
    text,
    offset: ({ line, column }) => (lines[line] ?? text.length) + column,
    within(start, end) {
      const around = names.filter((one) => holds(one, start, end));
      return around.map(({ name }) => name).join('.') || '(top)';
    },
    rule: (start, end) => left.find((one) => holds(one, start, end))?.name ?? null,
  };
}

/** Stretches that have a name, from outside to inside. */
function namesOf(program: ESTree.Program): readonly { start: number; end: number; name: string }[] {
  const found: { start: number; end: number; name: string }[] = [];
  const add = (node: ESTree.Node, name: string): void => {
    found.push({ start: node.start, end: node.end, name });
  };
  new Visitor({
    FunctionDeclaration: (node) => add(node, node.id?.name ?? 'default'),
    VariableDeclarator: (node) => {
      if (node.id.type === 'Identifier') add(node, node.id.name);
    },
    Property: (node) => {
      if (node.key.type === 'Identifier' && isFunction(node.value)) add(node, node.key.name);
    },
  }).visit(program);
  return found;
}

function isFunction({ type }: ESTree.Node): boolean {
  return type === 'FunctionExpression' || type === 'ArrowFunctionExpression';
}
