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
  const tokens = pattern.match(/\*+|\[[!^]?\]?[^\]]*\]|\\[\s\S]|[\s\S]/g) ?? [];
  let [token, at] = [0, 0];
  let [star, kept] = [-1, 0];
  while (at < name.length) {
    const one = tokens[token] ?? '';
    if (one.startsWith('*')) [star, kept, token] = [token, at, token + 1];
    else if (one !== '' && characterMatches(one, name[at] ?? '')) [token, at] = [token + 1, at + 1];
    else if (star >= 0) [token, kept, at] = [star + 1, kept + 1, kept + 1];
    else return false;
  }
  return tokens.slice(token).every((one) => one.startsWith('*'));
}

function characterMatches(token: string, char: string): boolean {
  if (token === '?') return true;
  if (token.length > 2 && token.startsWith('[')) {
    const body = token.slice(1, -1);
    const negated = /^[!^]/.test(body);
    return setHolds(negated ? body.slice(1) : body, char) !== negated;
  }
  return (token.length > 1 ? token.slice(1) : token) === char;
}

function setHolds(set: string, char: string): boolean {
  for (let at = 0; at < set.length; at++) {
    const last = set[at + 2];
    if (set[at + 1] === '-' && last !== undefined) {
      if (char >= (set[at] ?? '') && char <= last) return true;
      at += 2;
    } else if (set[at] === char) return true;
  }
  return false;
}
