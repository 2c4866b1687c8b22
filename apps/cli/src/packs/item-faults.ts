// What is wrong with one item beyond its form: facts that may not be asked for, and conditions that cannot be judged.
import { packFacts } from '@bongsu/catalog';
import type { DeclaredItem, FactRequest } from '@bongsu/engines';
import { expressionOf, globFault, holdsSecrets, isFault, pathFault } from '@bongsu/engines';
import { knownWords } from './pack-fault.ts';

type Tell = (path: readonly PropertyKey[], message: string) => void;

const factName = /^[a-z][a-zA-Z0-9_]{0,29}$/;
/** Words that CEL or this program has given a meaning. */
const taken = new Set([
  'host',
  'cel',
  'google',
  'true',
  'false',
  'null',
  'in',
  'as',
  'break',
  'const',
  'continue',
  'else',
  'for',
  'function',
  'if',
  'import',
  'let',
  'loop',
  'package',
  'namespace',
  'return',
  'var',
  'void',
  'while',
  'prototype',
  'bool',
  'bytes',
  'double',
  'dyn',
  'int',
  'list',
  'map',
  'string',
  'type',
  'uint',
  'size',
  'has',
  'octal',
  'within',
]);

export function itemFaults(item: DeclaredItem, tell: Tell): void {
  for (const [name, request] of Object.entries(item.facts)) {
    if (!factName.test(name) || taken.has(name))
      tell(['facts', name], 'a fact is named by a small letter, then letters, digits or _, and not by a word of CEL');
    const fault = requestFault(request);
    if (fault) tell(['facts', name, ...fault.path], fault.message);
  }
  const names = Object.keys(item.facts).filter((name) => factName.test(name) && !taken.has(name));
  const conditions = ['applies', 'notApplicable', 'manual', 'fail', 'pass'] as const;
  for (const field of conditions) {
    const source = item[field];
    if (source !== null)
      expressionFault(source, field === 'applies' ? ['host'] : ['host', ...names], 'condition', [field], tell);
  }
  if (conditions.slice(1).every((field) => item[field] === null))
    tell([], 'has no condition: write pass, fail or manual');
  item.evidence.forEach((line, index) => {
    if (line.from !== null && !Object.hasOwn(item.facts, line.from))
      tell(
        ['evidence', index, 'from'],
        `no fact ${JSON.stringify(line.from)}: ${knownWords(line.from, Object.keys(item.facts))}`,
      );
    expressionFault(line.show, ['host', ...names], 'words', ['evidence', index], tell);
  });
}

function expressionFault(
  source: string,
  names: readonly string[],
  wants: 'condition' | 'words',
  path: readonly PropertyKey[],
  tell: Tell,
): void {
  const made = expressionOf(source, names, wants);
  if (isFault(made))
    tell(path, `${made.fault} (at character ${made.offset + 1} of the expression; names here: ${names.join(', ')})`);
}

function requestFault(request: FactRequest): { path: readonly PropertyKey[]; message: string } | null {
  if (request.kind === 'probe') {
    if (Object.hasOwn(packFacts, request.probe)) return null;
    return {
      path: ['probe'],
      message: `no probe ${JSON.stringify(request.probe)}: ${knownWords(request.probe, Object.keys(packFacts))}`,
    };
  }
  if (request.kind === 'command') return null;
  const named = request.kind === 'file' ? request.path : request.glob;
  const fault = request.kind === 'file' ? pathFault(named) : globFault(named);
  if (fault !== null) return { path: [request.kind], message: `${JSON.stringify(named)} ${fault}` };
  if (request.text && holdsSecrets(named))
    return {
      path: [request.kind],
      message: `the text of ${named} is a secret: write {path: ${named}, text: false} for its owner and mode, or ask the probe accounts or shadow`,
    };
  return null;
}
