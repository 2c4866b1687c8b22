// Settings files of one key a line: login.defs (words) and the `key = value` files below /etc/security, with their line numbers.
import type { FileRecord } from '../records.ts';

export interface Setting {
  readonly key: string;
  /** Empty for a bare word, which switches on. */
  readonly value: string;
  readonly path: string;
  readonly line: number;
}

/** Where a setting stands, as evidence shows it. */
export function settingSource(setting: Setting): string {
  return `${setting.path}:${setting.line}`;
}

/** login.defs(5): a key, blanks, a value up to the end of the line. Comments are whole lines only (lib/getdef.c of shadow-utils). */
export function loginDefs(file: FileRecord | undefined): Setting[] {
  return lines(file).flatMap(({ text, path, line }) => {
    const parts = /^\s*([^\s#]\S*)(?:\s+(.*?))?\s*$/.exec(text);
    return parts ? [{ key: parts[1] ?? '', value: (parts[2] ?? '').replaceAll('"', ''), path, line }] : [];
  });
}

/** faillock.conf(5), pwquality.conf(5), pwhistory.conf(5): `key = value` or `key`; `#` begins a comment anywhere. Keys in lower case. */
export function keyValues(file: FileRecord | undefined): Setting[] {
  return lines(file).flatMap(({ text, path, line }) => {
    const parts = /^\s*([^\s=]+)(?:\s*=\s*|\s+|$)(.*?)\s*$/s.exec(text.replace(/#.*/s, ''));
    return parts ? [{ key: (parts[1] ?? '').toLowerCase(), value: parts[2] ?? '', path, line }] : [];
  });
}

/** The setting that holds where the last of a repeated key wins. */
export function settingLast(settings: readonly Setting[], key: string): Setting | undefined {
  return settings.findLast((setting) => setting.key === key);
}

/** A whole decimal number, as strtol(3) with an end check takes it; null for anything else, an empty value or none included. */
export function wholeNumber(value = ''): number | null {
  return /^[+-]?[0-9]{1,9}$/.test(value) ? Number(value) : null;
}

function lines(file: FileRecord | undefined): { text: string; path: string; line: number }[] {
  if (file?.state !== 'present' || file.type !== 'file') return [];
  return file.lines.map((text, index) => ({ text, path: file.path, line: index + 1 }));
}
