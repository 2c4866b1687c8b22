// Masks as shells and PAM write them, and KISA's "022 or more" as what it means: bit by bit.

/** The mask of `022`, `0022`, `u=rwx,g=rx,o=rx`; `base` is the mask before, which `g-w` changes. Null where it is none. */
export function parseUmask(word: string, base: number): number | null {
  const bare = word.replaceAll(/['"]/g, '');
  if (/^[0-7]{1,4}$/.test(bare)) return Number.parseInt(bare, 8) & 0o777;
  let mask = base;
  for (const text of bare.split(',')) {
    const parts = /^([ugoa]*)([=+-])([rwx]*)$/.exec(text);
    if (!parts) return null;
    mask = clause(mask, parts);
  }
  return mask;
}

/** Applies one symbolic clause. In symbols a mask says what stays allowed (umask(1) of POSIX). */
function clause(mask: number, [, who = '', sign, rights = '']: RegExpExecArray): number {
  const bits = (rights.includes('r') ? 4 : 0) | (rights.includes('w') ? 2 : 0) | (rights.includes('x') ? 1 : 0);
  const everyone = who === '' || who.includes('a');
  let result = mask;
  for (const [letter, shift] of [
    ['u', 6],
    ['g', 3],
    ['o', 0],
  ] as const) {
    if (!everyone && !who.includes(letter)) continue;
    const allowed = ~(result >> shift) & 7;
    const now = sign === '=' ? bits : sign === '+' ? allowed | bits : allowed & ~bits;
    result = (result & ~(7 << shift)) | ((~now & 7) << shift);
  }
  return result;
}

/** Whether a mask has every one of these bits: `(mask & 022) == 022`; 030 and 100 are larger numbers and weaker masks. */
export function masksAll(mask: number, bits: number): boolean {
  return (mask & bits) === bits;
}
