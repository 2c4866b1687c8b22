// Faults of the parser in the language asked for: commander has its words in English alone, and no hook but the text itself.
import type { MessageKey } from '../language/messages.ts';
import type { Voice } from '../language/say.ts';

/** As lib/command.js and lib/suggestSimilar.js of commander write them. */
const faults: readonly (readonly [RegExp, MessageKey])[] = [
  [/^error: unknown option '(?<word>[^\n]*)'$/, 'parse.unknown-option'],
  [/^error: unknown command '(?<word>[^\n]*)'$/, 'parse.unknown-command'],
  [/^error: missing required argument '(?<word>[^\n]*)'$/, 'parse.argument'],
  [/^error: option '(?<word>[^\n]*)' argument missing$/, 'parse.option-value'],
  [/^error: required option '(?<word>[^\n]*)' not specified$/, 'parse.option'],
  [
    /^error: too many arguments(?: for '[^']*')?\. Expected (?<most>\d+) arguments? but got (?<count>\d+): (?<words>[^\n]*)\.$/,
    'parse.arguments',
  ],
  [/^\(Did you mean (?:one of )?(?<words>[^\n]*)\?\)$/, 'parse.similar'],
];

/** Line by line; what is none of its known faults stays as it is. */
export function parseFault(text: string, say: Voice): string {
  return text
    .split('\n')
    .map((line) => {
      for (const [pattern, key] of faults) {
        const found = pattern.exec(line)?.groups;
        if (found) return say(key, found);
      }
      return line;
    })
    .join('\n');
}
