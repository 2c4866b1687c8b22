// Finds what is done outside the rooms made for it: clock, chance, environment, SQL, swallowed errors, patched modules.
import type { ESTree, VisitorObject } from 'rolldown/utils';
import type { House, Violation } from '../house.ts';
import { allowedHere, type PlaceName, places } from '../place.ts';
import type { Source } from '../source.ts';

type Found = (name: PlaceName, offset: number) => void;

/** The start of a statement; the words of plain sentences do not stand in this order. */
const sql =
  /^\s*(?:select\s[^.]+?\sfrom\s+["\w]+|insert\s+into\s+["\w]+|update\s+["\w.]+\s+set\s+\S+\s*=|delete\s+from\s+["\w.]+\s*(?:where|;|$)|(?:create|alter|drop)\s+(?:table|index|schema|view)\s+["\w]+)/i;

const members: Readonly<Record<string, PlaceName>> = {
  'Date.now': 'clock',
  'performance.now': 'clock',
  'process.hrtime': 'clock',
  'Math.random': 'chance',
  'process.env': 'environment',
  'vi.mock': 'mock',
  'vi.doMock': 'mock',
  'jest.mock': 'mock',
};
const timers = new Set(['setTimeout', 'setInterval', 'setImmediate']);

/** Judges what every file does. */
export function placed(house: House): readonly Violation[] {
  return house.sources.flatMap(judge);
}

function judge(source: Source): readonly Violation[] {
  const violations: Violation[] = [];
  const complain = (name: PlaceName, line: number): void => {
    if (allowedHere(name, source.path, source.isTest)) return;
    const { what, because } = places[name];
    violations.push({ rule: 'places', path: source.path, line, message: `${what} here: ${because}` });
  };
  source.visit(visitor((name, offset) => complain(name, source.lineAt(offset))));
  for (const { text, line } of source.comments) if (/^\/\s*<reference\s/.test(text)) complain('reference', line);
  return violations;
}

function visitor(found: Found): VisitorObject {
  return {
    MemberExpression: (node) => {
      const name = memberName(node);
      const place = name === null ? undefined : members[name];
      if (place !== undefined) found(place, node.start);
    },
    VariableDeclarator: (node) => {
      const unpacked =
        node.id.type === 'ObjectPattern' && node.init?.type === 'Identifier' && node.init.name === 'process';
      if (unpacked) found('environment', node.start);
    },
    ImportDeclaration: (node) => {
      if (/^(?:node:)?process$/.test(node.source.value)) found('environment', node.start);
    },
    NewExpression: (node) => {
      if (isDate(node.callee) && node.arguments.length === 0) found('clock', node.start);
    },
    CallExpression: (node) => {
      if (isDate(node.callee)) found('clock', node.start);
      if (node.callee.type === 'Identifier' && timers.has(node.callee.name)) found('timer', node.start);
      if (swallows(node)) found('silence', node.start);
    },
    CatchClause: (node) => {
      if (node.body.body.length === 0) found('silence', node.start);
    },
    Literal: (node) => {
      if (typeof node.value === 'string' && sql.test(node.value)) found('sql', node.start);
    },
    TemplateElement: (node) => {
      if (sql.test(node.value.raw)) found('sql', node.start);
    },
  };
}

function memberName({ object, property }: ESTree.MemberExpression): string | null {
  if (object.type !== 'Identifier') return null;
  if (property.type === 'Identifier') return `${object.name}.${property.name}`;
  return property.type === 'Literal' && typeof property.value === 'string' ? `${object.name}.${property.value}` : null;
}

function isDate(callee: ESTree.Expression): boolean {
  return callee.type === 'Identifier' && callee.name === 'Date';
}

/** `promise.catch(() => {})`, and the same with nothing as its value. */
function swallows({ callee, arguments: [handler] }: ESTree.CallExpression): boolean {
  const isCatch =
    callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === 'catch';
  if (!isCatch || handler?.type !== 'ArrowFunctionExpression') return false;
  const { body } = handler;
  if (body.type === 'BlockStatement') return body.body.length === 0;
  return (body.type === 'Identifier' && body.name === 'undefined') || (body.type === 'Literal' && body.value === null);
}
