// Patterns of glob(3) over paths: `*` and `?` stay within a folder and match no leading dot. Its time grows with both lengths, no faster.

/** Whether a whole path matches. */
export function globMatches(pattern: string, path: string): boolean {
  const [wanted, found] = [pattern.split('/'), path.split('/')];
  return wanted.length === found.length && wanted.every((part, index) => partMatches(part, found[index] ?? ''));
}

/** Whether a pattern holds a wildcard; without one it is a path. */
export function isGlob(pattern: string): boolean {
  return /[*?[]/.test(pattern);
}

function partMatches(pattern: string, name: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.')) return false;
  const tokens = pattern.match(/\*|\[[!^]?(?:\][^\]]*|[^\]]+)\]|\\?[^]/g) ?? [];
  let [token, at, kept] = [0, 0, 0];
  let star: number | null = null;
  while (at < name.length) {
    const one = tokens[token] ?? '';
    if (one === '*') [star, kept, token] = [token, at, token + 1];
    else if (characterMatches(one, name.charAt(at))) [token, at] = [token + 1, at + 1];
    else if (star !== null) [token, kept, at] = [star + 1, kept + 1, kept + 1];
    else return false;
  }
  return tokens.slice(token).every((one) => one === '*');
}

function characterMatches(token: string, char: string): boolean {
  if (token === '?') return true;
  // An escaped character stands for itself.
  if (!token.startsWith('[') || token.length === 1) return token.endsWith(char);
  const body = token.slice(1, -1);
  const negated = /^[!^]/.test(body);
  const ranges = (negated ? body.slice(1) : body).matchAll(/([^])-([^])|[^]/g);
  return [...ranges].some(([all, from = all, till = all]) => char >= from && char <= till) !== negated;
}
