// How long files may be: budgets that may be lowered and never raised.
import type { House, Violation } from '../house.ts';

/** Lines of source files: half of them, nine in ten of them, and each of them. */
export const budget = { medianLines: 80, ninetiethLines: 250, eachLines: 400 } as const;

/** Long because they are lists: tests, cases, scenarios, recorded vectors and the files of lab roots. */
const uncounted =
  /\.(?:test|contract|cases|vectors)\.ts$|\/(?:vectors|cases|golden|testing)\/|\/worlds?\/roots\/|^scenarios\/tables\//;

export interface Sizes {
  readonly files: number;
  readonly medianLines: number;
  readonly ninetiethLines: number;
  readonly longestLines: number;
}

/** Measures the files that count. */
export function sizes(house: House): Sizes {
  const lengths = counted(house)
    .map((source) => source.lineCount)
    .sort((a, b) => a - b);
  const at = (share: number): number => lengths[Math.max(0, Math.ceil(share * lengths.length) - 1)] ?? 0;
  return { files: lengths.length, medianLines: at(0.5), ninetiethLines: at(0.9), longestLines: at(1) };
}

/** Judges the lengths of files. */
export function budgets(house: House): readonly Violation[] {
  const { medianLines, ninetiethLines } = sizes(house);
  const found = counted(house)
    .filter((source) => source.lineCount > budget.eachLines)
    .map(({ path, lineCount }) => over(path, `${lineCount} lines; no file may have more than ${budget.eachLines}`));
  if (medianLines > budget.medianLines)
    found.push(over('.', `the median file has ${medianLines} lines; the budget is ${budget.medianLines}`));
  if (ninetiethLines > budget.ninetiethLines)
    found.push(
      over('.', `one file in ten has more than ${ninetiethLines} lines; the budget is ${budget.ninetiethLines}`),
    );
  return found;
}

function counted(house: House): House['sources'] {
  return house.sources.filter(({ path }) => !uncounted.test(path));
}

function over(path: string, excess: string): Violation {
  return { rule: 'budgets', path, line: 0, message: `${excess}: split it along the ideas in it` };
}
