// A variable of /etc/environment as pam_env gives it to a session: the last line that sets it, without quotes, comment and `export`.
// Source: pam_env(8) and pam_env.conf(5) of Linux-PAM 1.5.
import type { FileRecord } from '../records.ts';

const line = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)=\s*(?:"([^"]*)"|'([^']*)'|([^#\s]*))/;

/** Null where no line sets it. */
export function environmentValue(
  file: FileRecord | undefined,
  name: string,
): { readonly value: string; readonly source: string } | null {
  if (!file) return null;
  const found = file.lines.flatMap((text, index) => {
    const parts = line.exec(text);
    if (parts?.[1] !== name) return [];
    const [, , double, single, bare = ''] = parts;
    return [{ value: double ?? single ?? bare, source: `${file.path}:${index + 1}` }];
  });
  return found.at(-1) ?? null;
}
