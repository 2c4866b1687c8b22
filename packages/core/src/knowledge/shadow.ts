// Password fields as the probes let them leave the host: what kind of password stands there and how it ages, never a hash.
import { wholeNumber } from './key-value.ts';

/** `locked`, `none` (empty: no password asked), `invalid` (no password matches it), or the hash's kind, such as `yescrypt` or `sha512`. */
export type PasswordState = string;

export interface PasswordField {
  readonly state: PasswordState;
  /** The kind of the hash that is stored, behind a lock mark too; null where none is. */
  readonly hash: string | null;
}

export interface ShadowEntry extends PasswordField {
  readonly name: string;
  /** Days; null where the field is empty or no number: no limit (shadow(5)). */
  readonly minDays: number | null;
  readonly maxDays: number | null;
  readonly line: number;
}

/** Reads what a probe says of a password field: a state, or `locked-md5` for a hash behind a lock mark. */
export function passwordField(said: string): PasswordField {
  if (said === '') return { state: 'none', hash: null };
  if (said === '*' || said === '!') return { state: 'locked', hash: null };
  const locked = /^locked(?:-(.+))?$/.exec(said);
  if (locked) return { state: 'locked', hash: locked[1] ?? null };
  return { state: said, hash: said === 'none' || said === 'invalid' ? null : said };
}

/** Reads `name:state:lastchange:min:max:…` lines. */
export function parseShadow(lines: readonly string[]): ShadowEntry[] {
  return lines.flatMap((text, index) => {
    const fields = text.replace(/\r$/, '').split(':');
    const [name = '', said = '', , min = '', max = ''] = fields;
    if (fields.length < 5 || /^(?:[#+-]|$)/.test(name)) return [];
    return [{ name, ...passwordField(said), minDays: wholeNumber(min), maxDays: wholeNumber(max), line: index + 1 }];
  });
}

/** Whether some password opens this account; `invalid` is a field that no password can match. */
export function takesPassword(entry: ShadowEntry): boolean {
  return entry.state !== 'locked' && entry.state !== 'invalid';
}
