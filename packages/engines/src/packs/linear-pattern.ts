// Regular expressions in time linear in the text: the text is a host's, and a backtracking engine would let it stop the judge.
import type { PatternNode } from './pattern-syntax.ts';
import { isWord, PatternFault, patternTree } from './pattern-syntax.ts';

type Step =
  | { readonly kind: 'set'; test(code: number): boolean }
  | { readonly kind: 'edge'; readonly edge: 'start' | 'end' | 'word' | 'inside' }
  | { readonly kind: 'split'; readonly to: number[] }
  | { readonly kind: 'match' };

const sourceMax = 500;
const stepsMax = 3000;

/**
 * True where the pattern matches somewhere in a text. All positions are followed at once (K. Thompson, CACM 11, 1968), so a text of n
 * characters costs at most n times the pattern's steps. @throws PatternFault on a pattern that is not understood or too large.
 */
export function linearPattern(source: string): (text: string) => boolean {
  if (source.length > sourceMax) throw new PatternFault(`longer than ${sourceMax} characters`);
  const steps = compiled(patternTree(source));
  return (text) => found(steps, text);
}

function compiled(tree: PatternNode): readonly Step[] {
  const steps: Step[] = [];
  const add = (step: Step): number => {
    if (steps.length >= stepsMax) throw new PatternFault('too large once its counts are written out');
    return steps.push(step) - 1;
  };
  const emit = (node: PatternNode): void => {
    if (node.kind === 'set' || node.kind === 'edge') add(node);
    else if (node.kind === 'sequence') node.parts.forEach(emit);
    else if (node.kind === 'choice') emitChoice(node.parts);
    else emitRepeat(node);
  };
  const emitChoice = (parts: readonly PatternNode[]): void => {
    const fork: number[] = [];
    const ends: number[][] = [];
    if (parts.length > 1) add({ kind: 'split', to: fork });
    for (const part of parts) {
      fork.push(steps.length);
      emit(part);
      if (parts.length > 1) {
        const end: number[] = [];
        add({ kind: 'split', to: end });
        ends.push(end);
      }
    }
    for (const end of ends) end.push(steps.length);
  };
  const emitRepeat = ({ part, min, max }: PatternNode & { kind: 'repeat' }): void => {
    for (let count = 0; count < min; count += 1) emit(part);
    if (max === Infinity) {
      const fork: number[] = [];
      const start = add({ kind: 'split', to: fork });
      fork.push(steps.length);
      emit(part);
      add({ kind: 'split', to: [start] });
      fork.push(steps.length);
      return;
    }
    const forks: number[][] = [];
    for (let count = min; count < max; count += 1) {
      const fork: number[] = [];
      add({ kind: 'split', to: fork });
      fork.push(steps.length);
      forks.push(fork);
      emit(part);
    }
    for (const fork of forks) fork.push(steps.length);
  };
  emit(tree);
  add({ kind: 'match' });
  return steps;
}

function found(steps: readonly Step[], text: string): boolean {
  const codes = Array.from(text, (char) => char.codePointAt(0) ?? 0);
  /** The last position at which each step was put on the list: no step stands twice on one. */
  const marks = new Int32Array(steps.length).fill(-1);
  let current: number[] = [];
  for (let at = 0; at <= codes.length; at += 1) {
    const reached: number[] = [];
    // A match may begin anywhere.
    if (follow(steps, [...current, 0], { at, codes, marks, reached })) return true;
    const code = codes[at];
    if (code === undefined) return false;
    current = reached.flatMap((index) => {
      const step = steps[index];
      return step?.kind === 'set' && step.test(code) ? [index + 1] : [];
    });
  }
  return false;
}

interface Position {
  readonly at: number;
  readonly codes: readonly number[];
  readonly marks: Int32Array;
  readonly reached: number[];
}

/** Puts on `reached` every set that can be stood on here without taking a character; true where the end is. */
function follow(steps: readonly Step[], starts: readonly number[], position: Position): boolean {
  const { at, codes, marks, reached } = position;
  const open = [...starts];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (marks[index] === at) continue;
    marks[index] = at;
    const step = steps[index];
    if (step?.kind === 'match') return true;
    if (step?.kind === 'set') reached.push(index);
    else if (step?.kind === 'split') open.push(...step.to);
    else if (step?.kind === 'edge' && onEdge(step.edge, at, codes)) open.push(index + 1);
  }
  return false;
}

function onEdge(edge: 'start' | 'end' | 'word' | 'inside', at: number, codes: readonly number[]): boolean {
  if (edge === 'start') return at === 0;
  if (edge === 'end') return at === codes.length;
  const [before, after] = [codes[at - 1], codes[at]];
  const differs = (before !== undefined && isWord(before)) !== (after !== undefined && isWord(after));
  return differs === (edge === 'word');
}
