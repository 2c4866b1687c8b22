// Speaks one language: looks a message up and puts the values in.
import type { Lang, Text } from '@bongsu/core';
import type { MessageKey } from './messages.ts';
import { messages } from './messages.ts';

export interface Voice {
  readonly lang: Lang;
  (key: MessageKey, values?: Readonly<Record<string, string | number>>): string;
  /** One side of a bilingual text. */
  text(both: Text): string;
}

export function voiceOf(lang: Lang): Voice {
  const voice = (key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string =>
    messages[key][lang].replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
  return Object.assign(voice, { lang, text: (both: Text) => both[lang] });
}

/** `--lang`, else BONGSU_LANG, else LC_ALL, LC_MESSAGES, LANG in the order of POSIX; English where none says Korean. */
export function langOf(flag: string | undefined, environment: Readonly<Record<string, string | undefined>>): Lang {
  const said =
    flag ?? environment['BONGSU_LANG'] ?? (environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG']);
  return /^ko(?:$|[_.-])/i.test(said ?? '') ? 'ko' : 'en';
}
