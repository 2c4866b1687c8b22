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
    const text = raw.replace(/(?<!\S)#.*/s, '').trim();
    if (/^(?:endif|endsw|end)\b/.test(text)) depth = Math.max(0, depth - 1);
    for (const part of text.split(/;(?![^(]*\))/)) {
      const inline = /if\s*\(.*\)\s*(?!then\b)(\w.*)/.exec(part)?.[1];
      const setting = settingOf((inline ?? part).trim());
      if (setting)
        found.push({ ...setting, path: file.path, line: index + 1, conditional: depth > 0 || inline !== undefined });
    }
    if (/^(?:if\b.*\bthen|switch\b|foreach\b|while\b)/.test(text)) depth += 1;
  }
  return found;
}

function settingOf(text: string): { name: CshSetting['name']; value: string | null } | null {
  const mask = /^umask\s+(\S+)/.exec(text)?.[1];
  if (mask !== undefined) return { name: 'umask', value: mask };
  const env = /^setenv\s+PATH\s(.*)/.exec(text)?.[1];
  if (env !== undefined)
    return {
      name: 'path',
      value: words(env)
        .join(' ')
        .replaceAll(/\$\{?path\}?/g, '$PATH'),
    };
  if (/^unset\s+autologout\b/.test(text)) return { name: 'autologout', value: null };
  const set = /^set\s+(?:-\w+\s+)*(autologout|path)\s*(=.*)?$/.exec(text);
  if (!set) return null;
  const values = words(set[2]?.slice(1));
  // `set autologout = (30 5)`: the first word is the time to log out, in minutes (tcsh(1)).
  return set[1] === 'path' ? { name: 'path', value: values.join(':') } : { name: 'autologout', value: values[0] ?? '' };
}

/** The words of a value or of a list in parentheses, without their quotes. */
function words(text = ''): string[] {
  return text.match(/[^\s()'"]+/g) ?? [];
}
