// Puts why a host stands where it stands, what was found of the configuration, and errors into the language of the reader: they are written in
// English, and have no key.
import { detailMessages } from './detail-messages.ts';
import { errorMessages } from './error-messages.ts';
import type { MessageKey } from './messages.ts';
import type { Voice } from './say.ts';

interface Sentence {
  readonly key: MessageKey;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  /** Of its own words, without the holes. */
  readonly length: number;
}

const quoted = '"(?:[^"\\\\\\n]|\\\\.)*"';
/** What the holes of a sentence may hold where it is no matter of words. */
const holes: Readonly<Record<string, string>> = {
  at: '[0-9TZ:.-]+',
  bytes: '[0-9]+',
  command: '[a-z0-9.-]+',
  count: '[0-9]+',
  escape: '\\\\.|\\[:\\w+:\\]',
  exit: '-?[0-9]+',
  flag: '--[a-z-]+',
  flow: 'Flow [a-z]+',
  key: quoted,
  least: '-?[0-9.]+',
  most: '[0-9]+',
  step: '[a-z-]+',
};
/** These are sentences themselves. */
const nested: ReadonlySet<string> = new Set(['fault', 'given', 'meaning', 'what']);

function sentenceOf([key, { en }]: readonly [string, { readonly en: string }]): Sentence {
  const parts = en.split(/\{(\w+)\}/);
  const names = parts.filter((_, index) => index % 2 === 1);
  const pattern = parts
    .map((part, index) =>
      index % 2 === 0 ? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : `(${holes[part] ?? '[^\\n]{0,400}?'})`,
    )
    .join('');
  const length = parts.filter((_, index) => index % 2 === 0).join('').length;
  return { key: key as MessageKey, pattern: new RegExp(`^${pattern}$`), names, length };
}

/** Those with the fewest holes first, and of these those with the most words: what is more general would take theirs. */
function sentencesOf(messages: Readonly<Record<string, { readonly en: string }>>): Sentence[] {
  return Object.entries(messages)
    .map(sentenceOf)
    .toSorted((a, b) => a.names.length - b.names.length || b.length - a.length);
}

const details = sentencesOf(detailMessages);
const errors = sentencesOf({ ...errorMessages, ...detailMessages });
/** Before the words of an error: a line of a file, a field of it, a quoted value. */
const place = new RegExp(`^(?:[^\\n]{1,400}?:[0-9]+: |[^\\n:"]{1,200}: |${quoted} )`);

/** What no sentence fits stays as it was written: words of AWS, of a host, of a person. */
export function detailIn(detail: string, say: Voice): string {
  if (say.lang === 'en') return detail;
  return said(detail, details, detailIn, say) ?? detail;
}

/** An error line by line, whatever places stand before its words; what is nested in it may be a detail too. */
export function errorIn(message: string, say: Voice): string {
  if (say.lang === 'en') return message;
  return message
    .split('\n')
    .map((line) => lineIn(line, say))
    .join('\n');
}

/** A line of ours is shorter; to try every sentence on what a host or a service made long would take its time. */
const lineMax = 2_000;

function lineIn(line: string, say: Voice): string {
  if (line.length > lineMax) return line;
  const whole = said(line, errors, errorIn, say);
  if (whole !== null) return whole;
  const before = place.exec(line)?.[0] ?? '';
  return before === '' ? line : before + lineIn(line.slice(before.length), say);
}

function said(
  words: string,
  sentences: readonly Sentence[],
  deeper: (part: string, say: Voice) => string,
  say: Voice,
): string | null {
  for (const { key, pattern, names } of sentences) {
    const found = pattern.exec(words)?.slice(1);
    if (!found) continue;
    const values = names.map((name, index): readonly [string, string] => {
      const value = found[index] ?? '';
      return [name, nested.has(name) ? deeper(value, say) : value];
    });
    return say(key, Object.fromEntries<string>(values));
  }
  return null;
}
