// Shadow entries as the probe lets them leave the host: what kind of password stands there and how it ages, never a hash.
import { wholeNumber } from './key-value.ts';

/** `locked`, `none` (empty: no password asked), or the hash's kind, such as `yescrypt` or `sha512`. */
export type PasswordState = string;

export interface ShadowEntry {
  readonly name: string;
  readonly state: PasswordState;
  /** Days; null where the field is empty or no number: no limit (shadow(5)). */
  readonly minDays: number | null;
  readonly maxDays: number | null;
  readonly line: number;
}

/** Reads `name:state:lastchange:min:max:…` lines. */
export function parseShadow(lines: readonly string[]): ShadowEntry[] {
  return lines.flatMap((text, index) => {
    const fields = text.replace(/\r$/, '').split(':');
    const [name = '', state = '', , min = '', max = ''] = fields;
    if (fields.length < 5 || name === '' || /^[#+-]/.test(name)) return [];
    return [{ name, state, minDays: wholeNumber(min), maxDays: wholeNumber(max), line: index + 1 }];
  });
}

/** Whether some password opens this account; `invalid` is a field that no password can match. */
export function takesPassword(entry: ShadowEntry): boolean {
  return entry.state !== 'locked' && entry.state !== 'invalid';
}
