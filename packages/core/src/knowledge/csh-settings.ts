// The settings of csh start-up files that we judge: autologout, path and umask.
import type { FileRecord } from '../records.ts';

export interface CshSetting {
  /** `autologout`, `path` (written as a PATH, with colons) or `umask`. */
  readonly name: 'autologout' | 'path' | 'umask';
  /** null where the variable is unset. */
  readonly value: string | null;
  readonly path: string;
  readonly line: number;
  /** Below an `if`: it may not be reached. */
  readonly conditional: boolean;
}

/** Reads a csh file's settings in their order. */
export function cshSettings(file: FileRecord | undefined): CshSetting[] {
  if (file?.state !== 'present' || file.type !== 'file') return [];
  const found: CshSetting[] = [];
  let depth = 0;
  for (const [index, raw] of file.lines.entries()) {
    const text = raw
      .replace(/\r$/, '')
      .replace(/(^|\s)#.*$/, '')
      .trim();
    if (/^(?:endif|endsw|end)\b/.test(text)) depth = Math.max(0, depth - 1);
    for (const part of text.split(/;(?![^(]*\))/)) {
      const inline = /^\s*if\s*\(.*\)\s*(?!then\b)(\w.*)$/.exec(part);
      const setting = settingOf((inline?.[1] ?? part).trim());
      if (setting)
        found.push({ ...setting, path: file.path, line: index + 1, conditional: depth > 0 || inline !== null });
    }
    if (/^(?:if\b.*\bthen|switch\b|foreach\b|while\b)/.test(text)) depth += 1;
  }
  return found;
}

function settingOf(text: string): { name: CshSetting['name']; value: string | null } | null {
  const mask = /^umask\s+(\S+)$/.exec(text);
  if (mask) return { name: 'umask', value: mask[1] ?? '' };
  const env = /^setenv\s+PATH\s+(.*)$/.exec(text);
  if (env) return { name: 'path', value: bare(env[1] ?? '').replaceAll(/\$\{?path\}?/g, '$PATH') };
  if (/^unset\s+autologout\b/.test(text)) return { name: 'autologout', value: null };
  const set = /^set\s+(?:-[rfl]+\s+)*(autologout|path)\s*(?:=\s*(.*))?$/.exec(text);
  if (!set) return null;
  const value = bare(set[2] ?? '');
  if (set[1] === 'path')
    return {
      name: 'path',
      value: bare(value.replace(/^\(\s*|\s*\)$/g, ''))
        .split(/\s+/)
        .join(':'),
    };
  // `set autologout = (30 5)`: the first word is the time to log out, in minutes (tcsh(1)).
  return { name: 'autologout', value: value.replace(/^\(\s*|\s*\)$/g, '').split(/\s+/)[0] ?? '' };
}

function bare(text: string): string {
  return text.trim().replace(/^(['"])(.*)\1$/, '$2');
}
