// The rules that speak about whole kinds of mutants, each with its reason, and the stretches of a source they cover.
import { type ESTree, Visitor } from 'rolldown/utils';

/** Mutants under a rule are not tried, save those of `wording` and `quoted`, which it explains where they survive. */
export const rules = {
  head: 'what a unit says about itself and its parameters (title, why, expects, remedy, fix, question): people read it, and no verdict rests on it',
  closed: 'the importance of a unit: a closed union that the types hold, and no verdict rests on it',
  shell:
    'what a probe sends to the host (its script, the limits of its run, and its name, which the walls hold equal to its path): the tests that run the shell prove it',
  wording:
    'how a sentence or a finding is put together: people read it, and no verdict rests on it; that each is said, and not empty, is asked of every case',
  quoted: 'how many of many findings are quoted (`slice(0, …Max)`): it bounds the report, and no verdict rests on it',
} as const;

export type RuleName = keyof typeof rules;

/** Whether mutants under a rule are tried all the same, and only explained by it where they survive. */
export function explainsOnly(rule: RuleName): boolean {
  return rule === 'wording' || rule === 'quoted';
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly name: RuleName;
  /** The whole stretch is no part of it: a sentence's own literal is asked, what stands inside it is not. */
  readonly inside?: boolean;
  /** No more than the whole stretch is part of it. */
  readonly exact?: boolean;
}

/** Whether a stretch holds another. */
export function holds(
  outer: { readonly start: number; readonly end: number; readonly inside?: boolean; readonly exact?: boolean },
  start: number,
  end: number,
): boolean {
  const equal = outer.start === start && outer.end === end;
  if (outer.exact === true || equal) return equal && outer.inside !== true;
  return outer.start <= start && end <= outer.end;
}

const ruleOfProperty: Readonly<Record<string, RuleName>> = {
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
const sentences = new Set(['text', 'unread']);
/** What hosts send is not Korean: words in it are for people alone. */
const hangul = /\p{Script=Hangul}/u;
const findings = new Set(['found', 'expected']);

/** Stretches that a rule covers; then the constants and functions of the source that feed nothing else. */
export function leftOut(program: ESTree.Program): readonly Stretch[] {
  const left: Stretch[] = [];
  const uses = new Map<string, ESTree.Node[]>();
  /** Where names stand that are none of a constant: keys and members. */
  const keys = new Set<number>();
  const named: { readonly id: ESTree.Node; readonly name: string; readonly all: ESTree.Node }[] = [];
  const cover = ({ start, end }: ESTree.Node, name: RuleName, inside = false): void => {
    left.push({ start, end, name, inside });
  };
  new Visitor({
    Property: (node) => {
      const key = node.key.type === 'Identifier' ? node.key.name : '';
      const rule = ruleOfProperty[key];
      if (rule !== undefined) cover(node, rule);
      if (findings.has(key)) cover(node.value, 'wording', true);
      if (!node.shorthand && !node.computed) keys.add(node.key.start);
    },
    MemberExpression: (node) => {
      if (!node.computed) keys.add(node.property.start);
    },
    CallExpression: (node) => {
      const callee = node.callee.type === 'Identifier' ? node.callee.name : '';
      const name = /^(?:probe|[a-z]+Probe)$/.test(callee) ? probeName(node) : undefined;
      if (name) cover(name, 'shell');
      if (isCap(node)) left.push({ start: node.start, end: node.end, name: 'quoted', exact: true });
      const [about] = node.arguments;
      if (callee.endsWith('Parameter') && about) cover(about, 'head');
      if (sentences.has(callee)) for (const argument of node.arguments) cover(argument, 'wording', true);
    },
    Literal: (node) => {
      if (typeof node.value === 'string' && hangul.test(node.value)) cover(node, 'wording');
    },
    TemplateLiteral: (node) => {
      if (node.quasis.some(({ value }) => hangul.test(value.raw))) cover(node, 'wording');
    },
    Identifier: (node) => {
      if (!keys.has(node.start)) uses.set(node.name, [...(uses.get(node.name) ?? []), node]);
    },
    VariableDeclarator: (node) => {
      if (node.id.type === 'Identifier') named.push({ id: node.id, name: node.id.name, all: node });
    },
    FunctionDeclaration: (node) => {
      if (node.id) named.push({ id: node.id, name: node.id.name, all: node });
    },
  }).visit(program);
  feeders(named, uses, left);
  return left;
}

/** Adds what is used by name inside covered stretches and nowhere else, until nothing more is found. */
function feeders(
  named: readonly { readonly id: ESTree.Node; readonly name: string; readonly all: ESTree.Node }[],
  uses: ReadonlyMap<string, readonly ESTree.Node[]>,
  left: Stretch[],
): void {
  const covering = ({ start, end }: ESTree.Node): RuleName | undefined =>
    left.find((one) => one.exact !== true && one.start <= start && end <= one.end)?.name;
  for (let before = -1; before < left.length; ) {
    before = left.length;
    for (const { id, name, all } of named) {
      if (covering(all)) continue;
      const others = (uses.get(name) ?? []).filter((use) => use.start !== id.start);
      const [rule] = others.map(covering);
      if (rule !== undefined && others.every(covering)) left.push({ start: all.start, end: all.end, name: rule });
    }
  }
}

/** `list.slice(0, shownMax)` */
function isCap({ callee, arguments: [from, to] }: ESTree.CallExpression): boolean {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false;
  const start = from?.type === 'Literal' && from.value === 0;
  return callee.property.name === 'slice' && start && to?.type === 'Identifier' && to.name.endsWith('Max');
}

function probeName({ arguments: [unit] }: ESTree.CallExpression): ESTree.Node | undefined {
  if (unit?.type !== 'ObjectExpression') return undefined;
  return unit.properties.find(
    (property) => property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === 'name',
  );
}
