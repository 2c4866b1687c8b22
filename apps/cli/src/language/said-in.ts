// Puts why a host stands where it stands, or what was found of the configuration, into the language of the reader: it is written down in English,
// and has no key.
import { detailMessages } from './detail-messages.ts';
import type { MessageKey } from './messages.ts';
import type { Voice } from './say.ts';

interface Sentence {
  readonly key: MessageKey;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

/** What the holes of a sentence may hold where it is no matter of words. */
const holes: Readonly<Record<string, string>> = {
  at: '[0-9TZ:.-]+',
  bytes: '[0-9]+',
  count: '[0-9]+',
  exit: '-?[0-9]+',
  most: '[0-9]+',
  step: '[a-z-]+',
};
/** These are sentences themselves. */
const nested: ReadonlySet<string> = new Set(['fault', 'meaning', 'what']);

function sentenceOf([key, { en }]: readonly [string, { readonly en: string }]): Sentence {
  const parts = en.split(/\{(\w+)\}/);
  const names = parts.filter((_, index) => index % 2 === 1);
  const pattern = parts
    .map((part, index) =>
      index % 2 === 0 ? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : `(${holes[part] ?? '[^\\n]{0,400}?'})`,
    )
    .join('');
  return { key: key as MessageKey, pattern: new RegExp(`^${pattern}$`), names };
}

/** Those with the fewest holes first: what is more general would take theirs. */
const sentences = Object.entries(detailMessages)
  .map(sentenceOf)
  .toSorted((a, b) => a.names.length - b.names.length);

/** What no sentence fits stays as it was written: words of AWS, of a host, of a person. */
export function detailIn(detail: string, say: Voice): string {
  if (say.lang === 'en') return detail;
  for (const { key, pattern, names } of sentences) {
    const found = pattern.exec(detail)?.slice(1);
    if (!found) continue;
    const values = names.map((name, index): readonly [string, string] => {
      const value = found[index] ?? '';
      return [name, nested.has(name) ? detailIn(value, say) : value];
    });
    return say(key, Object.fromEntries<string>(values));
  }
  return detail;
}
