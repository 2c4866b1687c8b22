// The first line of every source file says what the file is for.
import type { House, Violation } from '../house.ts';

/** Fewer words than this say nothing. */
const WORDS_MIN = 4;

/** Judges the first lines; a `#!` line may stand before. */
export function heads(house: House): readonly Violation[] {
  return house.sources
    .filter(({ text }) => {
      const head = /^(?:#!.*\n)?\/[/*]+(.*)/.exec(text)?.[1] ?? '';
      return (head.match(/\p{L}+/gu) ?? []).length < WORDS_MIN;
    })
    .map(({ path }) => ({
      rule: 'heads',
      path,
      line: 1,
      message: 'does not begin with a comment that says in one sentence what the file is for',
    }));
}
