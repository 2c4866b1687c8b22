// The plan of one source: which named function an offset stands in, and which rule leaves a stretch of it out of the run.
import { type ESTree, parseSync, Visitor } from 'rolldown/utils';

export interface Plan {
  readonly path: string;
  readonly text: string;
  /** The offset of a line and column, both from 0. */
  offset(at: { readonly line: number; readonly column: number }): number;
  /** The names of the functions and constants around a stretch, from outside: `relay.judge`; `(top)` outside all. */
  within(start: number, end: number): string;
  /** The name of the rule that leaves a stretch out; null where none does. */
  rule(start: number, end: number): string | null;
}

/** What is not run, and why. */
export const rules: Readonly<Record<string, string>> = {
  head: 'what a unit says about itself (title, why, expects, remedy, fix, question): people read it, and no verdict rests on it',
  closed: 'the importance of a unit: a closed union that the types hold, and no verdict rests on it',
  shell:
    'what a probe sends to the host (its script, the limits of its run, and its name, which the walls hold equal to its path): the tests that run the shell prove it',
};

const ruleOfProperty: Readonly<Record<string, string>> = {
  title: 'head',
  why: 'head',
  expects: 'head',
  remedy: 'head',
  fix: 'head',
  question: 'head',
  importance: 'closed',
  script: 'shell',
  timeoutSeconds: 'shell',
  sizeBytesMax: 'shell',
};

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

const holds = (outer: Stretch, start: number, end: number): boolean => outer.start <= start && end <= outer.end;

/** Reads a source; throws where it cannot be parsed. */
export function planOf(path: string, text: string): Plan {
  const { program, errors } = parseSync(path, text);
  if (errors[0] !== undefined) throw new SyntaxError(`${path}: ${errors[0].message}`);
  const lines = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const names = namesOf(program);
  const left = leftOut(program);
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
function namesOf(program: ESTree.Program): readonly Stretch[] {
  const found: Stretch[] = [];
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

/** Stretches that a rule leaves out, and the constants of the module that feed nothing else. */
function leftOut(program: ESTree.Program): readonly Stretch[] {
  const left: Stretch[] = [];
  const uses = new Map<string, ESTree.Node[]>();
  new Visitor({
    Property: (node) => {
      const rule = node.key.type === 'Identifier' ? ruleOfProperty[node.key.name] : undefined;
      if (rule !== undefined) left.push({ start: node.start, end: node.end, name: rule });
    },
    CallExpression: (node) => {
      const name = node.callee.type === 'Identifier' && node.callee.name === 'probe' ? probeName(node) : undefined;
      if (name) left.push({ start: name.start, end: name.end, name: 'shell' });
    },
    Identifier: (node) => {
      uses.set(node.name, [...(uses.get(node.name) ?? []), node]);
    },
  }).visit(program);
  const constants = program.body.flatMap((statement) =>
    statement.type === 'VariableDeclaration' ? statement.declarations : [],
  );
  for (let before = -1; before < left.length; ) {
    before = left.length;
    for (const constant of constants) {
      const { id } = constant;
      if (id.type !== 'Identifier' || left.some((one) => holds(one, constant.start, constant.end))) continue;
      const others = (uses.get(id.name) ?? []).filter((use) => use.start !== id.start);
      const rulesOfUses = others.map((use) => left.find((one) => holds(one, use.start, use.end))?.name);
      const [rule] = rulesOfUses;
      if (rule !== undefined && !rulesOfUses.includes(undefined))
        left.push({ start: constant.start, end: constant.end, name: rule });
    }
  }
  return left;
}

function probeName({ arguments: [unit] }: ESTree.CallExpression): ESTree.Node | undefined {
  if (unit?.type !== 'ObjectExpression') return undefined;
  return unit.properties.find(
    (property) => property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === 'name',
  );
}
