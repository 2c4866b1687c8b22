// What sendmail.cf says of privacy and ports. Source: Sendmail Installation and Operation Guide 8.18, 5.6.
import type { FileRecord } from '../records.ts';

export interface PrivacyOptions {
  /** In lower case; several lines add up. */
  readonly flags: ReadonlySet<string>;
  /** `path:line` of the first line, or the file where none says so. */
  readonly source: string;
}

/** The flags of `O PrivacyOptions=`, over lines that go on with a blank; commented lines do not count. */
export function privacyOptions(file: FileRecord | null): PrivacyOptions {
  const lines = sendmailOption(file, 'PrivacyOptions');
  const flags = lines.flatMap(({ value }) => value.toLowerCase().split(/[\s,]/));
  return { flags: new Set(flags.filter(Boolean)), source: lines[0]?.source ?? file?.path ?? '/etc/mail/sendmail.cf' };
}

/** Every `O Name=value` with this name. */
export function sendmailOption(file: FileRecord | null, name: string): { value: string; source: string }[] {
  if (!file) return [];
  const found: { value: string; source: string }[] = [];
  let open = false;
  for (const [index, text] of file.lines.entries()) {
    const option = /^O\s*([A-Za-z]+)\s*=(.*)/s.exec(text);
    const last = found.at(-1);
    if (option) {
      const [, key = '', value = ''] = option;
      open = key.toLowerCase() === name.toLowerCase();
      if (open) found.push({ value: value.trim(), source: `${file.path}:${index + 1}` });
    } else if (open && last && /^[ \t]+\S/.test(text)) last.value += ` ${text.trim()}`;
    else open = false;
  }
  return found;
}
