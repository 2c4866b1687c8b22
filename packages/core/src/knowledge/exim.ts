// Settings of Exim's main section. Source: Exim specification 4.96, chapters 6 and 14.
import type { FileRecord } from '../records.ts';

export interface EximSetting {
  /** `acl_smtp_vrfy`, or the name of a list for `hostlist name`. */
  readonly key: string;
  readonly value: string;
  readonly source: string;
}

/** `key = value` and `hostlist name = value`, with lines joined at a backslash; values are not expanded. */
export function eximSettings(file: FileRecord | null): EximSetting[] {
  if (!file) return [];
  const settings: { key: string; value: string; source: string }[] = [];
  let going = false;
  for (const [index, raw] of file.lines.entries()) {
    const text = raw.trim();
    if (text === '' || text.startsWith('#')) continue;
    const plain = text.replace(/\\$/, '').trim();
    const last = settings.at(-1);
    const parts = /^(?:hostlist\s+|domainlist\s+)?([a-z_]+)\s*=\s*(.*)/s.exec(plain);
    if (going && last) last.value += ` ${plain}`;
    else if (parts) settings.push({ key: parts[1] ?? '', value: parts[2] ?? '', source: `${file.path}:${index + 1}` });
    going = text.endsWith('\\');
  }
  return settings;
}
