// What is wrong with a pack, told to whoever writes it: file, line, field, and what to do.
import { CliError } from '../cli-error.ts';

export interface PackFault {
  readonly file: string;
  readonly line: number;
  /** `items.2.facts.login`; empty for the whole file. */
  readonly field: string;
  /** What is wrong and what to write instead. */
  readonly message: string;
}

const shownMax = 30;

/** One line for each fault, in the order of the files. */
export function packError(place: string, faults: readonly PackFault[]): CliError {
  const lines = faults
    .slice(0, shownMax)
    .map((fault) => `${fault.file}:${fault.line}: ${fault.field === '' ? '' : `${fault.field}: `}${fault.message}`);
  if (faults.length > shownMax) lines.push(`… and ${faults.length - shownMax} more`);
  return new CliError(
    'bad-input',
    `the pack ${place} cannot be used:\n${lines.join('\n')}\nsee docs/packs.md, or begin with "bongsu pack new DIR"`,
  );
}

/** The known word that a mistyped one is nearest to; undefined where none is near. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  const close = known
    .map((one) => ({ one, steps: distance(word.toLowerCase(), one.toLowerCase()) }))
    .sort((a, b) => a.steps - b.steps)[0];
  return close && close.steps <= Math.max(2, Math.floor(word.length / 3)) ? close.one : undefined;
}

/** `did you mean …?` where a word is near, and the list of all. */
export function knownWords(word: string, known: readonly string[]): string {
  const near = nearestWord(word.slice(0, 60), known);
  return `${near === undefined ? '' : `did you mean ${JSON.stringify(near)}? `}known are ${known.join(', ')}`;
}

/** Levenshtein's distance over words of a few letters. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
